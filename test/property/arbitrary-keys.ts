import { fieldOf, modelOf, type EntityModel } from '../../subgraph/model/entity-model.js';
import { columnOf, keyInput } from './columns.js';
import type { Dice } from './dice.js';
import { fieldsWithin } from './lookups.js';
import type { Tables } from './tables.js';

/** Keys of a row, or of none; of a stub the keys that some row refers to, some of them blank. */
export function arbitraryKeys(dice: Dice, tables: Tables, model: EntityModel): Record<string, string | number | null> {
  const tuple = (values: readonly (string | null | undefined)[]): Record<string, string | number | null> =>
    Object.fromEntries(model.keys.map((key, index) => [key, keyInput(model, key, values[index] ?? null)]));
  if (model.lookup) return tuple(dice.pick(tables.lookupKeys(model).filter((keys) => !keys.includes(null))));
  if (model.role === 'entity') {
    const rows = tables.of(model);
    if (!rows.length) return tuple(model.keys.map(() => 'none'));
    const row = dice.pick(rows);
    const [key] = model.keys.map((name) => fieldOf(model, name));
    // A code that breaks its rule is refused before any row is looked for.
    const isFree = key?.kind === 'column' && key.type.name === 'ID';
    const isNone = isFree && dice.chance(5);
    return tuple(model.keys.map((name) => `${isNone ? 'no ' : ''}${row[columnOf(model, name)]}`));
  }
  const references = tables.models.flatMap((each) =>
    fieldsWithin(each).flatMap(({ field, prefix }) =>
      field.kind === 'toOne' && !field.from && modelOf(field.target()) === model ? [{ each, field, prefix }] : [],
    ),
  );
  if (!references.length) return tuple([]);
  const { each, field, prefix } = dice.pick(references);
  const rows = tables.of(each);
  if (!rows.length) return tuple([]);
  const row = dice.pick(rows);
  const columns = field.columns();
  return tuple(model.keys.map((key) => row[prefix + (columns.get(key) ?? '')]));
}
