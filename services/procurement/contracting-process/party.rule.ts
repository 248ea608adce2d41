import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { normalisedName } from '../../../subgraph/check/normalised-name.js';
import { isSoundUscc } from '../../../subgraph/check/uscc-rules.js';
import { ContractingProcess } from './contracting-process.entity.js';
import { ProcessParty } from './process-party.entity.js';

/** A code that is none links to no legal entity; the notice stays as published, so this is no E. */
export const partyCodeIsSound = defineRule({
  id: 'R02',
  severity: 'W',
  zh: '当事人以统一社会信用代码标识时，代码有效',
  en: 'A party identified by a unified social credit code has a valid one',
  remedy:
    '核对统一社会信用代码；在更正前不与市场主体关联 / Check the code; until then the party links to no legal entity',
  source: 'GB 32100-2015, GB 11714-1997',
  entity: ProcessParty,
  reads: [ProcessParty, ContractingProcess],
  sql: (t) =>
    judged({
      from: `${t(ProcessParty)} y join ${t(ContractingProcess)} p on p.ocid = y.ocid`,
      key: 'y.id',
      agency: 'p.buyer_agency_id',
      applies: `starts_with(y.jurisdiction, 'CN-') and y.party_scheme ~* '^(CN-)?USCC$'`,
      known: 'y.party_id is not null',
      holds: 'y.party_uscc is not null',
      left: 'y.party_id',
      field: 'party',
      zh: `{y.party_name}的代码{y.party_id}{case when ${isSoundUscc('y.party_id')} then '的组织机构代码校验位或登记部门、类别有误' else '形式或校验码有误' end}`,
      en: `the code {y.party_id} of {y.party_name} has {case when ${isSoundUscc('y.party_id')} then 'a wrong inner check digit, department or category' else 'a wrong shape or check character' end}`,
      operands: [
        { entity: 'ProcessParty', key: 'y.id', field: 'party.id', value: 'y.party_id' },
        { entity: 'ProcessParty', key: 'y.id', field: 'party.name', value: 'y.party_name' },
      ],
    }),
});

export const oneNameOneCode = defineRule({
  id: 'R06b',
  severity: 'W',
  zh: '采购当事人中，同一名称不对应两个统一社会信用代码',
  en: 'Among the parties of all purchases one name does not stand for two codes',
  remedy: '核对两个代码中哪一个属于该单位 / Check which of the codes is this party’s',
  source: 'GB 32100-2015：一个主体一个代码 / GB 32100-2015: one body, one code',
  entity: ProcessParty,
  reads: [ProcessParty, ContractingProcess],
  sql: (t) =>
    judged({
      with: `with coded as materialized (
          select id, ocid, party_uscc, party_name, party_agency_id, ${normalisedName('party_name')} as name from ${t(ProcessParty)} y
          where starts_with(jurisdiction, 'CN-') and party_uscc is not null and party_agency_id is null),
        used as (select name, party_uscc, count(*) as times, min(id) as key from coded group by 1, 2),
        shared as (
          select *, count(*) over (partition by name) as codes, row_number() over (partition by name order by times desc, party_uscc) as place,
            first_value(party_uscc) over (partition by name order by times desc, party_uscc) as usual,
            first_value(key) over (partition by name order by times desc, party_uscc) as usual_key from used)`,
      // Of two codes the rarer one is at fault; a body that was reorganised keeps its name under a new code.
      from: `coded y join ${t(ContractingProcess)} p on p.ocid = y.ocid
        left join shared x on x.name = y.name and x.party_uscc = y.party_uscc and x.place > 1`,
      key: 'y.id',
      agency: 'p.buyer_agency_id',
      known: 'y.name is not null',
      holds: 'x.name is null',
      left: 'y.party_uscc',
      right: 'x.usual',
      field: 'party',
      zh: '{y.party_name}在此处的代码为{y.party_uscc}，别处为{x.usual}',
      en: '{y.party_name} has the code {y.party_uscc} here and {x.usual} elsewhere',
      operands: [
        { entity: 'ProcessParty', key: 'y.id', field: 'party.uscc', value: 'y.party_uscc' },
        { entity: 'ProcessParty', key: 'x.usual_key', field: 'party.uscc', value: 'x.usual' },
      ],
    }),
});
