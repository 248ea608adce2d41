import { isScalarType, type GraphQLSchema } from 'graphql';
import { addDecimals } from '../../schema/vocabulary/decimal.js';
import { addDays } from '../../schema/vocabulary/local-date.js';
import type { ColumnField } from '../../subgraph/model/entity-model.js';
import type { Owner } from './arbitrary-filter.js';
import type { Dice } from './dice.js';
import type { Tables } from './tables.js';

const MOST_IN_LIST = 5;

/** Operands for the filters of columns: values that rows have, and values near those. */
export class Operands {
  readonly #known = new Map<string, readonly string[]>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tables: Tables,
  ) {}

  /** A condition's operand; undefined when no row has a value to begin with. */
  operand(dice: Dice, owner: Owner, field: ColumnField, operator: string): unknown {
    if (operator === 'isNull') return dice.chance(50);
    const stored = this.#values(owner, field);
    const one = (): unknown => this.#near(dice, field, dice.pick(stored));
    if (!stored.length) return undefined;
    switch (operator) {
      case 'in':
      case 'notIn':
      case 'hasSome':
        return Array.from({ length: dice.below(MOST_IN_LIST) }, one);
      case 'between':
        return [one(), one()].toSorted((a, b) => (dice.chance(90) && String(a) > String(b) ? 1 : 0));
      case 'contains': {
        const text = [...dice.pick(stored)];
        const from = dice.below(text.length + 1);
        return text.slice(from, from + dice.below(4)).join('');
      }
      case 'startsWith':
        return [...dice.pick(stored)].slice(0, dice.below(5) * dice.between(1, 30)).join('');
      default:
        return one();
    }
  }

  #values(owner: Owner, field: ColumnField): readonly string[] {
    const column = field.options.sql ? `=${field.name}` : owner.prefix + field.column;
    const id = `${owner.entity.name} ${column}`;
    const known = this.#known.get(id);
    if (known) return known;
    const all = this.tables.of(owner.entity).flatMap((row) => row[column] ?? []);
    const values = [...new Set(field.type.list ? all.flatMap((text) => JSON.parse(text) as string[]) : all)];
    this.#known.set(id, values);
    return values;
  }

  #near(dice: Dice, field: ColumnField, value: string): unknown {
    const type = field.type.name;
    if (type === 'Boolean') return value === 'true';
    if (type === 'Int') return Math.min(Number(value) + dice.pick([0, 0, 0, 1, -1]), 2 ** 31 - 1);
    if (!dice.chance(25)) return value;
    const changed = beside(dice, type, value);
    return this.#isRead(type, changed) ? changed : value;
  }

  /** Codes have shapes; one that breaks its rule is refused before any row is read. */
  #isRead(type: string, value: string): boolean {
    const scalar = this.schema.getType(type);
    if (!isScalarType(scalar)) return false;
    try {
      scalar.parseValue(value);
      return true;
    } catch {
      return false;
    }
  }
}

function beside(dice: Dice, type: string, value: string): string {
  switch (type) {
    case 'Decimal':
      return dice.pick([addDecimals(value, '0.01'), addDecimals(value, '-1'), addDecimals(value, '0.0000')]);
    case 'LocalDate':
      return addDays(value, dice.pick([-1, 1]));
    case 'DateTime': {
      const instant = new Date(Date.parse(value) + dice.pick([-1, 0, 1]));
      return dice.chance(50)
        ? instant.toISOString()
        : new Date(instant.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
    }
    case 'RegionCode':
      return value.padEnd(12, '0');
    case 'RegionEdition':
      return String(Number(value) + dice.pick([-1, 1]));
    default:
      return dice.pick([`${value}x`, ` ${value}`, value.toLowerCase(), value.slice(0, -1)]);
  }
}
