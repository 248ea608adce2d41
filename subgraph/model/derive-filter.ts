/** The filter inputs that follow from a model. */
import { filterable } from './capabilities.js';
import { FILTER_TYPES } from './convention-sdl.js';
import { modelOf, type EntityModel, type FieldModel } from './entity-model.js';
import { chineseName, inputSdl, member } from './sdl-text.js';
import type { ValueKind } from './types.js';

export const filterName = (kind: ValueKind): string => (kind.list ? `${kind.name}ListFilter` : `${kind.name}Filter`);

/** One input per kind of value that some field is filtered, or some total is bounded, by. */
export function valueFilters(models: readonly EntityModel[], bounded: readonly ValueKind[]): string[] {
  const kinds = new Map<string, ValueKind>();
  for (const type of [...models.flatMap((model) => filterable(model).map((field) => field.type)), ...bounded])
    kinds.set(filterName(type), type);
  return [...kinds.values()].map((kind) => FILTER_TYPES[kind.family](filterName(kind), kind.name));
}

/** `ContractFilter`, and `ContractListFilter` for conditions on a list of contracts. */
export function entityFilters(model: EntityModel): string[] {
  const zh = chineseName(model.doc);
  const list = inputSdl(`${model.name}ListFilter`, `${zh}列表的条件 / Condition on a list of ${model.name}`, [
    member('至少一项满足 / At least one', `some: ${model.name}Filter`),
    member('没有一项满足 / None', `none: ${model.name}Filter`),
    member('每一项都满足 / Every one', `every: ${model.name}Filter`),
  ]);
  return [filterInput(model), list];
}

export function filterInput(model: EntityModel): string {
  const name = `${model.name}Filter`;
  const fields = [...model.fields.values()].flatMap((field) => {
    const type = filterTypeOf(field);
    return type ? [member(field.doc, `${field.name}: ${type}`)] : [];
  });
  const logic = [
    member('全部满足 / All of these', `and: [${name}!]`),
    member('任一满足 / Any of these', `or: [${name}!]`),
    member('不满足 / Not this', `not: ${name}`),
  ];
  const doc = `${chineseName(model.doc)}的筛选条件，各项须同时满足 / Filter of ${model.name}; all given conditions hold together`;
  return inputSdl(name, doc, model.role === 'value' ? fields : [...logic, ...fields]);
}

function filterTypeOf(field: FieldModel): string | undefined {
  switch (field.kind) {
    case 'column':
      return field.options.filter && !field.options.hidden ? filterName(field.type) : undefined;
    case 'embed':
      return field.options.filter ? `${modelOf(field.target()).name}Filter` : undefined;
    case 'toOne': {
      const target = modelOf(field.target());
      return target.role === 'entity' && !field.from ? `${target.name}Filter` : undefined;
    }
    case 'toMany':
      return `${modelOf(field.target()).name}ListFilter`;
  }
}
