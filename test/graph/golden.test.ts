import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHub, type SentStatement, type TestHub } from '../kit/create-hub.js';
import { expectGolden } from '../kit/golden-files.js';
import { prettySql } from './pretty-sql.js';
import { variablesOf } from './query-variables.js';

const FOLDER = import.meta.dirname;
const ENDING = '.test.graphql';
const QUERIES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length));

/**
 * Each query with the data and the SQL it gives over the sample city: an extra statement or a lost index condition
 * shows in review. `UPDATE_GOLDEN=1` writes the files anew.
 */
describe('golden queries', () => {
  let hub: TestHub | undefined;
  let reference: TestHub | undefined;
  beforeAll(async () => {
    hub = await createHub('embedded');
    reference = await createHub('embedded', { executor: 'reference' });
  });
  afterAll(async () => {
    await hub?.[Symbol.asyncDispose]();
    await reference?.[Symbol.asyncDispose]();
  });

  it.each(QUERIES)('%s', async (name) => {
    const query = readFileSync(path.join(FOLDER, `${name}${ENDING}`), 'utf8');
    const variables = variablesOf(query);
    hub!.takeStatements();
    const { status, body } = await hub!.query(query, variables);
    const statements = hub!.takeStatements();
    expect([status, body.errors]).toEqual([200, undefined]);
    expectGolden(path.join(FOLDER, `${name}.golden.json`), `${JSON.stringify(body.data, null, 2)}\n`);
    expectGolden(path.join(FOLDER, `${name}.golden.sql`), printed(statements));
    // graphql-js itself, over the same statements, gives the same answer.
    expect((await reference!.query(query, variables)).body).toEqual(body);
  });
});

/** The statements by service, whichever of two that ran at the same time came first. */
function printed(statements: readonly SentStatement[]): string {
  const byService = statements.toSorted((a, b) => compare(a.service, b.service) || compare(a.text, b.text));
  const services = [...new Set(byService.map(({ service }) => service))];
  const counts = services.map((name) => `${name} ${byService.filter(({ service }) => service === name).length}`);
  const head = `-- Statements: ${counts.join(', ')}\n`;
  return head + byService.map((each) => `\n-- ${each.service}\n${prettySql(each.text)};\n${bound(each)}`).join('');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function bound({ values }: SentStatement): string {
  return values.map((value, index) => `--   $${index + 1} = ${printedValue(value)}\n`).join('');
}

/** The pads of the cursors' key are bytes; long lists of keys are cut. */
function printedValue(value: unknown): string {
  if (Buffer.isBuffer(value)) return '<key of the cursors>';
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}… (${Array.isArray(value) ? value.length : text.length})` : text;
}
