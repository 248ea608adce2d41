/** One SQL statement while it is written: its bound values and its aliases. */
import { currentTable, tableAt } from './as-of-table.js';
import { sealSql } from './cursor-sql.js';
import { hubError } from '../errors.js';
import type { City } from '../city.js';
import type { EntityModel, ToManyField } from '../model/entity-model.js';
import type { Selected } from './selection.js';

const KEYWORD_SAFE = /"/g;

/** An identifier or response key, quoted. */
export const quote = (name: string): string => `"${name.replace(KEYWORD_SAFE, '""')}"`;

/** A literal that comes from the schema, never from a client. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Alias of a whole row: no GraphQL name, so that no response key is taken for it. */
export const ROW = '"~"';

/** Select list of an object none of whose fields are asked for: PostgreSQL takes an empty one. */
export const NOTHING = '';

/** A list below a row is written by the connection's own module, which in turn writes rows. */
export type WriteConnection = (statement: Statement, model: EntityModel, item: Selected, origin: Origin) => string;

export interface Origin {
  readonly parent: { readonly model: EntityModel; readonly place: { readonly alias: string; readonly prefix: string } };
  readonly field: ToManyField;
}

export interface StatementSetting {
  /** PostgreSQL schema of the service. */
  readonly namespace: string;
  /** The city whose rows answer unless a filter names others; without one every row answers. */
  readonly city: City | undefined;
  /** Opens a cursor of this hub for the named ordering. */
  readonly openCursor: (cursor: string, ordering: string) => unknown[];
  readonly connection: WriteConnection;
  /** Signs cursors, in the statement itself. */
  readonly cursorSecret: string;
  /** Entities of the service by name. */
  readonly models: ReadonlyMap<string, EntityModel>;
  /** ISO instant as of which to answer; absent: now. */
  readonly asOf?: string | undefined;
}

const holdsNul = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes('\0') : Array.isArray(value) && value.some(holdsNul);

/** Rows that all lists of one statement may read together. */
export const LARGEST_ANSWER = 100_000;

function tooLarge(total: number, lists: readonly { path: string; rows: number }[]): Error {
  const most = lists.reduce((largest, list) => (list.rows > largest.rows ? list : largest));
  return hubError('QUERY_TOO_LARGE', {
    zh: `至多约 ${total} 行，上限 ${LARGEST_ANSWER} 行；${most.path} 最多，${most.rows} 行`,
    en: `up to ${total} rows, ${LARGEST_ANSWER} are allowed; ${most.path} costs most, ${most.rows} rows`,
    field: most.path,
    rows: total,
  });
}

export class Statement {
  readonly values: unknown[] = [];
  /** Entities whose past the statement reads. */
  readonly read = new Set<EntityModel>();
  private boundInstant: string | undefined;
  readonly city: City | undefined;
  readonly openCursor: StatementSetting['openCursor'];
  readonly connection: WriteConnection;
  private aliases = 0;
  /** Rows that one more list would be read for: the product of the lists around it. */
  private factor = 1;
  private readonly path: string[] = [];
  private readonly lists: { path: string; rows: number }[] = [];

  constructor(private readonly setting: StatementSetting) {
    ({ city: this.city, openCursor: this.openCursor, connection: this.connection } = setting);
  }

  /** Binds a value; the cast makes PostgreSQL read it as the column's type. */
  bind(value: unknown, type: string): string {
    if (holdsNul(value))
      throw hubError('BAD_FILTER', {
        zh: '文本中含有 NUL 字符',
        en: 'a text holds the character NUL, which no stored text has',
      });
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  /**
   * Writes a list of at most `rows` rows for each row around it; refuses when all lists together may read too much,
   * and says which of them costs most.
   */
  list<T>(name: string, rows: number, write: () => T): T {
    const around = this.factor;
    this.path.push(name);
    this.factor *= Math.max(rows, 1);
    this.lists.push({ path: this.path.join('.'), rows: this.factor });
    const total = this.lists.reduce((sum, list) => sum + list.rows, 0);
    if (total > LARGEST_ANSWER) throw tooLarge(total, this.lists);
    const written = write();
    this.path.pop();
    this.factor = around;
    return written;
  }

  alias(prefix = 't'): string {
    this.aliases += 1;
    return `${prefix}${this.aliases}`;
  }

  /** SQL that seals a cursor's raw text, as `sealCursor` does here. */
  seal(raw: string): string {
    return sealSql(this, this.setting.cursorSecret, raw);
  }

  /** The FROM item of an entity: its table, or the rows it had at the instant asked for. */
  table(model: EntityModel): string {
    const { namespace } = this.setting;
    if (this.setting.asOf === undefined) return currentTable(namespace, model);
    this.read.add(model);
    return tableAt(namespace, model, this.instant());
  }

  /** PostgreSQL schema of the service. */
  get namespace(): string {
    return this.setting.namespace;
  }

  /** SQL of the instant asked for; undefined when it is now. */
  get asOfSql(): string | undefined {
    return this.setting.asOf === undefined ? undefined : this.instant();
  }

  /** An entity of this service, if it has one of that name. */
  modelNamed(name: string): EntityModel | undefined {
    return this.setting.models.get(name);
  }

  /** SQL of the instant, bound once for the whole statement. */
  private instant(): string {
    return (this.boundInstant ??= this.bind(this.setting.asOf, 'timestamptz(3)'));
  }
}
