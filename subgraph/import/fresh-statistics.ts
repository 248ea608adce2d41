/** Statistics for the rules: of a table just filled PostgreSQL knows nothing, and would plan its joins row by row. */
import type { Client } from 'pg';
import type { ServiceDefinition } from '../define-service.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { BATCH, SINCE } from '../model/system-columns.js';
import { storedColumns } from './stored-columns.js';

/** So many new rows make old statistics misleading. */
const MANY = 2_000;

/** Analyses the changed tables that grew much, and every table of the service that never was analysed. */
export async function refreshStatistics(
  client: Client,
  { name, entities }: ServiceDefinition,
  changed: ReadonlySet<Class>,
  instant: string,
): Promise<void> {
  const { rows: blind } = await client.query<{ table: string }>(
    `select relname as table from pg_class where relnamespace = $1::regnamespace and relkind = 'r' and reltuples < 0`,
    [name],
  );
  const never = new Set(blind.map(({ table }) => table));
  for (const entity of entities) {
    const { table, ledger } = modelOf(entity);
    if (ledger) continue;
    if (never.has(table) || (changed.has(entity) && (await grewMuch(client, `"${name}"."${table}"`, instant))))
      await client.query(`analyze "${name}"."${table}" (${columnsOf(entity)})`);
  }
}

/** Named one by one: otherwise the words of the search index are counted too, which takes seconds. */
const columnsOf = (entity: Class): string =>
  [...storedColumns(entity).map((column) => column.name), SINCE, BATCH].map((column) => `"${column}"`).join(', ');

async function grewMuch(client: Client, table: string, instant: string): Promise<boolean> {
  const { rowCount } = await client.query(`select 1 from ${table} where "${SINCE}" = $1 offset ${MANY} limit 1`, [
    instant,
  ]);
  return Boolean(rowCount);
}
