/** The log against itself, entry by entry, and what it says must be found: batches, digests of rows and of records. */
import type { Client } from 'pg';
import type { Faults } from './fault.js';
import { entryHash, GENESIS } from './log-entry.js';
import type { Digest, SealedTable } from './seal-table.js';
import { type BatchBody, verifyBatches } from './verify-batches.js';

/** Digest by instant. */
export type Digests = Map<string, Digest>;

export interface LoggedState {
  readonly entries: number;
  readonly head: { readonly sequence: string; readonly hash: string } | undefined;
  /** By `service.Entity`. */
  readonly published: ReadonlyMap<string, Digests>;
  readonly ended: ReadonlyMap<string, Digests>;
  /** By name of the record table. */
  readonly records: ReadonlyMap<string, Digests>;
}

interface Entry {
  readonly sequence: string;
  readonly at: string;
  readonly kind: string;
  readonly body: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

interface Body extends BatchBody {
  readonly tables?: readonly SealedTable[];
  readonly records?: Readonly<Record<string, Digest>>;
}

const PAGE = 500;

export async function verifyEntries(client: Client, faults: Faults): Promise<LoggedState> {
  const published = new Map<string, Digests>();
  const ended = new Map<string, Digests>();
  const records = new Map<string, Digests>();
  let last: Entry | undefined;
  let entries = 0;
  for (;;) {
    const page: Entry[] = await readPage(client, last?.sequence ?? '0');
    const bodies: { entry: Entry; body: Body }[] = [];
    for (const entry of page) {
      verifyEntry(entry, last, faults);
      const body = readBody(entry);
      if (body) bodies.push({ entry, body });
      for (const table of body?.tables ?? []) {
        note(published, `${table.service}.${table.entity}`, entry.at, table.published);
        note(ended, `${table.service}.${table.entity}`, entry.at, table.ended);
      }
      for (const [name, digest] of Object.entries(body?.records ?? {})) note(records, name, entry.at, digest);
      last = entry;
    }
    entries += page.length;
    await verifyBatches(
      client,
      bodies.filter(({ body }) => body.batch !== undefined).map(({ entry, body }) => ({ ...entry, body })),
      faults,
    );
    if (page.length < PAGE) break;
  }
  return {
    entries,
    head: last && { sequence: last.sequence, hash: last.hash.toString('hex') },
    published,
    ended,
    records,
  };
}

async function readPage(client: Client, after: string): Promise<Entry[]> {
  const { rows } = await client.query<Entry>(
    `select l.sequence::text, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, l.kind, l.body, l.previous, l.hash
     from hub.log l where l.sequence > $1 order by l.sequence limit ${PAGE}`,
    [after],
  );
  return rows;
}

function verifyEntry(entry: Entry, last: Entry | undefined, faults: Faults): void {
  const { sequence, at, kind, previous, hash } = entry;
  const say = (zh: string, en: string): void =>
    faults.add({
      zh: `日志第 ${sequence} 条（${at}，${kind}）${zh}`,
      en: `entry ${sequence} of the log (${at}, ${kind}) ${en}`,
      entry: sequence,
      table: 'hub.log',
    });
  if (BigInt(sequence) !== BigInt(last?.sequence ?? 0) + 1n)
    say('之前缺少条目', `does not follow entry ${last?.sequence ?? '0'}: entries between them are missing`);
  if (!previous.equals(last?.hash ?? GENESIS))
    say('与前一条的哈希不衔接', 'does not carry the hash of the one before it');
  if (!entryHash(previous, entry).equals(hash))
    say('的内容与其哈希不符', 'does not have the content that its hash proves');
  if (last && at <= last.at) say('的时刻不晚于前一条', 'is not later than the one before it');
}

/** A body that was changed may be anything; that it was is said already. */
function readBody({ body }: Entry): Body | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function note(into: Map<string, Digests>, name: string, at: string, digest: Digest): void {
  if (digest.rows === 0) return;
  const digests = into.get(name) ?? new Map<string, Digest>();
  digests.set(at, digest);
  into.set(name, digests);
}
