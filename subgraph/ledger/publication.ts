/** A publication: the one transaction in which published rows change, with its instant, its batch and its log entry. */
import type { Client } from 'pg';
import { entityOfTable, modelOf, type Class } from '../model/entity-model.js';
import { appendEntry, NEXT_INSTANT, type EntryKind } from './log-entry.js';
import { PUBLISH_LOCK } from './publish-lock.js';
import { recordDigests } from './record-digests.js';
import { PRINTED_ALIKE } from './row-hash.js';
import { sealTable, type SealedTable } from './seal-table.js';

/** What is known of a batch before its rows are read. */
export interface BatchInput {
  /** The dataset, or `hub.…` for the hub's own work. */
  readonly dataset: string;
  readonly service: string | undefined;
  readonly mode: 'MERGE' | 'REPLACE' | 'SYSTEM';
  readonly files: readonly KeptFile[];
  readonly submittedBy: string;
  /** Day on which the department published the figures itself, `YYYY-MM-DD`. */
  readonly officiallyPublishedOn?: string | undefined;
  readonly note?: string | undefined;
  readonly kind?: EntryKind;
  /** Why rows that go go. */
  readonly reason?: string | undefined;
}

export interface KeptFile {
  readonly name: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface BatchCounts {
  rowsRead: number;
  inserted: number;
  changed: number;
  withdrawn: number;
  unchanged: number;
  quarantined: number;
}

/** The version of the hub that publishes, as batches keep it. */
export const TOOL_VERSION = 'sunshine-graph 0.1.0';

export class Publication {
  readonly counts: BatchCounts = { rowsRead: 0, inserted: 0, changed: 0, withdrawn: 0, unchanged: 0, quarantined: 0 };
  readonly #touched = new Map<string, Set<Class>>();
  #batch: { readonly id: string; readonly sequence: string; readonly instant: string } | undefined;

  constructor(
    readonly client: Client,
    readonly input: BatchInput,
  ) {}

  /**
   * Takes the lock and the instant; what is read or staged before waits for nobody. Only from here on may rows change:
   * until the commit no answer as of this instant or a later one is given.
   */
  async open(): Promise<{ readonly id: string; readonly sequence: string; readonly instant: string }> {
    if (this.#batch) return this.#batch;
    const { client, input } = this;
    await client.query(`select pg_advisory_xact_lock(${PUBLISH_LOCK})`);
    const { rows } = await client.query<{ id: string; sequence: string; instant: string }>(
      `insert into hub.batch (sequence, dataset_id, service, mode, published_at, submitted_by, officially_published_on, tool_version, note, files_digest)
       select coalesce(max(sequence), 0) + 1, $1, $2, $3,
         greatest(${NEXT_INSTANT}, max(published_at) + interval '1 millisecond'), $4, $5, $6, $7, $8 from hub.batch
       returning id, sequence::text, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as instant`,
      [
        input.dataset,
        input.service ?? null,
        input.mode,
        input.submittedBy,
        input.officiallyPublishedOn ?? null,
        TOOL_VERSION,
        input.note ?? null,
        digestOf(input.files),
      ],
    );
    const [batch] = rows;
    if (!batch) throw new Error('a batch is always given back');
    for (const [index, file] of input.files.entries())
      await client.query('insert into hub.batch_file (id, batch_id, name, sha256, bytes) values ($1, $2, $3, $4, $5)', [
        `${batch.id}-${index + 1}`,
        batch.id,
        file.name,
        file.sha256,
        file.bytes,
      ]);
    await client.query(
      `select set_config('hub.instant', $1, true), set_config('hub.batch', $2, true), set_config('hub.reason', $3, true)`,
      [batch.instant, batch.id, input.reason ?? ''],
    );
    this.#batch = batch;
    return batch;
  }

  /** Forgets the batch of a transaction that was rolled back to before it. */
  reopen(): void {
    this.#batch = undefined;
    this.#touched.clear();
    Object.assign(this.counts, { rowsRead: 0, inserted: 0, changed: 0, withdrawn: 0, unchanged: 0 });
  }

  /** Says that the batch speaks for a table, whether or not it changes any row of it. */
  touch(service: string, entity: Class): void {
    const entities = this.#touched.get(service) ?? new Set();
    entities.add(entity);
    this.#touched.set(service, entities);
  }

  get touched(): ReadonlyMap<string, ReadonlySet<Class>> {
    return this.#touched;
  }

  /** Tables whose rows changed because rows that they referred to went. */
  async #touchRevised(): Promise<void> {
    const { rows } = await this.client.query<{ revised: string | null }>(
      `select current_setting('hub.revised', true) as revised`,
    );
    for (const name of rows[0]?.revised?.split(' ') ?? []) {
      const [service = '', table = ''] = name.split('.');
      const entity = entityOfTable(table);
      if (entity) this.touch(service, entity);
    }
  }

