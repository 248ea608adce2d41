/** Records of the form beside its processes: bid openings and misconduct, as their own tables. */
import type { Finding } from '../../../subgraph/import/finding.js';
import { publishTables, type TableReport } from '../../../subgraph/import/publish.js';
import { storedColumns, type ImportRow } from '../../../subgraph/import/stored-columns.js';
import type { Publication } from '../../../subgraph/ledger/publication.js';
import { BidOpening } from '../bid/bid-opening.entity.js';
import { MisconductRecord } from '../misconduct/misconduct-record.entity.js';
import type { ExchangeRow } from './exchange-row.js';
import { misconductRows } from './misconduct-rows.js';
import type { ExchangeSetting } from './release-parts.js';
import { processId } from './release-unit.js';

/** All that a revocation changes of a record. */
const REVOCATION = ['id', 'jurisdiction', 'revoked', 'revoked_on'];

/** Of two openings of one section the later row stands: it is the correction. */
export async function publishOpenings(publication: Publication, rows: readonly ImportRow[]): Promise<TableReport[]> {
  if (!rows.length) return [];
  const last = new Map(rows.map((row) => [row['id'], row]));
  return publishTables(publication, 'procurement', [{ entity: BidOpening, rows: [...last.values()] }]);
}

export async function publishMisconduct(
  publication: Publication,
  source: readonly ExchangeRow[],
  setting: ExchangeSetting,
): Promise<{ tables: TableReport[]; findings: readonly Finding[] }> {
  if (!source.length) return { tables: [], findings: [] };
  const ocids = source.flatMap((row) => row.text('TENDER_PROJECT_CODE') ?? []).map((code) => processId(code, setting));
  const { rows, revoked, findings } = misconductRows(
    source,
    setting,
    await known(publication, 'contracting_process', 'ocid', ocids),
  );
  const tables = await publishTables(publication, 'procurement', [{ entity: MisconductRecord, rows }]);
  const there = await known(publication, 'misconduct_record', 'id', [...revoked.keys()]);
  const later = [...revoked].filter(([id]) => there.has(id));
  if (later.length)
    tables.push(
      ...(await publishTables(publication, 'procurement', [
        {
          entity: MisconductRecord,
          rows: later.map(([id, { on }]) => ({
            id,
            jurisdiction: setting.jurisdiction,
            revoked: true,
            revokedOn: on,
          })),
          keep: storedColumns(MisconductRecord)
            .map(({ name }) => name)
            .filter((name) => !REVOCATION.includes(name)),
        },
      ])),
    );
  const lost = [...revoked].filter(([id]) => !there.has(id)).map(([id, { row }]) => noRecord(id, row));
  return { tables, findings: [...findings, ...lost] };
}

async function known(
  { client }: Publication,
  table: string,
  column: string,
  values: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ value: string }>(
    `select "${column}" as value from procurement."${table}" where "${column}" = any($1::text[])`,
    [values],
  );
  return new Set(rows.map(({ value }) => value));
}

const noRecord = (id: string, { file, line }: ExchangeRow): Finding => ({
  rule: 'EX06',
  severity: 'W',
  file,
  path: `第 ${line} 行“黑名单” / row ${line}, BLACKLIST_CODE`,
  value: id,
  zh: '要撤销的黑名单记录不存在，未导入',
  en: 'the record to be removed is not there; nothing was done',
  remedy: '先导入黑名单信息（表 302） / import the blacklist (table 302) first',
  row: line,
});
