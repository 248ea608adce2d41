import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { partyName } from '../party/party-key.js';
import { Contract } from './contract.entity.js';

/** A purchase that prints no code still names its project when it was linked by name or by hand. */
export const worksHaveProject = defineRule({
  id: 'P10',
  severity: 'W',
  zh: '工程类合同有投资项目代码，或能对应到项目',
  en: 'A works contract has an investment project code, or leads to a project',
  remedy:
    '补填投资项目统一代码，或在关联表中认定所属项目 / State the project code, or assign the project in the link file',
  source:
    '公共资源交易数据规范表550：工程类采购必填 INVEST_PROJECT_CODE / Exchange standard table 550: works must state INVEST_PROJECT_CODE',
  entity: Contract,
  reads: [Contract, ContractingProcess],
  sql: (t) =>
    judged({
      from: `${t(Contract)} c join ${t(ContractingProcess)} p on p.ocid = c.ocid`,
      key: 'c.id',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and coalesce(p.main_procurement_category = 'WORKS', true) and coalesce(c.status, 'ACTIVE') <> 'CANCELLED'`,
      known: 'p.main_procurement_category is not null',
      holds: 'coalesce(p.project_code, p.project_id) is not null',
      field: 'process',
      zh: `工程合同（{p.title}，{${plain('c.amount')}}，供应商{${partyName('c.supplier')}}）没有投资项目代码，也无法按名称对应任何项目`,
      en: `the works contract “{p.title}” ({${plain('c.amount')}} {c.currency}, {${partyName('c.supplier')}}) has no project code and leads to no project`,
      operands: [
        { entity: 'ContractingProcess', key: 'p.ocid', field: 'projectCode', value: 'p.project_code' },
        { entity: 'Contract', key: 'c.id', field: 'amount', value: plain('c.amount') },
      ],
    }),
});
