import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';

/** The unit a source prints its amounts in: 元, 万元 (10⁴) or 亿元 (10⁸). */
export type MoneyUnit = 'YUAN' | 'WAN_YUAN' | 'YI_YUAN';

const RULE = 'DECIMAL';
const SHAPE = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
const NEGATIVE_ZERO = /^-0(?:\.0+)?$/;
const GROUPED = /^[+-]?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?$/;
// PostgreSQL's numeric goes further, but no public account does; the limit keeps a hostile filter cheap.
const LONGEST = 100;

/** Reads a plain decimal of at most 100 characters; keeps the printed digits (1.50 stays 1.50), only −0 loses its sign. */
export function parseDecimal(text: string): Checked<string> {
  if (text.length <= LONGEST && SHAPE.test(text)) {
    return accepted(text.charCodeAt(0) === 45 && NEGATIVE_ZERO.test(text) ? text.slice(1) : text);
  }
  const value = quoted(text);
  if (text.length <= LONGEST && GROUPED.test(text)) {
    const plain = text.replace(/[,，+]/g, '');
    return refusal(
      RULE,
      `${value} 含千位分隔符（规则 ${RULE}）：请写作 "${plain}"。`,
      `${value} has thousands separators (rule ${RULE}): write "${plain}".`,
    );
  }
  return refusal(
    RULE,
    `${value} 不是十进制数（规则 ${RULE}）：只写数字、一个小数点和可选的负号；空白请用 null，不要写 0。`,
    `${value} is not a decimal number (rule ${RULE}): write digits, one point and an optional minus; a blank is null, not 0.`,
  );
}

/** a + b, exact; keeps the longer fraction. Arguments are decimals that `parseDecimal` accepts. */
export function addDecimals(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  return printed(left + right, scale);
}

/** a − b, exact; keeps the longer fraction. */
export function subtractDecimals(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  return printed(left - right, scale);
}

/** a × b, exact; the fraction is as long as both together. */
export function multiplyDecimals(a: string, b: string): string {
  const left = scaled(a);
  const right = scaled(b);
  return printed(left.digits * right.digits, left.scale + right.scale);
}

/** −1, 0 or 1 by value, so 1.5 equals 1.50. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rounds half away from zero (四舍五入, as PostgreSQL's numeric) to exactly that many digits after the point. */
export function roundDecimal(value: string, digits: number): string {
  if (!Number.isInteger(digits) || digits < 0) throw new RangeError(`cannot round to ${digits} digits after the point`);
  const { digits: all, scale } = scaled(value);
  if (scale <= digits) return printed(all * power(digits - scale), digits);
  const unit = power(scale - digits);
  const half = (all < 0n ? -unit : unit) / 2n;
  return printed((all + half) / unit, digits);
}

const ZEROS: Record<MoneyUnit, number> = { YUAN: 0, WAN_YUAN: 4, YI_YUAN: 8 };

/** An amount printed in 元, 万元 or 亿元, as yuan; exact, and a fraction that the unit uses up disappears (0.5 万元 → 5000). */
export function convertUnit(amount: string, unit: MoneyUnit): string {
  const { digits, scale } = scaled(amount);
  const zeros = ZEROS[unit];
  return zeros <= scale ? printed(digits, scale - zeros) : printed(digits * power(zeros - scale), 0);
}

interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

// Here a malformed text is a fault of our own code: input went through parseDecimal, and BigInt('') would be 0.
function scaled(text: string): Scaled {
  if (!SHAPE.test(text)) throw new RangeError(`${quoted(text)} is not a decimal number`);
  const point = text.indexOf('.');
  if (point < 0) return { digits: BigInt(text), scale: 0 };
  return { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const left = scaled(a);
  const right = scaled(b);
  if (left.scale === right.scale) return [left.digits, right.digits, left.scale];
  return left.scale < right.scale
    ? [left.digits * power(right.scale - left.scale), right.digits, right.scale]
    : [left.digits, right.digits * power(left.scale - right.scale), left.scale];
}

function printed(value: bigint, scale: number): string {
  if (scale === 0) return value.toString();
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

export const Decimal = checkedScalar({
  name: 'Decimal',
  description:
    '精确十进制数，以字符串传输，不经浮点；金额单位见字段说明 / ' +
    'Exact decimal number, sent as a string and never rounded by floating point; for money the field names the unit',
  rule: RULE,
  hint: '写作字符串，如 "1234567.89" / Write a string such as "1234567.89"',
  check: parseDecimal,
  readsIntegers: true,
});
