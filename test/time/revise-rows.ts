import type { Client } from 'pg';
import { SERVICES } from '../../gateway/services.js';
import { storedColumns } from '../../subgraph/import/stored-columns.js';
import { Region } from '../../services/registry/region/region.entity.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { REVISED } from '../../subgraph/ledger/revised.js';
import { modelOf, type Class } from '../../subgraph/model/entity-model.js';

export const SYSTEM = {
  dataset: 'test',
  service: undefined,
  mode: 'SYSTEM',
  files: [],
  submittedBy: 'test',
} as const;

/** Of the published entities one has the national list, forty times as many rows as any other. */
const REVISED_ENTITIES = SERVICES.flatMap(({ name, entities }) =>
  entities
    .filter((entity) => !modelOf(entity).ledger && entity !== Region)
    .map((entity) => ({ service: name, entity })),
);

/**
 * One publication that changes the rows of every table whose key's digest begins with one of the letters: every number
 * grows, every day moves, every text gets longer.
 */
export async function reviseRows(
  client: Client,
  letters: string,
  only?: readonly Class[],
): Promise<{ instant: string; rows: number }> {
  return publish(client, SYSTEM, async (publication) => {
    const { instant } = await publication.open();
    let rows = 0;
    for (const { service, entity } of REVISED_ENTITIES.filter((each) => only?.includes(each.entity) ?? true)) {
      const key = primaryKey(entity);
      const set = changes(entity);
      if (!set.length) continue;
      publication.touch(service, entity);
      const { rowCount } = await client.query(
        `update "${service}"."${modelOf(entity).table}" set ${set.join(', ')}, ${REVISED} where md5("${key}"::text) ~ $1`,
        [`^[${letters}]`],
      );
      rows += rowCount ?? 0;
    }
    return { instant, rows };
  });
}

const primaryKey = (entity: Class): string => storedColumns(entity).find(({ primary }) => primary)?.name ?? '';

function changes(entity: Class): string[] {
  return [...modelOf(entity).fields.values()].flatMap((field) => {
    if (field.kind !== 'column' || field.key || field.options.sql || field.type.values) return [];
    const column = `"${field.column}"`;
    switch (field.type.name) {
      case 'Decimal':
        return [`${column} = ${column} + 1`];
      case 'LocalDate':
        return [`${column} = ${column} + 1`];
      case 'String':
        return field.type.list || field.name === 'jurisdiction' || field.type.column !== 'text'
          ? []
          : [`${column} = ${column} || '改'`];
      default:
        return [];
    }
  });
}
