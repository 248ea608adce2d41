/** Staged by COPY, published in one transaction: only rows that differ are written. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Publication } from '../ledger/publication.js';
import { hashSql } from '../ledger/row-hash.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { BATCH, HASH, LINE, SHEET, SINCE } from '../model/system-columns.js';
import { copyLine } from './copy-text.js';
import { shorten, type Finding } from './finding.js';
import { PLACE_COLUMNS, storedColumns, type ImportRow, type StoredColumn } from './stored-columns.js';

export interface TableInput {
  readonly entity: Class;
  readonly rows: Iterable<ImportRow> | AsyncIterable<ImportRow>;
  /**
   * Rows in the table that agree with a staged value of this column (`ocid`: the rest of the same process) and are
   * not staged themselves are gone from the source and are removed.
   */
  readonly wholeBy?: { readonly column: string; readonly values: readonly string[] };
  /** Columns that another step fills; an import neither sets nor changes them. */
  readonly keep?: readonly string[];
}

export interface TableReport {
  readonly table: string;
  readonly staged: number;
  readonly inserted: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

const BATCH_CHARACTERS = 64 * 1024;

/** The input breaks rules of severity E: nothing of it is stored. */
export class Refused extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings[0]?.en ?? 'refused');
  }
}

/**
 * Publishes all tables as part of a publication; `check` looks at each table while it is staged and may find reasons to
 * refuse. `namespace` is the service's schema.
 */
export async function publishTables(
  publication: Publication,
  namespace: string,
  tables: readonly TableInput[],
  check: (entity: Class) => Promise<readonly Finding[]> = async () => [],
): Promise<TableReport[]> {
  const reports: TableReport[] = [];
  for (const table of tables) reports.push(await publishTable(publication, namespace, table, check));
  return reports;
}

async function publishTable(
  publication: Publication,
  namespace: string,
  input: TableInput,
  check: (entity: Class) => Promise<readonly Finding[]>,
): Promise<TableReport> {
  const { client, counts } = publication;
  const table = modelOf(input.entity).table;
  const all = storedColumns(input.entity);
  const kept = all.filter(({ name }) => input.keep?.includes(name));
  const columns = all.filter((column) => !kept.includes(column));
  const target = `"${namespace}"."${table}"`;
  const stage = `stage_${table}`;
  const names = [...all, ...PLACE_COLUMNS].map(({ name }) => `"${name}"`).join(', ');
  await client.query(`drop table if exists pg_temp."${stage}"`);
  await client.query(`create temp table "${stage}" on commit drop as select ${names} from ${target} with no data`);
  const staged = await stageRows(client, stage, columns, input.rows);
  const findings = await check(input.entity);
  if (findings.length) throw new Refused(findings);
  await publication.open();
  publication.touch(namespace, input.entity);
  const removed = input.wholeBy ? await removeGone(client, target, stage, columns, input.wholeBy) : 0;
  const { inserted, changed } = await upsert(client, { target, stage, columns, kept, proof: `${namespace}.${table}` });
  const unchanged = staged - inserted - changed;
  counts.inserted += inserted;
  counts.changed += changed;
  counts.withdrawn += removed;
  counts.unchanged += unchanged;
  return { table, staged, inserted, changed, removed, unchanged };
}

/** Staged rows that refer to a row of this service that neither the table nor this import has. */
export async function missingReferences(
  client: Client,
  namespace: string,
  entity: Class,
  file: string,
): Promise<Finding[]> {
  const model = modelOf(entity);
  const findings: Finding[] = [];
  for (const field of model.fields.values()) {
    if (field.kind !== 'toOne' || field.from) continue;
    const target = modelOf(field.target());
    const [[key, column] = ['', '']] = field.columns();
    if (target.role !== 'entity' || target.lookup || !key) continue;
    const keyColumn = storedColumns(field.target()).find(({ primary }) => primary)?.name ?? key;
    const own =
      target === model
        ? `and not exists (select 1 from "stage_${model.table}" o where o."${keyColumn}" = s."${column}")`
        : '';
    const { rows } = await client.query<{ value: string }>(
      `select distinct s."${column}" as value from "stage_${model.table}" s where s."${column}" is not null
       and not exists (select 1 from "${namespace}"."${target.table}" t where t."${keyColumn}" = s."${column}") ${own} limit 20`,
    );
    for (const { value } of rows)
      findings.push({
        rule: 'REF-MISSING',
        severity: 'E',
        file,
        path: `${model.name}.${field.name}`,
        value: shorten(value),
        zh: `引用的${target.doc.split('：')[0]?.split(' / ')[0]}不存在`,
        en: `it refers to a ${target.name} that is not there`,
        remedy: '先导入被引用的数据，或更正引用 / import what it refers to first, or correct the reference',
      });
  }
  return findings;
}

