import { getNamedType, isEnumType, isInputObjectType, type GraphQLField, type GraphQLInputObjectType } from 'graphql';
import { fieldOf, screamingCase, type EntityModel } from '../../subgraph/model/entity-model.js';
import { searched } from '../../subgraph/model/indexes.js';
import { arbitraryFilter, ownerOf } from './arbitrary-filter.js';
import type { Dice } from './dice.js';
import type { Filter } from './holds.js';
import type { Operands } from './operands.js';
import type { Tables } from './tables.js';

type Given = Record<string, unknown>;
type Field = GraphQLField<unknown, unknown>;

/** What the arguments of totals and pages are made from. */
export interface Sources {
  readonly dice: Dice;
  readonly tables: Tables;
  readonly operands: Operands;
}

const MOST_TERMS = 3;

/** Filter, order and search of a collection, and the currencies that its filter fixes. */
export function collectionArguments(
  { dice, tables, operands }: Sources,
  field: Field,
  model: EntityModel,
): { args: Given; pinned: string[] } {
  const args: Given = {};
  const pinned: string[] = [];
  const [filterType, orderType] = [inputOf(field, 'filter'), inputOf(field, 'orderBy')];
  let filter: Filter | undefined;
  if (dice.chance(55)) filter = arbitraryFilter(dice, operands, filterType, ownerOf(model));
  for (const currency of currenciesOf(model)) {
    if (!dice.chance(35)) continue;
    const pin = { [currency]: { eq: dice.pick(['CNY', 'CNY', 'CNY', 'USD']) } };
    filter = filter && dice.chance(30) ? { and: [filter, pin] } : { ...filter, ...pin };
    pinned.push(currency);
  }
  if (filter) args['filter'] = filter;
  else if (dice.chance(5)) args['filter'] = dice.pick([null, {}]);
  if (dice.chance(60)) {
    const names = enumNames(orderType, 'field');
    args['orderBy'] = dice.several(names, MOST_TERMS).map((name) => ({
      field: name,
      ...(dice.chance(60) && { direction: dice.pick(['ASC', 'DESC']) }),
      ...(dice.chance(65) && { nulls: dice.pick(['FIRST', 'LAST']) }),
    }));
  }
  if (field.args.some(({ name }) => name === 'search') && dice.chance(15)) {
    const word = searchFor(dice, tables, model);
    if (word !== undefined) args['search'] = word;
  }
  return { args, pinned };
}

/** Two characters or more out of a searchable text, or out of two, sometimes written in full width. */
function searchFor(dice: Dice, tables: Tables, model: EntityModel): string | undefined {
  const rows = tables.of(model);
  const fields = searched(model);
  if (!rows.length || !fields.length) return undefined;
  const words = Array.from({ length: dice.pick([1, 1, 2]) }, () => {
    const text = [...(dice.pick(rows)[dice.pick(fields).column] ?? '').replace(/\s+/g, '')];
    const from = dice.below(Math.max(text.length - 1, 1));
    return text.slice(from, from + dice.between(2, 4)).join('');
  }).filter((word) => [...word.normalize('NFKC')].length >= 2);
  const text = words.join(dice.pick([' ', '　']));
  if (!words.length) return undefined;
  return dice.chance(20) ? text.replace(/[!-~]/g, (each) => String.fromCodePoint(each.charCodeAt(0) + 0xfee0)) : text;
}