  /** Proves what was written, and enters it in the log; the commit follows. */
  async seal(): Promise<void> {
    const { id, sequence, instant } = await this.open();
    const { client, counts, input } = this;
    await this.#touchRevised();
    const tables: SealedTable[] = [];
    for (const [service, entities] of this.#touched)
      for (const entity of entities) tables.push(await sealTable(client, service, entity, instant));
    await client.query(
      `update hub.batch set rows_read = $2, inserted = $3, changed = $4, withdrawn = $5, unchanged = $6, quarantined = $7 where id = $1`,
      [id, counts.rowsRead, counts.inserted, counts.changed, counts.withdrawn, counts.unchanged, counts.quarantined],
    );
    await appendEntry(client, input.kind ?? 'BATCH', instant, {
      batch: id,
      number: sequence,
      dataset: input.dataset,
      service: input.service ?? null,
      mode: input.mode,
      submittedBy: input.submittedBy,
      toolVersion: TOOL_VERSION,
      officiallyPublishedOn: input.officiallyPublishedOn ?? null,
      note: input.note ?? null,
      reason: input.reason ?? null,
      files: input.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
      counts,
      tables: tables.filter(({ published, ended }) => published.rows + ended.rows > 0),
      records: await recordDigests(client, instant),
    });
  }
}

/** One digest for all files of a batch, whatever their order. */
export const digestOf = (files: readonly KeptFile[]): string | null =>
  files.length
    ? files
        .map(({ sha256 }) => sha256)
        .toSorted()
        .join('+')
    : null;

/**
 * Runs `work` in a transaction and commits what it published: all of it or nothing. A failure, also one that `work`
 * throws on purpose, leaves the rows and the log as they were.
 */
export async function publish<T>(
  client: Client,
  input: BatchInput,
  work: (publication: Publication) => Promise<T>,
): Promise<T> {
  const publication = new Publication(client, input);
  await client.query('begin');
  try {
    await client.query(PRINTED_ALIKE);
    // Of a process that was killed a statement under way would hold the lock of the whole hub until it ends.
    await client.query(`set local client_connection_check_interval to '2s'`);
    await client.query(`set local gin_pending_list_limit to '1GB'`);
    await client.query('set constraints all deferred');
    const result = await work(publication);
    await publication.seal();
    await client.query('commit');
    // What is published is published, whether or not its index is tidy; the server would tidy it in time.
    await sortSearchIndexes(client, publication.touched).catch(() => undefined);
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** New rows are only listed in the search indexes until they are published: sorted in one by one they cost far more. */
async function sortSearchIndexes(client: Client, touched: Publication['touched']): Promise<void> {
  const tables = [...touched].flatMap(([service, entities]) =>
    [...entities].map((entity) => `"${service}"."${modelOf(entity).table}"`),
  );
  await client.query(
    `select gin_clean_pending_list(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_am a on a.oid = c.relam and a.amname = 'gin' where i.indrelid = any($1::text[]::regclass[])`,
    [tables],
  );
}
