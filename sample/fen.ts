/**
 * Money while it is being made up: whole fen (1/100 yuan) as integers, exact up to 90 万亿元; printed as decimals.
 * Only files leave the generator, so no amount is ever read back from a floating-point number.
 */
export type Fen = number;

/** Whole fen of an amount drawn in yuan, rounded to a step of so many yuan (0.01 = to the fen). */
export function fenOf(yuan: number, step = 0.01): Fen {
  const grain = Math.round(step * 100);
  return Math.round((yuan * 100) / grain) * grain;
}

/** Yuan with two digits after the point: 123456 → '1234.56'. */
export function yuan(amount: Fen): string {
  return printed(amount, 2);
}

/** 万元 (10⁴ yuan) without padding zeros but with at least that many digits after the point: 123450000 → '123.45'. */
export function wanYuan(amount: Fen, digits = 2): string {
  return printed(amount, 6).replace(new RegExp(`(\\.\\d{${digits}}\\d*?)0+$`), '$1');
}

function printed(amount: Fen, scale: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of fen`);
  const digits = Math.abs(amount)
    .toString()
    .padStart(scale + 1, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
