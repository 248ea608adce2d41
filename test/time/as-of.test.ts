import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contract } from '../../services/procurement/contract/contract.entity.js';
import { Project } from '../../services/projects/project/project.entity.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf, expectOneError } from '../kit/expect-answer.js';
import { inDatabase } from '../kit/test-database.js';
import { variablesOf } from '../graph/query-variables.js';
import { reviseRows, SYSTEM } from './revise-rows.js';

const FOLDER = path.resolve(import.meta.dirname, '../graph');
const QUERIES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.test.graphql'))
  .map((name) => [name.replace('.test.graphql', ''), readFileSync(path.join(FOLDER, name), 'utf8')] as const);

/** A publication of these alone takes less than a reader waits. */
const FEW = [Contract, Project];

let hub: TestHub | undefined;
const ask = (query: string, asOf?: string, variables: Record<string, unknown> = {}) =>
  hub!.query(query, variables, asOf === undefined ? {} : { 'hub-as-of': asOf });
const change = <T>(work: Parameters<typeof inDatabase<T>>[1]): Promise<T> => inDatabase(hub!.database.url, work);

beforeAll(async () => {
  hub = await createHub('embedded', { writes: true });
});
afterAll(() => hub?.[Symbol.asyncDispose]());

describe('the golden queries as of a past instant', () => {
  const then = new Map<string, unknown>();
  const changed: string[] = [];
  let asOf = '';

  beforeAll(async () => {
    for (const [name, query] of QUERIES) {
      const answer = await ask(query, 'now', variablesOf(query));
      then.set(name, dataOf(answer));
      ({ asOf = '' } = (answer.body as { extensions?: { asOf?: string } }).extensions ?? {});
    }
    // Three publications: rows change once, twice, or not at all.
    for (const letters of ['0-5', '4-9', '5'])
      expect((await change((client) => reviseRows(client, letters))).rows).toBeGreaterThan(1_000);
    for (const [name, query] of QUERIES) {
      const now = dataOf(await ask(query, undefined, variablesOf(query)));
      if (JSON.stringify(now) !== JSON.stringify(then.get(name))) changed.push(name);
    }
  });

  it('would answer something else today', () => expect(changed.length).toBeGreaterThan(QUERIES.length * 0.6));

  it.each(QUERIES)('%s: as it was', async (name, query) => {
    const answer = await ask(query, asOf, variablesOf(query));
    expect(dataOf(answer)).toEqual(then.get(name));
    expect(answer.body).toMatchObject({ extensions: { asOf } });
  });
});

describe('hub-as-of', () => {
  const count = '{ contracts { totalCount } }';

  it('before the first batch is refused, with since when there is data', async () => {
    const error = expectOneError(await ask(count, '2001-01-01'), 'AS_OF_TOO_EARLY');
    const since = String(error.extensions['since']);
    expect(dataOf(await ask(count, since))).toEqual(dataOf(await ask(count)));
    const before = new Date(Date.parse(since) - 1).toISOString();
    expectOneError(await ask(count, before), 'AS_OF_TOO_EARLY');
  });

  it('holds for exports too, as a header as well as a parameter', async () => {
    for (const asOf of ['2001-01-01', 'Not A Time']) {
      const byHeader = await hub!.fetch('/export/contracts?fields=id', { headers: { 'hub-as-of': asOf } });
      const byParameter = await hub!.fetch(`/export/contracts?fields=id&asOf=${encodeURIComponent(asOf)}`);
      expect([byHeader.status, byParameter.status]).toEqual([400, 400]);
      expect(await byHeader.text()).toBe(await byParameter.text());
    }
  });

  it('in the future, or of no form, is refused', async () => {
    expectOneError(await ask(count, '2999-12-31'), 'AS_OF_FUTURE');
    expectOneError(await ask(count, 'Not A Time'), 'AS_OF_INVALID');
    expectOneError(await ask(count, '2024-02-30'), 'AS_OF_INVALID');
    expectOneError(await ask(count, '2024-annual'), 'UNKNOWN_EDITION');
  });

  it('may name an edition, in every service', async () => {
    const { instant } = await change((client) => reviseRows(client, 'a', FEW));
    await change((client) =>
      client.query(`insert into hub.edition values ('spring', '春季版', $1, now(), 'test')`, [instant]),
    );
    const query = '{ contracts(first: 50) { nodes { id amount } } projects(first: 50) { nodes { id title } } }';
    const then = dataOf(await ask(query));
    await change((client) => reviseRows(client, '0-f', FEW));
    expect(dataOf(await ask(query))).not.toEqual(then);
    const answer = await ask(query, 'spring');
    expect(dataOf(answer)).toEqual(then);
    expect(answer.body).toMatchObject({ extensions: { asOf: instant } });
  });

  it('waits for a publication under way, and answers the same ever after', async () => {
    const query = '{ contracts(first: 100, orderBy: [{ field: AMOUNT, direction: DESC }]) { nodes { id amount } } }';
    const answers: { asOf: string; data: unknown }[] = [];
    const published = new AbortController();
    const publishing = (async () => {
      for (const letters of ['0-7', '8-f', '0-f', '3-9']) await change((client) => reviseRows(client, letters, FEW));
    })().finally(() => published.abort());
    while (!published.signal.aborted) {
      const answer = await ask(query, 'now');
      const [busy] = answer.body.errors ?? [];
      if (busy) {
        expect(busy.extensions['code']).toBe('AS_OF_BUSY');
        continue;
      }
      answers.push({
        asOf: (answer.body as unknown as { extensions: { asOf: string } }).extensions.asOf,
        data: answer.body.data,
      });
    }
    await publishing;
    expect(answers.length).toBeGreaterThan(0);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBeGreaterThan(1);
    for (const { asOf, data } of answers) expect(dataOf(await ask(query, asOf))).toEqual(data);
  });

  it('is refused, with the last settled instant, while a publication takes long', async () => {
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let opened = (): void => undefined;
    const open = new Promise<void>((resolve) => (opened = resolve));
    const publishing = change((client) =>
      publish(client, SYSTEM, async (publication) => {
        await publication.open();
        opened();
        await finished;
      }),
    );
    await open;
    const { extensions } = expectOneError(await ask(count, 'now'), 'AS_OF_BUSY');
    expect(dataOf(await ask(count, String(extensions['lastPublished'])))).toEqual(dataOf(await ask(count)));
    finish();
    await publishing;
    dataOf(await ask(count, 'now'));
  });
});
