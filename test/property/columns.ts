import { fieldOf, type EntityModel } from '../../subgraph/model/entity-model.js';

/** A row by database column, every value as PostgreSQL prints it; `=year` is what the model computes for `year`. */
export type Row = Readonly<Record<string, string | null>>;

export const columnOf = (model: EntityModel, name: string): string => {
  const field = fieldOf(model, name);
  if (field.kind !== 'column') throw new Error(`${model.name}.${name} is no column`);
  return field.column;
};

export function primaryKey(model: EntityModel): { name: string; column: string } {
  for (const field of model.fields.values()) if (field.kind === 'column' && field.key) return field;
  throw new Error(`${model.name} has no primary key`);
}

/** A key as arguments give it: what is stored is text here, whatever it is. */
export function keyInput(model: EntityModel, name: string, stored: string | null): string | number | null {
  const field = fieldOf(model, name);
  return stored !== null && field.kind === 'column' && field.type.name === 'Int' ? Number(stored) : stored;
}
