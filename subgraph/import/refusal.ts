/** Files that were refused: kept with what is wrong with them, so that a figure can be accepted as published. */
import type { Client } from 'pg';
import type { KeptFile } from '../ledger/publication.js';
import type { Finding } from './finding.js';
import { isRuleFinding } from './personal-findings.js';

/** How a refused file was handed in: publishing it again does the same. */
export interface RefusalOptions {
  /** What `hub import` was told to import. */
  readonly what: string;
  readonly files: readonly KeptFile[];
  readonly mode?: 'MERGE' | 'REPLACE';
  readonly agency?: string | undefined;
  readonly period?: string | undefined;
  readonly partial?: boolean | undefined;
  readonly officialOn?: string | undefined;
  readonly note?: string | undefined;
  /** All findings of severity E, those too that are not kept. */
  readonly count: number;
  /** The batch that published the file after its findings were accepted. */
  readonly publishedAs?: string;
}

/** A finding as a refusal keeps it; it never has a personal value. */
export interface RefusalFinding {
  readonly rule: string;
  readonly severity: 'E' | 'W' | 'I';
  readonly file: string;
  readonly path: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
  readonly remedy: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly dataset: string | null;
  readonly entity: string | null;
  readonly key: string | null;
  readonly acceptable: boolean;
}

export interface Refusal {
  readonly id: string;
  readonly dataset: string;
  readonly service: string | null;
  readonly file: string;
  readonly sha256: string;
  readonly at: string;
  readonly by: string;
  readonly options: RefusalOptions;
  readonly findings: readonly RefusalFinding[];
}

export function refusalFinding(finding: Finding, dataset: string): RefusalFinding {
  const { rule, severity, file, path, value, zh, en, remedy, sheet, row, column, entity, key, acceptable } = finding;
  const ofRule = isRuleFinding(finding);
  const owner = ofRule ? finding.dataset : dataset;
  return {
    rule,
    severity,
    file,
    path,
    value,
    zh,
    en,
    remedy: remedy ?? null,
    sheet: sheet ?? null,
    row: row ?? null,
    column: column ?? null,
    dataset: owner,
    entity: entity ?? null,
    key: key ?? null,
    // What a rule finds wrong stands in its columns already; an acceptance is of one dataset's record.
    acceptable: (ofRule || acceptable === true) && owner !== null && entity !== undefined && key !== undefined,
  };
}

/** In a transaction of its own: the publication that was refused leaves nothing else. */
export async function storeRefusal(
  client: Client,
  refusal: Pick<Refusal, 'dataset' | 'service' | 'file' | 'sha256' | 'by' | 'options' | 'findings'>,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into hub.refusal (dataset_id, service, file, sha256, submitted_by, options, findings)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb) returning id`,
    [
      refusal.dataset,
      refusal.service,
      refusal.file,
      refusal.sha256,
      refusal.by,
      JSON.stringify(refusal.options),
      JSON.stringify(refusal.findings),
    ],
  );
  return rows[0]?.id ?? '';
}

export async function findRefusals(client: Client, ids?: readonly string[]): Promise<Refusal[]> {
  const { rows } = await client.query<Refusal>(
    `select id, dataset_id as dataset, service, file, sha256, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
       submitted_by as by, options, findings from hub.refusal where $1::text[] is null or id = any($1::text[]) order by id`,
    [ids ?? null],
  );
  return rows;
}

export async function markPublished(client: Client, id: string, batch: string): Promise<void> {
  await client.query(
    `update hub.refusal set options = options || jsonb_build_object('publishedAs', $2::text) where id = $1`,
    [id, batch],
  );
}
