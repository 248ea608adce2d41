/** The indexes that serve filters and orders of the hub's own records: derived like those of any entity. */
import type { Client } from 'pg';
import type { EntityModel } from '../model/entity-model.js';
import { indexesOf } from '../model/indexes.js';

export async function indexLedger(client: Client, models: readonly EntityModel[]): Promise<void> {
  for (const model of models.filter(({ ledger }) => ledger))
    for (const { name, definition } of indexesOf(model))
      await client.query(`create index if not exists "${name}" on hub."${model.table}" ${definition}`);
}
