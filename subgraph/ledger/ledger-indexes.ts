/** The indexes that serve filters and orders of the hub's own records: derived like those of any entity. */
import type { Client } from 'pg';
import type { EntityModel } from '../model/entity-model.js';
import { onceFor } from './once-for.js';
import { indexesOf } from '../model/indexes.js';

export async function indexLedger(client: Client, models: readonly EntityModel[]): Promise<void> {
  const wanted = models
    .filter(({ ledger }) => ledger)
    .flatMap((model) =>
      indexesOf(model).map(
        ({ name, definition }) => `create index if not exists "${name}" on hub."${model.table}" ${definition}`,
      ),
    );
  if (!wanted.length) return;
  await onceFor(client, 'indexes of the ledger', wanted.join(';'), async () => {
    for (const statement of wanted) await client.query(statement);
  });
}
