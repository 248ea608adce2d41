/** A page as of a past instant beside the same page now: nothing, a tenth, and all of the rows revised since. */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { withClient } from '../../../hub/import-place.js';
import { procurement } from '../../../services/procurement/service.js';
import { publish } from '../../../subgraph/ledger/publication.js';
import { REVISED } from '../../../subgraph/ledger/revised.js';
import { modelOf } from '../../../subgraph/model/entity-model.js';
import { createService, type Service } from '../../../subgraph/service.js';
import { openBenchDatabase } from '../data/bench-database.js';

const PAGES = [
  {
    name: 'page',
    query: `{ contracts(first: 20, orderBy: [{ field: AMOUNT, direction: DESC }]) { nodes { id amount signedOn supplier { name } } } }`,
  },
  {
    name: 'filtered page',
    query: `{ contracts(first: 20, filter: { signedOn: { between: ["2023-01-01", "2023-12-31"] } }, orderBy: [{ field: SIGNED_ON }]) { nodes { id amount } } }`,
  },
  {
    name: 'three levels',
    query: `{ contractingProcesses(first: 20, orderBy: [{ field: PUBLISHED_ON, direction: DESC }]) { nodes { ocid title bids(first: 5) { nodes { id amount } } contracts(first: 2) { nodes { id amount } } } } }`,
  },
] as const;

/** Rows of these tables are revised, by their key's digest: a tenth of them first, then all. */
const TABLES = new Map([
  ['contracting_process', 'ocid'],
  ['tender', 'id'],
  ['bid', 'id'],
  ['contract', 'id'],
]);
const STAGES = [
  { revised: '0 %', below: undefined },
  { revised: '10 %', below: '1a' },
  { revised: '100 %', below: 'g' },
] as const;
const ROUNDS = 31;

export interface AsOfRatio {
  readonly page: string;
  readonly revised: string;
  /** As of then ÷ now: pages of memory touched, and time of the statement. */
  readonly buffers: number;
  readonly time: number;
}

export async function benchAsOf(log: (line: string) => void): Promise<AsOfRatio[]> {
  await using bench = await openBenchDatabase(log, 'small');
  const url = new URL(bench.urls.small);
  url.pathname = '/bench_as_of';
  const server = new URL(bench.urls.small);
  server.pathname = '/postgres';
  await withClient(server.href, async (client) => {
    await client.query('drop database if exists bench_as_of with (force)');
    await client.query('create database bench_as_of template bench_small strategy file_copy');
  });
  const statements: { text: string; values: readonly unknown[] }[] = [];
  await using service = await createService(procurement, {
    databaseUrl: url.href,
    city: bench.city,
    cursorSecret: 'bench',
    onStatement: (text, values) => statements.push({ text, values }),
  });
  const written = async (query: string, asOf?: string) => {
    statements.length = 0;
    await answered(service, query, asOf);
    const [statement] = statements;
    if (!statement) throw new Error('no statement was sent');
    return { ...statement };
  };
  return await withClient(url.href, async (client) => {
    await client.query('set statement_timeout = 0');
    const then = new Date().toISOString();
    const ratios: AsOfRatio[] = [];
    for (const { revised, below } of STAGES) {
      if (below !== undefined) await revise(client, below);
      for (const { name, query } of PAGES) {
        const now = await written(query);
        const past = await written(query, then);
        ratios.push({ page: name, revised, ...(await compared(client, past, now)) });
        const { buffers, time } = ratios.at(-1) ?? { buffers: 0, time: 0 };
        log(`${name}, ${revised} revised: buffers ${buffers.toFixed(2)}, time ${time.toFixed(2)}`);
      }
    }
    return ratios;
  });
}

async function answered(service: Service, query: string, asOf: string | undefined): Promise<void> {
  const headers: Record<string, string> = asOf === undefined ? {} : { 'hub-as-of': asOf };
  const { errors } = await service.execute({ query, headers });
  if (errors) throw new Error(JSON.stringify(errors));
}

async function revise(client: Client, below: string): Promise<void> {
  const batch = { dataset: 'bench', service: 'procurement', mode: 'SYSTEM', files: [], submittedBy: 'bench' } as const;
  await publish(client, batch, async (publication) => {
    await publication.open();
    for (const entity of procurement.entities) {
      const { table } = modelOf(entity);
      const key = TABLES.get(table);
      if (key === undefined) continue;
      publication.touch('procurement', entity);
      await client.query(
        `update procurement.${table} set source = source || '*', ${REVISED} where md5(${key}) < '${below}'`,
      );
    }
  });
  for (const table of TABLES.keys()) {
    await client.query(`vacuum analyze procurement.${table}`);
    await client.query(`vacuum analyze procurement.${table}_history`);
  }
}

interface Written {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Both statements in turn, on one connection. */
async function compared(client: Client, past: Written, now: Written): Promise<Pick<AsOfRatio, 'buffers' | 'time'>> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, { text, values }] of [past, now].entries()) {
      const began = performance.now();
      // As the service sends it: prepared under a name.
      await client.query({ name: createHash('sha1').update(text).digest('hex'), text, values: [...values] });
      times[at]?.push(performance.now() - began);
    }
  return {
    buffers: (await buffersOf(client, past)) / (await buffersOf(client, now)),
    time: median(times[0]) / median(times[1]),
  };
}

async function buffersOf(client: Client, { text, values }: Written): Promise<number> {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Record<string, number> }[] }>(
    `explain (analyze, buffers, format json) ${text}`,
    [...values],
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
