/** Tables 300, 302 and 303 → misconduct records; 303 revokes a record of 302. */
import { checkUscc } from '../../../schema/vocabulary/uscc.js';
import type { Finding } from '../../../subgraph/import/finding.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import type { ImportRow } from '../../../subgraph/import/stored-columns.js';
import type { ExchangeRow } from './exchange-row.js';
import type { ExchangeSetting } from './release-parts.js';
import { processId } from './release-unit.js';

/** The role in words; the form's list of role codes differs by province, and a wrong role would be published. */
const ROLES: Readonly<Record<string, string>> = {
  招标人: 'BUYER',
  采购人: 'BUYER',
  招标代理机构: 'AGENT',
  采购代理机构: 'AGENT',
  投标人: 'SUPPLIER',
  供应商: 'SUPPLIER',
  评标专家: 'EXPERT',
  评审专家: 'EXPERT',
};

const party = (name: string | null, code: string | null, { jurisdiction }: ExchangeSetting): unknown => {
  const uscc = code === null ? undefined : checkUscc(code);
  return identifiedParty({ name, uscc: uscc?.ok ? uscc.value : null }, jurisdiction);
};

export interface Misconduct {
  readonly rows: readonly ImportRow[];
  /** Ids of records that are only revoked here, with the day. */
  readonly revoked: ReadonlyMap<string, { readonly on: string | null; readonly row: ExchangeRow }>;
  readonly findings: readonly Finding[];
}

/** `processes` are the contracting processes known: a record of another one keeps no link. */
export function misconductRows(
  rows: readonly ExchangeRow[],
  setting: ExchangeSetting,
  processes: ReadonlySet<string>,
): Misconduct {
  const found = new Map<string, Record<string, unknown>>();
  const revoked = new Map<string, { on: string | null; row: ExchangeRow }>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const { name } = row.table;
    if (name === 'WITHDRAW_BLACK_LIST')
      revoked.set(row.text('BLACKLIST_CODE') ?? '', { on: row.day('APPLICATION_DATE'), row });
    const id = row.text(name === 'BLACK_LIST' ? 'BLACKLIST_CODE' : 'VIOLATING_CODE');
    if (id === null || (name !== 'BLACK_LIST' && name !== 'VIOLATING_LAWS_RULES_INFO')) continue;
    const role = ROLES[row.text('BODY_ROLE') ?? ''] ?? null;
    if (role === null && row.text('BODY_ROLE') !== null) findings.push(unknownRole(row));
    const project = row.text('TENDER_PROJECT_CODE');
    const ocid = project === null ? null : processId(project, setting);
    found.set(id, {
      id,
      subject: party(row.text('BODY_NAME'), row.text('BODY_CODE'), setting),
      role,
      reason: row.text('VIOLATING_NAME') ?? row.text('RECORD_REASON'),
      basis: row.text('PUNISHMENT_BASIS'),
      decisionNo: row.text('DOCUMENT_CODE'),
      decidedOn: row.day('RECORD_DATE') ?? row.day('OPERATE_DATE'),
      penalty: row.text('PUNISHMENT_RESULT'),
      // Listed is barred; of a violation the form says so by the period alone.
      banned: name === 'BLACK_LIST' || row.text('CONFINED_START') !== null,
      bannedFrom: row.day('CONFINED_START'),
      bannedTo: row.day('CONFINED_END'),
      issuingBody: party(row.text('GOVERNMENT'), null, setting),
      revoked: row.text('REVOCATION_STATUS') === '1',
      revokedOn: null,
      ocid: ocid !== null && processes.has(ocid) ? ocid : null,
      jurisdiction: setting.jurisdiction,
      source: row.file,
    });
  }
  for (const [id, { on }] of revoked) {
    const row = found.get(id);
    if (!row) continue;
    Object.assign(row, { revoked: true, revokedOn: on });
    revoked.delete(id);
  }
  return { rows: [...found.values()], revoked, findings };
}

const unknownRole = (row: ExchangeRow): Finding => ({
  rule: 'EX03',
  severity: 'W',
  file: row.file,
  path: `第 ${row.line} 行“主体角色” / row ${row.line}, BODY_ROLE`,
  value: row.text('BODY_ROLE') ?? '',
  zh: '主体角色代码各省不同，未能识别，角色留空',
  en: 'codes of roles differ by province; this one is not known, and the role is left blank',
  remedy: '写作“供应商”“采购人”“代理机构”等 / write the role in words',
  row: row.line,
});
