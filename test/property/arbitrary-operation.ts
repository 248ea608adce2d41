import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { modelOf, type EntityModel } from '../../subgraph/model/entity-model.js';
import { collectionArguments, groupArguments, hasInstants, isAllowed, type Sources } from './arbitrary-arguments.js';
import { arbitraryKeys } from './arbitrary-keys.js';
import type { Dice } from './dice.js';
import { Operands } from './operands.js';
import { OperationText, type FieldText } from './operation-text.js';
import type { OrderInput } from './order.js';
import type { Tables } from './tables.js';

/** A list whose page goes on from a cursor when its variable is given one of an earlier answer. */
export interface Paged {
  /** Response key, which no other field of the operation has. */
  readonly key: string;
  readonly variable: string;
  readonly model: EntityModel;
  readonly orderBy: readonly OrderInput[] | undefined;
  readonly isRoot: boolean;
}

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly paged: readonly Paged[];
}

/** Where a selection stands. */
interface Level {
  readonly model?: EntityModel;
  /** Lists and references that may still follow one another. */
  readonly lists: number;
  readonly references: number;
  /** Rows that the lists around it have at most. */
  readonly rows: number;
  /** Currencies that the totals here are within. */
  readonly currencies: readonly string[];
  /** What the groups are made by whose keys are asked for. */
  readonly grouped?: readonly string[];
  /** The selection is merged with another one, so whatever has arguments needs a name of its own. */
  readonly isMerged: boolean;
  /** One type among several of a union: no two of them may have the same key for different things. */
  readonly isMember?: boolean;
}

type Field = GraphQLField<unknown, unknown>;

const MOST_FIELDS = 5;
const MOST_ROWS = 600;
/** Fields of a list that have the most ways to be asked for. */
const TOTALS = new Set(['aggregates', 'groups']);
const CURSORS: readonly FieldText[] = [
  { head: 'edges', body: '{ cursor }' },
  { head: 'pageInfo', body: '{ startCursor endCursor }' },
];