/** `by`, `having`, `orderBy` and `first` of groups, and what they are grouped by. */
export function groupArguments(
  { dice, tables }: Sources,
  field: Field,
  model: EntityModel,
  pinned: readonly string[],
): { args: Given; grouped: string[] } {
  const names = enumNames(inputOf(field, 'by'), 'field');
  const kindOf = (name: string): string | undefined => {
    const of = [...model.fields.values()].find((each) => screamingCase(each.name) === name);
    return of?.kind === 'column' ? of.type.name : undefined;
  };
  const isDate = (name: string): boolean => ['LocalDate', 'DateTime'].includes(kindOf(name) ?? '');
  // Few fields are days or instants, and buckets are where most can go wrong.
  const timed = [names.filter(isDate), names.filter((name) => kindOf(name) === 'DateTime')].filter(
    (each) => each.length,
  );
  const first = timed.length && dice.chance(60) ? [dice.pick(dice.pick(timed))] : [];
  const by = [...new Set([...first, ...dice.several(names, MOST_TERMS - first.length)])];
  const grouped = [...model.fields.keys()].filter((name) => by.includes(screamingCase(name)));
  const args: Given = {
    by: by.map((name) => ({
      field: name,
      ...(isDate(name) && dice.chance(80) && { bucket: dice.pick(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']) }),
    })),
  };
  const isTotalled = (name: string): boolean => isAllowed(dice, model, name, [...pinned, ...grouped]);
  if (dice.chance(30)) args['having'] = having(dice, tables, inputOf(field, 'having'), model, isTotalled);
  if (dice.chance(40)) {
    const measures = enumNames(inputOf(field, 'orderBy'), 'measure').filter((name) => {
      const [kind, ...rest] = name.split('_');
      if (kind === 'KEY') return by.includes(rest.join('_'));
      return kind === 'COUNT' || isTotalled(propertyOf(model, rest.join('_')));
    });
    args['orderBy'] = dice
      .several(measures, 2)
      .map((measure) => ({ measure, ...(dice.chance(60) && { direction: dice.pick(['ASC', 'DESC']) }) }));
  }
  if (dice.chance(60)) args['first'] = dice.pick([0, 1, 3, 10, 500]);
  return { args, grouped };
}

/** An amount is totalled within one currency; now and then not, which has to be refused. */
export function isAllowed(dice: Dice, model: EntityModel, name: string, currencies: readonly string[]): boolean {
  const { money } = model.fields.get(name)?.options ?? {};
  return money === undefined || currencies.includes(money) || dice.chance(1);
}

function having(
  dice: Dice,
  tables: Tables,
  type: GraphQLInputObjectType,
  model: EntityModel,
  isTotalled: (name: string) => boolean,
): Given {
  const given: Given = {};
  for (const { name, type: of } of dice.several(Object.values(type.getFields()), 2)) {
    const inner = getNamedType(of);
    if (!isInputObjectType(inner)) continue;
    if (name === 'count') {
      given[name] = { [dice.pick(['gt', 'gte', 'lt', 'lte', 'eq', 'ne'])]: dice.between(1, 20) };
      continue;
    }
    const totals = Object.values(inner.getFields()).filter((each) => isTotalled(each.name));
    if (!totals.length) continue;
    const total = dice.pick(totals);
    const operators = getNamedType(total.type);
    if (!isInputObjectType(operators)) continue;
    const operator = dice.pick(
      ['gt', 'gte', 'lt', 'lte', 'ne', 'isNull'].filter((each) => each in operators.getFields()),
    );
    const operand = operator === 'isNull' ? dice.chance(50) : bound(dice, tables, model, total.name, name);
    if (operand !== undefined) given[name] = { [total.name]: { [operator]: operand } };
  }
  return given;
}

/** A value of the column; for a sum or an average any number. */
function bound(dice: Dice, tables: Tables, model: EntityModel, name: string, kind: string): unknown {
  const field = fieldOf(model, name);
  if (field.kind !== 'column') return undefined;
  const values = tables.of(model).flatMap((row) => row[field.options.sql ? `=${name}` : field.column] ?? []);
  if (!values.length) return undefined;
  const value = dice.pick(values);
  if (kind === 'sum' || kind === 'average') return dice.chance(50) ? value : dice.pick(['0', '2.5', '100000']);
  return field.type.name === 'Int' ? Number(value) : value;
}

const currenciesOf = (model: EntityModel): string[] => [
  ...new Set([...model.fields.values()].flatMap(({ options }) => options.money ?? [])),
];

const propertyOf = (model: EntityModel, capitals: string): string =>
  [...model.fields.keys()].find((name) => screamingCase(name) === capitals) ?? '';

function inputOf(field: Field, argument: string): GraphQLInputObjectType {
  const type = getNamedType(field.args.find(({ name }) => name === argument)?.type);
  if (!isInputObjectType(type)) throw new Error(`${field.name} has no argument ${argument}`);
  return type;
}

function enumNames(type: GraphQLInputObjectType, field: string): string[] {
  const of = getNamedType(type.getFields()[field]?.type);
  if (!isEnumType(of)) throw new Error(`${type.name}.${field} is no choice`);
  return of.getValues().map(({ name }) => name);
}

/** Are its rows grouped by instants too? */
export const hasInstants = (model: EntityModel): boolean =>
  [...model.fields.values()].some(
    (field) => field.kind === 'column' && field.type.name === 'DateTime' && field.options.group === true,
  );
