/** The key by which findings, withdrawals and commands name a row. */
import { storedColumns } from '../import/stored-columns.js';
import type { Class } from '../model/entity-model.js';

/** SQL of the key of the row that `alias` stands for; every table has one key column. */
export const keySql = (entity: Class, alias: string): string => `${alias}."${keyColumn(entity)}"::text`;

export function keyColumn(entity: Class): string {
  const [key, more] = storedColumns(entity).filter(({ primary }) => primary);
  if (!key || more) throw new Error(`${entity.name} has not one key`);
  return key.name;
}
