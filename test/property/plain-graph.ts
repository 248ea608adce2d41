import { filterSchema } from '@graphql-tools/utils';
import {
  buildSchema,
  execute,
  GraphQLScalarType,
  isScalarType,
  parse,
  printSchema,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { fieldOf, modelOf, type EntityModel, type FieldModel } from '../../subgraph/model/entity-model.js';
import { PROVENANCE_FIELDS } from '../../subgraph/model/derive-provenance.js';
import { keyOf, rowsOf, wholeOf, type Arguments, type Collection } from './collection.js';
import type { Cursors } from './cursors.js';
import { groupsOf } from './groups.js';
import { compareRows, orderId, termsOf, type OrderInput } from './order.js';
import { pageOf } from './page.js';
import { columnOf, type Row } from './columns.js';
import { valueOf, type Place, type Tables } from './tables.js';
import { columnNamed, totalOf, unlinkedAmong, type Total } from './totals.js';
import { printed } from './values.js';

/** An object of the answer: what it has for each field. */
interface Answered {
  /** Its type, where the field alone does not tell. */
  readonly type?: string;
  get(name: string, args: Arguments): unknown;
}

/** What the hub itself adds to rows: their past and their findings are nothing that rows alone tell. */
const ADDED = new Set<string>([...PROVENANCE_FIELDS, 'findingCount', 'registeredAs']);

/** The schema without anything that answers: graphql-js asks one resolver for every field. */
export function bareSchema(schema: GraphQLSchema): GraphQLSchema {
  const bare = filterSchema({
    schema: buildSchema(printSchema(schema)),
    objectFieldFilter: (_, name = '') => !ADDED.has(name),
  });
  for (const type of Object.values(bare.getTypeMap())) {
    const known = schema.getType(type.name);
    // Operands are read as the hub reads them: 340503000000 is the region 340503.
    if (type instanceof GraphQLScalarType && isScalarType(known)) {
      type.parseValue = known.parseValue;
      type.parseLiteral = known.parseLiteral;
    }
  }
  return bare;
}

/** Answers operations over the loaded rows in the plainest way: every row looked at, nothing planned. */
export class PlainGraph {
  constructor(
    readonly schema: GraphQLSchema,
    readonly tables: Tables,
    private readonly city: string,
  ) {}

  /**
   * @param refused response keys of root fields that are refused, which then answer null
   * @param cursors given places for the cursors in the operation, and takes the rows whose cursors the answer holds
   */
  answer(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    refused: ReadonlySet<string>,
    cursors: Cursors,
  ): ExecutionResult {
    const resolve: GraphQLFieldResolver<Answered, Cursors> = (source, args: Arguments, context, info) => {
      if (source !== undefined) return source.get(info.fieldName, args);
      if (!refused.has(String(info.path.key))) return this.#root(info.fieldName, args, context);
      return info.fieldName === '_entities' ? [] : null;
    };
    return execute({
      schema: this.schema,
      document: parse(query),
      variableValues: variables,
      contextValue: cursors,
      fieldResolver: resolve as GraphQLFieldResolver<unknown, unknown>,
      typeResolver: (value) => (value as Answered).type,
    }) as ExecutionResult;
  }

  #root(name: string, args: Arguments, cursors: Cursors): unknown {
    if (name === '_entities')
      return (args['representations'] as Record<string, string>[]).map((keys) =>
        this.#byKeys(this.tables.modelNamed(keys['__typename'] ?? ''), keys, cursors),
      );
    for (const model of this.tables.models) {
      if (model.role !== 'entity') continue;
      if (model.plural === name) return this.#connection({ model, args }, cursors);
      if (model.singular === name) return this.#byKeys(model, args as Record<string, string>, cursors);
    }
    throw new Error(`no root field ${name}`);
  }

  #byKeys(model: EntityModel, keys: Readonly<Record<string, string | number>>, cursors: Cursors): Answered | null {
    const values = model.keys.map((key): string | null =>
      keys[key] === undefined || keys[key] === null ? null : String(keys[key]),
    );
    if (model.role === 'entity') {
      const row = this.tables.find(model, model.keys, values);
      return row ? this.#object({ model, row, prefix: '' }, cursors) : null;
    }
    const row = Object.fromEntries(model.keys.map((key, index) => [columnOf(model, key), values[index] ?? null]));
    return values.includes(null) ? null : this.#object({ model, row, prefix: '' }, cursors);
  }

  #object(place: Place, cursors: Cursors): Answered {
    return {
      type: place.model.name,
      get: (name, args) => this.#field(fieldOf(place.model, name), place, args, cursors),
    };
  }

  #field(field: FieldModel, place: Place, args: Arguments, cursors: Cursors): unknown {
    switch (field.kind) {
      case 'column':
        return printed(field, valueOf(place, field.name));
      case 'embed': {
        const model = modelOf(field.target());
        const embedded = { model, row: place.row, prefix: place.prefix + field.prefix };
        const stored = [...model.fields.values()].filter((each) => each.kind === 'column');
        const isBlank = stored.every(({ name }) => valueOf(embedded, name) === null);
        return isBlank ? null : this.#object(embedded, cursors);
      }
      case 'toOne': {
        const target = this.tables.follow(field, place);
        return target && this.#object(target, cursors);
      }
      case 'toMany':
        return this.#connection({ model: modelOf(field.target()), args, parent: { field, place } }, cursors);
    }
  }

  #connection(collection: Collection, cursors: Cursors): Answered {
    const { model, args } = collection;
    const rows = rowsOf(this.tables, this.city, collection);
    const orderBy = (args['orderBy'] as readonly OrderInput[] | null | undefined) ?? undefined;
    const terms = termsOf(model, orderBy);
    const compare = (a: Row, b: Row): number => compareRows(this.tables, model, terms, a, b);
    const cursor = (args['after'] ?? args['before'] ?? undefined) as string | undefined;
    const from = cursor === undefined ? undefined : cursors.opened(cursor);
    const page = pageOf(rows.toSorted(compare), args, from && ((row) => compare(row, from.row)));
    const seal = (row: Row | undefined): string | null =>
      row ? cursors.sealed({ model, row, key: keyOf(model, row), order: orderId(model, terms), orderBy }) : null;
    const node = (row: Row): Answered => this.#object({ model, row, prefix: '' }, cursors);
    const pageInfo = {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: () => seal(page.rows.at(0)),
      endCursor: () => seal(page.rows.at(-1)),
    };
    return fields({
      nodes: () => page.rows.map(node),
      edges: () => page.rows.map((row) => fields({ node: () => node(row), cursor: () => seal(row) })),
      pageInfo: () => fields(pageInfo),
      totalCount: rows.length,
      aggregates: () => this.#totals(collection, rows),
      groups: (asked: Arguments) =>
        groupsOf(this.tables, model, rows, asked).map((group) =>
          this.#totals(collection, group.rows, {
            keys: () => ({
              get: (name: string, given: Arguments) => {
                const key = group.keys.get(name);
                if (!key || key.key === null) return null;
                if (typeof key.key !== 'string') return this.#object(key.key, cursors);
                return key.field.kind === 'column' ? printed(key.field, key.key) : given;
              },
            }),
          }),
        ),
    });
  }

  #totals(collection: Collection, rows: readonly Row[], more: Readonly<Record<string, unknown>> = {}): Answered {
    const { model, parent } = collection;
    const total = (kind: Total): Answered => ({
      get: (name) => {
        const field = columnNamed(model, name);
        const value = totalOf(this.tables, model, rows, kind, field);
        // Sums and averages are exact numbers, whatever they are made of.
        return kind === 'sum' || kind === 'average' ? value : printed(field, value);
      },
    });
    return fields({
      ...more,
      count: rows.length,
      sum: () => total('sum'),
      average: () => total('average'),
      min: () => total('min'),
      max: () => total('max'),
      // Reached through the link itself no row can lack it: then it is counted over the whole collection.
      unlinked: () =>
        parent && parent.field.by === model.link
          ? unlinkedAmong(model, rowsOf(this.tables, this.city, wholeOf(collection)))
          : unlinkedAmong(model, rows),
    });
  }
}

function fields(values: Readonly<Record<string, unknown>>): Answered {
  return {
    get(name, args) {
      if (!(name in values)) throw new Error(`no field ${name}`);
      const value = values[name];
      return typeof value === 'function' ? (value as (given: Arguments) => unknown)(args) : value;
    },
  };
}
