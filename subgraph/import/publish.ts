/** Staged by COPY, published in one transaction: only rows that differ are written. */
import type { Client } from 'pg';
import type { Publication } from '../ledger/publication.js';
import type { Class } from '../model/entity-model.js';
import type { Finding } from './finding.js';
import { Stage } from './stage.js';
import type { ImportRow } from './stored-columns.js';
import { upsert } from './upsert.js';

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

/** The input breaks rules of severity E: nothing of it is stored. */
export class Refused extends Error {
  constructor(
    readonly findings: readonly Finding[],
    /** How many there are, when not all are kept. */
    readonly count = findings.length,
  ) {
    super(findings[0]?.en ?? 'refused');
  }
}

/** Publishes all tables as part of a publication; `namespace` is the service's schema. */
export async function publishTables(
  publication: Publication,
  namespace: string,
  tables: readonly TableInput[],
): Promise<TableReport[]> {
  const reports: TableReport[] = [];
  for (const table of tables) reports.push(await publishTable(publication, namespace, table));
  return reports;
}

async function publishTable(publication: Publication, namespace: string, input: TableInput): Promise<TableReport> {
  const { client } = publication;
  const stage = new Stage(client, namespace, input.entity, input.keep);
  await stage.create();
  for await (const row of input.rows)
    if (stage.add(row, row['hubSheet'] as string | undefined, row['hubRow'] as number | undefined)) await stage.send();
  await stage.end();
  await publication.open();
  return writeStage(publication, stage, {
    removed: input.wholeBy ? await removeGone(client, stage, input.wholeBy) : 0,
  });
}

/** Writes what is staged and counts it, with the rows that were removed for it. */
export async function writeStage(
  publication: Publication,
  stage: Stage,
  { removed = 0, origin = [] }: { removed?: number; origin?: readonly string[] } = {},
): Promise<TableReport> {
  const { client, counts } = publication;
  publication.touch(stage.namespace, stage.entity);
  const { inserted, changed } = await upsert(client, stage, origin);
  const unchanged = stage.count - inserted - changed;
  counts.inserted += inserted;
  counts.changed += changed;
  counts.withdrawn += removed;
  counts.unchanged += unchanged;
  return { table: stage.table, staged: stage.count, inserted, changed, removed, unchanged };
}

async function removeGone(
  client: Client,
  stage: Stage,
  whole: { column: string; values: readonly string[] },
): Promise<number> {
  const keys = stage.keys.map(({ name }) => `s."${name}" = t."${name}"`);
  const { rowCount } = await client.query(
    `delete from ${stage.target} t where t."${whole.column}" = any($1::text[]) and not exists (select 1 from ${stage.name} s where ${keys.join(' and ')})`,
    [whole.values],
  );
  return rowCount ?? 0;
}