/** Random operations over everything that a service's schema derives from its models. */
export class Operations {
  readonly #operands: Operands;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tables: Tables,
  ) {
    this.#operands = new Operands(schema, tables);
  }

  operation(dice: Dice): Operation {
    const writing = new Writing(this.schema, { dice, tables: this.tables, operands: this.#operands });
    return writing.operation();
  }
}

class Writing {
  readonly #text: OperationText;
  readonly #dice: Dice;
  readonly #paged: Paged[] = [];
  /** Fields that the operation may still have, so that most operations can be read. */
  #left: number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly sources: Sources,
  ) {
    this.#dice = sources.dice;
    this.#text = new OperationText(sources.dice);
    this.#left = sources.dice.pick([4, 8, 12, 16, 24, 40]);
  }

  operation(): Operation {
    const query = this.schema.getQueryType();
    if (!query) throw new Error('there is no Query');
    const roots = Object.values(query.getFields()).filter(({ name }) => !name.startsWith('_'));
    const lookups = roots.filter(({ type }) => !isConnection(type));
    // Of a collection without rows one answer is like the other.
    const lists = roots.filter(
      (field) => isConnection(field.type) && this.sources.tables.of(this.#modelOf(field)).length,
    );
    const withInstants = lists.filter((field) => hasInstants(this.#modelOf(field)));
    const fields: FieldText[] = [];
    for (let wanted = this.#dice.pick([1, 1, 1, 2, 3]); wanted > 0; wanted--) {
      const level: Level = { lists: 3, references: 3, rows: 1, currencies: [], isMerged: true };
      if (this.#dice.chance(15)) {
        fields.push(this.#lookUp(this.#dice.pick(lookups), level));
        continue;
      }
      // Few collections have instants to group by.
      const among = withInstants.length && this.#dice.chance(15) ? withInstants : lists;
      fields.push(...this.#connection(this.#dice.pick(among), level));
    }
    if ('_entities' in query.getFields() && this.#dice.chance(15)) fields.push(this.#entities());
    const root = this.#text.selection(query, fields);
    return { query: this.#text.print(root), variables: this.#text.variables, paged: this.#paged };
  }

  #lookUp(field: Field, level: Level): FieldText {
    const model = this.sources.tables.models.find(({ singular, role }) => role === 'entity' && singular === field.name);
    if (!model) throw new Error(`no entity for ${field.name}`);
    const keys = arbitraryKeys(this.#dice, this.sources.tables, model);
    const args = field.args.map(({ name, type }) => `${name}: ${this.#text.value(type, keys[name])}`);
    return {
      head: `${this.#text.name('x')}: ${field.name}(${args.join(' ')})`,
      body: this.#object(field, { ...level, model }),
    };
  }

  /** Representations of several types, among them keys that nothing has and keys given twice. */
  #entities(): FieldText {
    const models = this.#dice.several(this.sources.tables.models, 3);
    const representations = Array.from({ length: this.#dice.between(1, 5) }, () => {
      const model = this.#dice.pick(models);
      return { __typename: model.name, ...arbitraryKeys(this.#dice, this.sources.tables, model) };
    });
    const fragments = models.map((model) => {
      const level: Level = { model, lists: 2, references: 2, rows: 5, currencies: [], isMerged: true, isMember: true };
      return `... on ${model.name} ${this.#object(this.#type(model.name), level)}`;
    });
    const variable = this.#text.variable('[_Any!]!', representations, '[]');
    this.#text.variables[variable.slice(1)] = representations;
    return { head: `_entities(representations: ${variable})`, body: `{ __typename ${fragments.join(' ')} }` };
  }

  /** The braces below a field or on a type. */
  #object(of: Field | GraphQLObjectType, level: Level): string {
    const type = isObjectType(of) ? of : getNamedType(of.type);
    if (!isObjectType(type)) throw new Error(`${String(type)} has no fields`);
    return this.#text.selection(type, this.#fields(type, level));
  }

  #fields(type: GraphQLObjectType, level: Level): FieldText[] {
    const usable = Object.values(type.getFields()).filter((field) => this.#isUsable(type, field, level));
    if (!usable.length) return [{ head: '__typename' }];
    const [links, leaves] = [false, true].map((isLeaf) =>
      usable.filter((field) => isLeafType(getNamedType(field.type)) === isLeaf),
    ) as [Field[], Field[]];
    const chosen = new Set<Field>();
    const { keys } = type.getFields();
    // What a group is made by shows best whether it is the right one.
    if (keys && level.grouped && this.#dice.chance(50)) chosen.add(keys);
    for (let wanted = this.#dice.between(1, MOST_FIELDS); wanted > 0 && (this.#left > 0 || !chosen.size); wanted--) {
      const isLink = links.length > 0 && this.#left > 0 && this.#dice.chance(40);
      const totals = links.filter(({ name }) => TOTALS.has(name));
      const among = totals.length && this.#dice.chance(30) ? totals : isLink || !leaves.length ? links : leaves;
      const one = this.#dice.pick(among);
      this.#left -= chosen.has(one) ? 0 : 1;
      chosen.add(one);
    }
    return this.#swapped([...chosen], level).flatMap((field) => this.#field(type, field, level));
  }

  /** Two leaves may be asked for under each other's name. */
  #swapped(fields: readonly Field[], { isMerged }: Level): (Field | FieldText)[] {
    const leaves = fields.filter(({ type }) => isLeafType(getNamedType(type)));
    const [one, other] = leaves;
    if (!one || !other || isMerged || !this.#dice.chance(4)) return [...fields];
    const crossed = [{ head: `${one.name}: ${other.name}` }, { head: `${other.name}: ${one.name}` }];
    return [...fields.filter((field) => field !== one && field !== other), ...crossed];
  }

  #isUsable(type: GraphQLObjectType, field: Field, level: Level): boolean {
    if (isConnection(field.type)) return level.lists > 0 && level.rows < MOST_ROWS;
    if (type.name.endsWith('GroupKeys') && !level.grouped?.includes(field.name)) return this.#dice.chance(3);
    if (/(Sums|Bounds)$/.test(type.name) && level.model)
      return isAllowed(this.#dice, level.model, field.name, level.currencies);
    const of = getNamedType(field.type);
    return isLeafType(of) || level.references > 0 || of.name === 'PageInfo';
  }

  #field(type: GraphQLObjectType, field: Field | FieldText, level: Level): FieldText[] {
    if ('head' in field) return [field];
    if (isConnection(field.type)) return this.#connection(field, level);
    if (field.name === 'groups' && level.model) return [this.#groups(field, level)];
    const of = getNamedType(field.type);
    const alias = level.isMember || this.#dice.chance(10) ? `${this.#text.alias()}: ` : '';
    if (isLeafType(of)) return [{ head: `${alias}${field.name}` }];
    const below = this.#below(type, field, level);
    // One object asked for in two places is one object.
    const times = this.#dice.chance(8) ? 2 : 1;
    return Array.from({ length: times }, () => ({
      head: `${alias}${field.name}`,
      body: this.#object(field, times > 1 ? { ...below, isMerged: true } : below),
    }));
  }

  /** The level below a field that has no arguments. */
  #below(type: GraphQLObjectType, field: Field, around: Level): Level {
    const of = getNamedType(field.type);
    const level = { ...around, isMember: false };
    const inModel = type.name === level.model?.name ? level.model.fields.get(field.name) : undefined;
    if (inModel && inModel.kind !== 'column')
      return { ...level, model: modelOf(inModel.target()), references: level.references - 1 };
    const key = type.name.endsWith('GroupKeys') ? level.model?.fields.get(field.name) : undefined;
    if (key && key.kind !== 'column')
      return { ...level, model: modelOf(key.target()), references: level.references - 1 };
    return isObjectType(of) ? level : { ...level, references: 0 };
  }

  #connection(field: Field, level: Level): FieldText[] {
    const model = this.#modelOf(field);
    const { args, pinned } = collectionArguments(this.sources, field, model);
    const isNamed = level.isMerged || this.#dice.chance(60);
    const key = isNamed ? this.#text.name('c') : field.name;
    const isDeep = level.lists < 3;
    const most = Math.max(1, Math.min(isDeep ? 4 : 8, Math.floor(MOST_ROWS / level.rows)));
    const backward = this.#dice.chance(35);
    const size = this.#dice.chance(90) || isDeep ? this.#dice.between(this.#dice.chance(5) ? 0 : 1, most) : undefined;
    if (size !== undefined) args[backward ? 'last' : 'first'] = size;
    const typed = field.args.flatMap(({ name: argument, type }) =>
      argument in args ? [`${argument}: ${this.#text.value(type, args[argument])}`] : [],
    );
    const goesOn = isNamed && this.#dice.chance(45);
    if (goesOn) {
      const variable = this.#text.unset('String');
      typed.push(`${backward ? 'before' : 'after'}: ${variable}`);
      const orderBy = args['orderBy'] as readonly OrderInput[] | undefined;
      this.#paged.push({
        key,
        variable: variable.slice(1),
        model,
        orderBy,
        isRoot: level.lists === 3 && level.rows === 1,
      });
    }
    const below: Level = {
      ...level,
      model,
      lists: level.lists - 1,
      references: 2,
      rows: level.rows * Math.max(size ?? 20, 1),
      currencies: pinned,
      isMerged: false,
      isMember: false,
    };
    const type = this.#type(getNamedType(field.type).name);
    const head = `${key === field.name ? '' : `${key}: `}${field.name}${typed.length ? `(${typed.join(' ')})` : ''}`;
    const times = isNamed && this.#dice.chance(5) ? 2 : 1;
    return Array.from({ length: times }, (_, index) => {
      const inside = this.#fields(type, { ...below, isMerged: times > 1 || goesOn });
      const cursors = this.#dice.pick(CURSORS);
      return { head, body: this.#text.selection(type, goesOn && index === 0 ? [...inside, cursors] : inside) };
    });
  }

  #groups(field: Field, level: Level): FieldText {
    const { model } = level;
    if (!model) throw new Error('groups of nothing');
    const { args, grouped } = groupArguments(this.sources, field, model, level.currencies);
    const typed = field.args.flatMap(({ name, type }) =>
      name in args ? [`${name}: ${this.#text.value(type, args[name])}`] : [],
    );
    const below = { ...level, grouped, currencies: [...level.currencies, ...grouped], rows: level.rows * 20 };
    return { head: `${this.#text.name('g')}: ${field.name}(${typed.join(' ')})`, body: this.#object(field, below) };
  }

  #modelOf(connection: Field): EntityModel {
    return this.sources.tables.modelNamed(getNamedType(connection.type).name.replace(/Connection$/, ''));
  }

  #type(name: string): GraphQLObjectType {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no type of objects`);
    return type;
  }
}

const isConnection = (type: Field['type']): boolean => getNamedType(type).name.endsWith('Connection');
