import { defineRule, type Rule } from '../../../subgraph/check/define-rule.js';
import { documentRule } from '../../../subgraph/check/document-rules.js';
import { judged } from '../../../subgraph/check/judged.js';
import { unitRule } from '../../../subgraph/check/unit-rules.js';
import { usccRules } from '../../../subgraph/check/uscc-rules.js';
import { modelOf, type Class } from '../../../subgraph/model/entity-model.js';
import { ChangeOrder } from '../change-order/change-order.entity.js';
import { LandInstalment } from '../land/land-instalment.entity.js';
import { LandTransfer } from '../land/land-transfer.entity.js';
import { ProgressReport } from '../progress/progress-report.entity.js';
import { FundingSource } from './funding-source.entity.js';
import { Project } from './project.entity.js';

/** Year and month, region that begins with a province of GB/T 2260, department, type, serial with its check digit. */
const SHAPE =
  '^[0-9]{2}(0[1-9]|1[0-2])-(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}$';

function projectCodeRule(place: {
  entity: Class;
  column: string;
  field: string;
  applies: string;
  agency?: string;
}): Rule {
  const code = `s.${place.column}`;
  return defineRule({
    id: 'R12',
    severity: 'E',
    zh: '投资项目统一代码符合 GB/T 40058 的结构，月份为 01–12（末位校验码不校验，标准未公开算法）',
    en: 'A project code has the layout of GB/T 40058 and a month of 01–12; its check digit is not tested',
    remedy: '与投资项目在线审批监管平台核对代码 / compare the code with the national approval platform',
    source: 'GB/T 40058-2021',
    entity: place.entity,
    reads: [place.entity],
    alone: true,
    ofCells: true,
    sql: (t) =>
      judged({
        from: `${t(place.entity)} s`,
        key: 's.id',
        ...(place.agency !== undefined && { agency: `s.${place.agency}` }),
        applies: place.applies,
        known: `${code} is not null`,
        holds: `${code} ~ '${SHAPE}'`,
        left: code,
        field: place.field,
        zh: `{${code}} 不是投资项目统一代码`,
        en: `{${code}} is not a project code`,
        operands: [{ entity: modelOf(place.entity).name, key: 's.id', field: place.field, value: code }],
      }),
  });
}

/** Identifiers, document numbers and units: what can be told of a record without its neighbours. */
export const projectCodeRules: readonly Rule[] = [
  projectCodeRule({
    entity: Project,
    column: 'code',
    field: 'code',
    applies: `s.scheme = 'CN-GBT40058'`,
    agency: 'authority_agency_id',
  }),
  projectCodeRule({
    entity: LandTransfer,
    column: 'project_code',
    field: 'projectCode',
    // Most land is for no project of the city: a blank says nothing.
    applies: 's.project_code is not null',
  }),
  ...usccRules({
    entity: Project,
    column: 'public_authority_uscc',
    field: 'publicAuthority.uscc',
    key: 'id',
    agency: 'authority_agency_id',
  }),
  ...usccRules({ entity: LandTransfer, column: 'holder_uscc', field: 'holder.uscc', key: 'id' }),
  documentRule({
    entity: Project,
    column: 'approval_no',
    field: 'approvalNo',
    key: 'id',
    day: 'approved_on',
    whole: 'id',
    agency: 'authority_agency_id',
  }),
  documentRule({
    entity: ChangeOrder,
    column: 'approval_no',
    field: 'approvalNo',
    key: 'id',
    day: 'approved_on',
    whole: 'project_id',
    blankIsNone: true,
  }),
  unitRule(Project, { agency: 'authority_agency_id' }),
  unitRule(FundingSource),
  unitRule(ProgressReport),
  unitRule(ChangeOrder),
  unitRule(LandTransfer, { unit: 'source_unit' }),
  unitRule(LandInstalment),
];
