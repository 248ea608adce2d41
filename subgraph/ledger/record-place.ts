/** Which table `hub withdraw` and `hub redact` mean, and what refers to its rows. */
import type { Client } from 'pg';
import type { ServiceDefinition } from '../define-service.js';
import type { Dataset } from '../import/define-dataset.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { LedgerProblem } from './ledger-problem.js';

export interface RecordPlace {
  readonly definition: ServiceDefinition;
  /** What batches and tombstones name as the dataset. */
  readonly dataset: string;
  readonly declared: Dataset | undefined;
  readonly entity: Class;
}

/** A dataset stands for the rows its lines are; `procurement.Contract` for those of a type that come by another way. */
export function recordPlace(services: readonly ServiceDefinition[], name: string): RecordPlace {
  for (const definition of services) {
    const declared = definition.datasets.find(({ id }) => id === name);
    const [first] = declared?.entities ?? [];
    if (first) return { definition, dataset: name, declared, entity: first };
    const entity = definition.entities.find(
      (each) => !modelOf(each).ledger && `${definition.name}.${modelOf(each).name}` === name,
    );
    if (entity) return { definition, dataset: name, declared: undefined, entity };
  }
  const known = services.flatMap(({ datasets }) => datasets.map(({ id }) => id)).join(', ');
  throw new LedgerProblem(
    `没有名为 ${name} 的数据集，可选：${known}，或类型如 procurement.Contract`,
    `there is no dataset ${name}; there are ${known}, and types such as procurement.Contract`,
  );
}

/** A foreign key that leads to a table. */
export interface Referrer {
  readonly entity: Class;
  readonly column: string;
  /** The referring row can stand without it. */
  readonly isLoose: boolean;
}

/** The columns of the service's tables that refer to the entity, as the database enforces it. */
export async function referrersOf(client: Client, definition: ServiceDefinition, entity: Class): Promise<Referrer[]> {
  const { rows } = await client.query<{ table: string; column: string; loose: boolean }>(
    `select t.relname as table, a.attname as column, c.confdeltype = 'n' as loose
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = $1::regclass`,
    [`"${definition.name}"."${modelOf(entity).table}"`],
  );
  return rows.flatMap(({ table, column, loose }) => {
    const from = definition.entities.find((each) => modelOf(each).table === table);
    return from ? [{ entity: from, column, isLoose: loose }] : [];
  });
}
