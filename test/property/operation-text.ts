import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import type { Dice } from './dice.js';

/** A field of a selection: what stands before its braces, and what stands within. */
export interface FieldText {
  readonly head: string;
  readonly body?: string;
}

/** Aliases that are names inside a statement, so that one taken for the other shows. */
const NAMES_WITHIN = ['rn', 'j', 't1', 't2', 'a', 'a1', 'p', 'page1', 'list1', 'k0_v', 'row', 'root', 'e', 'k1'];
/** PostgreSQL cuts a name after 63 bytes. */
const LONG_ALIAS = 'anAliasThatIsLongerThanTheSixtyThreeBytesThatPostgreSQLKeepsOfAName';

/** An operation while it is written: its variables, its fragments and the names that are taken. */
export class OperationText {
  readonly variables: Record<string, unknown> = {};
  readonly #declared: string[] = [];
  readonly #fragments: string[] = [];
  readonly #namesWithin = [...NAMES_WITHIN];
  #names = 0;

  constructor(readonly dice: Dice) {}

  /** A name that nothing else in the operation has. */
  name(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  alias(): string {
    if (this.dice.chance(2)) return this.name(LONG_ALIAS);
    if (this.#namesWithin.length && this.dice.chance(20))
      return this.#namesWithin.splice(this.dice.below(this.#namesWithin.length), 1)[0] ?? '';
    return this.name('x');
  }

  /** A variable of this type that is given the value, or has it as its default. */
  variable(type: string, value: unknown, written: string): string {
    const name = this.name('v');
    const isDefault = this.dice.chance(20);
    this.#declared.push(`$${name}: ${type}${isDefault ? ` = ${written}` : ''}`);
    if (!isDefault) this.variables[name] = value;
    return `$${name}`;
  }

  /** A variable that is declared and not given. */
  unset(type: string): string {
    const name = this.name('v');
    this.#declared.push(`$${name}: ${type}`);
    return `$${name}`;
  }

  /** A value as the operation has it: written out, or partly in variables; an unset variable is as good as nothing. */
  value(type: GraphQLInputType, value: unknown): string {
    const written = (): string => literal(type, value);
    if (this.dice.chance(8)) return this.variable(String(type), value, written());
    const inner = isNonNullType(type) ? type.ofType : type;
    // One value stands for a list of one.
    if (isListType(inner) && Array.isArray(value) && value.length === 1 && this.dice.chance(10))
      return literal(inner.ofType as GraphQLInputType, value[0]);
    if (isListType(inner) && Array.isArray(value))
      return `[${value.map((each) => this.value(inner.ofType as GraphQLInputType, each)).join(', ')}]`;
    if (!isInputObjectType(inner) || value === null) return written();
    const entries = Object.entries(value as object).map(([name, each]) => {
      const field = inner.getFields()[name];
      if (!field) throw new Error(`${inner.name} has no field ${name}`);
      return `${name}: ${this.value(field.type, each)}`;
    });
    const others = Object.values(inner.getFields()).filter(
      ({ name, type: of }) => !isNonNullType(of) && !(name in (value as object)),
    );
    if (others.length && this.dice.chance(2)) {
      const { name, type: of } = this.dice.pick(others);
      entries.push(`${name}: ${this.unset(String(of))}`);
    }
    return `{ ${entries.join(', ')} }`;
  }

  /** A selection of these fields, some of them behind directives and in fragments. */
  selection(type: GraphQLObjectType, fields: readonly FieldText[]): string {
    const texts = fields.map(({ head, body }) => [head + this.#directive(4), ...(body ? [body] : [])].join(' '));
    if (this.dice.chance(10)) texts.splice(this.dice.below(texts.length + 1), 0, '__typename');
    if (this.dice.chance(12)) {
      const from = this.dice.below(texts.length);
      const inside = texts.splice(from, this.dice.between(1, 3)).join(' ');
      texts.splice(from, 0, this.#fragment(type.name, inside));
    }
    return `{ ${texts.join(' ')} }`;
  }

  print(root: string): string {
    const declared = this.#declared.length ? `(${this.#declared.join(', ')})` : '';
    return [`query Random${declared} ${root}`, ...this.#fragments].join('\n');
  }

  #fragment(type: string, inside: string): string {
    if (this.dice.chance(60))
      return `...${this.dice.chance(70) ? ` on ${type}` : ''}${this.#directive(40)} { ${inside} }`;
    const name = this.name('F');
    this.#fragments.push(`fragment ${name} on ${type} { ${inside} }`);
    return `...${name}${this.#directive(30)}`;
  }

  #directive(percent: number): string {
    if (!this.dice.chance(percent)) return '';
    const [name, value] = [this.dice.pick(['include', 'skip']), this.dice.chance(50)];
    const given = this.dice.chance(60) ? this.variable('Boolean!', value, String(value)) : String(value);
    return ` @${name}(if: ${given})`;
  }
}

/** A value written out in GraphQL. */
export function literal(type: GraphQLInputType, value: unknown): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (value === null || value === undefined) return 'null';
  if (isListType(inner))
    return Array.isArray(value)
      ? `[${value.map((each) => literal(inner.ofType as GraphQLInputType, each)).join(', ')}]`
      : literal(inner.ofType as GraphQLInputType, value);
  if (isEnumType(inner)) return String(value);
  if (!isInputObjectType(inner)) return JSON.stringify(value);
  const entries = Object.entries(value as object).map(([name, each]) => {
    const field = inner.getFields()[name];
    if (!field) throw new Error(`${inner.name} has no field ${name}`);
    return `${name}: ${literal(field.type, each)}`;
  });
  return `{ ${entries.join(', ')} }`;
}
