import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { modelOf, type EntityModel } from '../../subgraph/model/entity-model.js';
import type { Dice } from './dice.js';
import type { Filter } from './holds.js';
import type { Operands } from './operands.js';

/** Whose columns a filter is about: an entity, or a value embedded in it. */
export interface Owner {
  readonly entity: EntityModel;
  readonly model: EntityModel;
  readonly prefix: string;
}

export const ownerOf = (model: EntityModel): Owner => ({ entity: model, model, prefix: '' });

const QUANTIFIERS = ['some', 'none', 'every'] as const;

/** A filter that the input type allows: conditions on columns, on what rows refer to and on lists, and their logic. */
export function arbitraryFilter(
  dice: Dice,
  operands: Operands,
  type: GraphQLInputObjectType,
  owner: Owner,
  depth = 2,
): Filter {
  const inputs = Object.values(type.getFields());
  const isReference = (name: string): boolean => ['toOne', 'toMany'].includes(owner.model.fields.get(name)?.kind ?? '');
  const references = inputs.filter(({ name }) => isReference(name));
  const columns = inputs.filter(({ name }) => owner.model.fields.has(name) && !isReference(name));
  const embedded = columns.filter(({ name }) => owner.model.fields.get(name)?.kind === 'embed');
  const filter: Record<string, unknown> = {};
  for (let wanted = dice.pick([1, 1, 1, 2, 3]); wanted > 0; wanted--) {
    if (depth > 0 && type.getFields()['and'] && dice.chance(25)) {
      const name = dice.pick(['and', 'or', 'not', 'not']);
      const inner = (): Filter => arbitraryFilter(dice, operands, type, owner, depth - 1);
      filter[name] = name === 'not' ? inner() : Array.from({ length: dice.pick([0, 1, 2, 2, 3]) }, inner);
      continue;
    }
    // Values embedded are few beside the columns; which of several is meant can be mistaken.
    const own = embedded.length && dice.chance(25) ? embedded : columns;
    const { name, type: given } = dice.pick(depth > 0 && references.length && dice.chance(25) ? references : own);
    const inner = getNamedType(given);
    const field = owner.model.fields.get(name);
    if (!field || !isInputObjectType(inner)) throw new Error(`${type.name}.${name} is no condition`);
    switch (field.kind) {
      case 'column':
        filter[name] = conditions(dice, operands, inner, owner, name);
        break;
      case 'embed': {
        const model = modelOf(field.target());
        filter[name] = arbitraryFilter(
          dice,
          operands,
          inner,
          { ...owner, model, prefix: owner.prefix + field.prefix },
          0,
        );
        break;
      }
      case 'toOne':
        filter[name] = dice.chance(5)
          ? {}
          : arbitraryFilter(dice, operands, inner, ownerOf(modelOf(field.target())), depth - 1);
        break;
      case 'toMany':
        filter[name] = Object.fromEntries(
          dice.several(QUANTIFIERS, 1 + dice.below(2)).map((each) => {
            const of = getNamedType(inner.getFields()[each]?.type);
            if (!isInputObjectType(of)) throw new Error(`${inner.name}.${each} is no filter`);
            const empty = dice.chance(10);
            return [
              each,
              empty ? {} : arbitraryFilter(dice, operands, of, ownerOf(modelOf(field.target())), depth - 1),
            ];
          }),
        );
    }
  }
  return filter;
}

/** One operator or two on one column. */
function conditions(dice: Dice, operands: Operands, type: GraphQLInputObjectType, owner: Owner, name: string): Filter {
  const field = owner.model.fields.get(name);
  if (field?.kind !== 'column') throw new Error(`${owner.model.name}.${name} is no column`);
  const operators = dice.several(Object.keys(type.getFields()), dice.pick([1, 1, 1, 2]));
  const given = operators.map((each) => [each, operands.operand(dice, owner, field, each)] as const);
  return Object.fromEntries(given.filter(([, operand]) => operand !== undefined));
}