async function stageRows(
  client: Client,
  stage: string,
  columns: readonly StoredColumn[],
  rows: TableInput['rows'],
): Promise<number> {
  const placed = [...columns, ...PLACE_COLUMNS];
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    let batch = '';
    for await (const row of rows) {
      batch += copyLine(placed, row);
      count += 1;
      if (batch.length > BATCH_CHARACTERS) {
        yield batch;
        batch = '';
      }
    }
    if (batch) yield batch;
  }
  const names = placed.map(({ name }) => `"${name}"`).join(', ');
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy "${stage}" (${names}) from stdin`)));
  return count;
}

interface Upsert {
  readonly target: string;
  readonly stage: string;
  readonly columns: readonly StoredColumn[];
  /** Columns that another step fills: an import neither sets nor changes them. */
  readonly kept: readonly StoredColumn[];
  /** What the row's hash names as its table. */
  readonly proof: string;
}

/** Rows that are the same already are not written: only what differs becomes a version of its own. */
async function upsert(
  client: Client,
  { target, stage, columns, kept, proof }: Upsert,
): Promise<{ inserted: number; changed: number }> {
  const quoted = columns.map(({ name }) => `"${name}"`);
  const names = [...quoted, `"${SHEET}"`, `"${LINE}"`];
  const keys = columns.filter(({ primary }) => primary).map(({ name }) => `"${name}"`);
  const others = columns.filter(({ primary }) => !primary).map(({ name }) => `"${name}"`);
  const row = (alias: string): string => `(${others.map((name) => `${alias}.${name}`).join(', ')})`;
  const same = [
    ...keys.map((name) => `t.${name} = s.${name}`),
    ...(others.length ? [`${row('t')} is not distinct from ${row('s')}`] : []),
  ].join(' and ');
  const fresh = hashSql(proof, columns, (name) => `s."${name}"`);
  const revised = kept.length
    ? hashSql(proof, [...columns, ...kept], (name) =>
        kept.some((column) => column.name === name) ? `t."${name}"` : `excluded."${name}"`,
      )
    : `excluded."${HASH}"`;
  const set = [
    ...[...others, `"${SHEET}"`, `"${LINE}"`].map((name) => `${name} = excluded.${name}`),
    `"${SINCE}" = hub.instant()`,
    `"${BATCH}" = hub.batch()`,
    `"${HASH}" = ${revised}`,
  ].join(', ');
  const { rows } = await client.query<{ inserted: string; changed: string }>(
    `with written as (
       insert into ${target} as t (${names.join(', ')}, "${HASH}") select ${names.map((name) => `s.${name}`).join(', ')}, ${fresh} from "${stage}" s
       where not exists (select 1 from ${target} t where ${same})
       on conflict (${keys.join(', ')}) do update set ${set} returning xmax = 0 as fresh)
     select count(*) filter (where fresh) inserted, count(*) filter (where not fresh) changed from written`,
  );
  return { inserted: Number(rows[0]?.inserted ?? 0), changed: Number(rows[0]?.changed ?? 0) };
}

async function removeGone(
  client: Client,
  target: string,
  stage: string,
  columns: readonly StoredColumn[],
  whole: { column: string; values: readonly string[] },
): Promise<number> {
  const keys = columns.filter(({ primary }) => primary).map(({ name }) => `s."${name}" = t."${name}"`);
  const { rowCount } = await client.query(
    `delete from ${target} t where t."${whole.column}" = any($1::text[]) and not exists (select 1 from "${stage}" s where ${keys.join(' and ')})`,
    [whole.values],
  );
  return rowCount ?? 0;
}
