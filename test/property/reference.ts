import { fieldOf, modelOf, type EntityModel } from '../../subgraph/model/entity-model.js';
import type { Row } from './columns.js';
import type { Tables } from './tables.js';

/** How rows lead to the row they belong to: keys of that row, and what a row has for them. */
export interface Reference {
  readonly keys: readonly string[];
  values(row: Row): (string | null)[];
}

/** `supplier.legalEntity` of a contract → the keys of a legal entity. */
export function referenceOf(
  tables: Tables,
  model: EntityModel,
  path: string,
  parent: EntityModel,
  prefix = '',
): Reference {
  const [head = '', ...rest] = path.split('.');
  const field = fieldOf(model, head);
  switch (field.kind) {
    case 'embed':
      return referenceOf(tables, modelOf(field.target()), rest.join('.'), parent, prefix + field.prefix);
    case 'column': {
      // A list may follow one key of several: `regionCode` names the key `code`.
      const key = parent.keys.find((name) => field.name.toLowerCase().endsWith(name.toLowerCase()));
      if (key === undefined) throw new Error(`${model.name}.${head} names no key of ${parent.name}`);
      return { keys: [key], values: (row) => [row[prefix + field.column] ?? null] };
    }
    case 'toOne': {
      const columns = [...field.columns()];
      if (!rest.length)
        return {
          keys: columns.map(([key]) => key),
          values: (row) => columns.map(([, column]) => row[prefix + column] ?? null),
        };
      const further = referenceOf(tables, modelOf(field.target()), rest.join('.'), parent);
      return {
        keys: further.keys,
        values(row) {
          const reached = tables.follow(field, { model, row, prefix });
          return reached ? further.values(reached.row) : further.keys.map(() => null);
        },
      };
    }
    case 'toMany':
      throw new Error(`${model.name}.${head} leads to many rows`);
  }
}
