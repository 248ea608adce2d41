/** How exact printed amounts can be: the tolerance of a sum is half the printed unit for each addend. */
import type { MoneyUnit } from '../import/define-dataset.js';

const ZEROS: Readonly<Record<MoneyUnit, number>> = { YUAN: 0, WAN_YUAN: 4, YI_YUAN: 8 };

/**
 * The printed unit in yuan, as SQL: the last digit that any of the amounts uses in that unit of money, and never coarser
 * than two digits after the point, for whole figures are no sign of rounding.
 */
export function printedUnit(unit: MoneyUnit, amounts: readonly string[]): string {
  const zeros = ZEROS[unit];
  const digits = amounts.map((amount) => `min_scale((${amount}) * 1e-${zeros}::numeric)`);
  return `(10::numeric ^ (${zeros} - greatest(2, ${digits.join(', ')})))`;
}

/** Half the printed unit for each of `addends` (SQL), in yuan. */
export const sumTolerance = (unit: MoneyUnit, amounts: readonly string[], addends: string): string =>
  `trim_scale(0.5 * (${addends}) * ${printedUnit(unit, amounts)})`;
