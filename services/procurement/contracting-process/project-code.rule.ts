import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ContractingProcess } from './contracting-process.entity.js';

/** From this day on new projects get codes of the national layout; earlier ones keep theirs. */
const NATIONAL_LAYOUT_SINCE = '2020-11-01';

/** The region begins with a province of GB/T 2260; how the check digit is formed is not published, so it is not tested. */
const LAYOUT =
  '^[0-9]{2}(0[1-9]|1[0-2])-(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}$';

export const projectCodeIsOne = defineRule({
  id: 'R12',
  severity: 'E',
  zh: '公告所载投资项目代码符合 GB/T 40058 的结构，月份为 01–12',
  en: 'A project code that a notice prints has the layout of GB/T 40058 and a month of 01–12',
  remedy: '与投资项目在线审批监管平台核对代码 / Compare the code with the national approval platform',
  source: 'GB/T 40058-2021；发改投资〔2020〕1439号 / GB/T 40058-2021',
  entity: ContractingProcess,
  reads: [ContractingProcess],
  alone: true,
  sql: (t) =>
    judged({
      from: `${t(ContractingProcess)} p`,
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `starts_with(p.jurisdiction, 'CN-') and p.project_code is not null and coalesce(p.published_on >= date '${NATIONAL_LAYOUT_SINCE}', true)`,
      known: 'p.published_on is not null',
      holds: `p.project_code ~ '${LAYOUT}'`,
      left: 'p.project_code',
      field: 'projectCode',
      zh: '{p.project_code}不是投资项目统一代码',
      en: '{p.project_code} is not a project code',
      operands: [{ entity: 'ContractingProcess', key: 'p.ocid', field: 'projectCode', value: 'p.project_code' }],
    }),
});
