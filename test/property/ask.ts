import { fieldOf, type EntityModel } from '../../subgraph/model/entity-model.js';
import type { Service } from '../../subgraph/service.js';
import type { CursorPlace, Cursors } from './cursors.js';
import { keyOf } from './collection.js';
import { orderId, termsOf, type OrderInput } from './order.js';
import { keyInput, primaryKey, type Row } from './columns.js';

const LARGEST_PAGE = 500;

interface Edge {
  readonly cursor: string;
  readonly node: { readonly key: string | number };
}

/** The cursors that the service gives for rows in an order, asked for by key; both sides know them from then on. */
export async function askCursors(
  service: Service,
  cursors: Cursors,
  places: readonly CursorPlace[],
): Promise<Map<CursorPlace, string>> {
  const found = new Map<CursorPlace, string>();
  const orders = new Map<string, CursorPlace[]>();
  for (const place of places) orders.set(place.order, [...(orders.get(place.order) ?? []), place]);
  for (const same of orders.values()) {
    const [{ model, orderBy }] = same as [CursorPlace];
    const { name } = primaryKey(model);
    const field = fieldOf(model, name);
    const query = `query Cursors($keys: [${field.kind === 'column' ? field.type.name : ''}!], $orderBy: [${model.name}Order!]) {
      page: ${model.plural}(filter: { ${name}: { in: $keys } }, orderBy: $orderBy, first: ${LARGEST_PAGE}) {
        edges { cursor node { key: ${name} } }
      }
    }`;
    for (let from = 0; from < same.length; from += LARGEST_PAGE) {
      const some = same.slice(from, from + LARGEST_PAGE);
      const { data, errors } = await service.execute({
        query,
        variables: { keys: some.map(({ key }) => keyInput(model, name, key)), orderBy },
      });
      if (errors) throw new Error(`cursors of ${model.name}: ${JSON.stringify(errors)}`);
      const { edges } = (data as unknown as { page: { edges: Edge[] } }).page;
      const byKey = new Map(edges.map(({ cursor, node }) => [String(node.key), cursor]));
      for (const place of some) {
        const cursor = byKey.get(place.key);
        if (cursor === undefined) throw new Error(`no cursor for ${model.name} ${place.key}`);
        cursors.learn(cursor, place);
        found.set(place, cursor);
      }
    }
  }
  return found;
}

export const placeOf = (model: EntityModel, row: Row, orderBy: readonly OrderInput[] | undefined): CursorPlace => ({
  model,
  row,
  key: keyOf(model, row),
  order: orderId(model, termsOf(model, orderBy)),
  orderBy,
});
