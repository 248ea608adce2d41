/** A head as departments print it: width of letters, spaces, line breaks and a unit in brackets vary, the name does not. */
import type { MoneyUnit } from '../../schema/vocabulary/decimal.js';

export interface PrintedHead {
  /** The whole head in its plain form. */
  readonly whole: string;
  /** Without the unit. */
  readonly name: string;
  /** Unit of money as printed, `万元`; undefined when the head prints none. */
  readonly unit: string | undefined;
}

export const UNIT_NAMES: Readonly<Record<MoneyUnit, string>> = { YUAN: '元', WAN_YUAN: '万元', YI_YUAN: '亿元' };

const MONEY = '(?:人民币)?[:(]?((?:[十百千]?万|[十百千亿]|万亿)?(?:美元|欧元|港元|日元|元))(?:人民币)?';
const IN_BRACKETS = new RegExp(`^(.+?)[(\\[【<{](?:[^()]{0,4}单位:?)?${MONEY}\\)?[)\\]】>}]$`);
const AT_END = new RegExp(`^(.+?)[:,/_-]?(?:单位:?)?${MONEY}$`);
const LINE_ABOVE = new RegExp(`单位\\s*:?\\s*${MONEY}(?=$|[\\s、,;/()])`);

/** NFKC, without spaces and line breaks, and without the asterisk that marks what must be filled in. */
export const plainHead = (head: string): string =>
  head
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^\*+|\*+$/g, '');

const KNOWN = new Map<string, PrintedHead>();

export function printedHead(head: string): PrintedHead {
  const known = KNOWN.get(head);
  if (known) return known;
  const whole = plainHead(head);
  const [, name = whole, unit] = IN_BRACKETS.exec(whole) ?? AT_END.exec(whole) ?? [];
  const read = { whole, name, unit };
  if (KNOWN.size < 10_000) KNOWN.set(head, read);
  return read;
}

/** The forms under which a head may be declared: of a head in two lines also the lower one alone. */
export function headForms(head: string): string[] {
  const { whole, name } = printedHead(head);
  if (!whole.includes('/')) return whole === name ? [whole] : [whole, name];
  const last = printedHead(whole.slice(whole.lastIndexOf('/') + 1));
  return [whole, name, whole.replaceAll('/', ''), name.replaceAll('/', ''), last.whole, last.name];
}

/** The unit of money that a line above the table prints for all of it: `单位：万元`. */
export function unitAbove(above: readonly string[]): string | undefined {
  for (const line of above) {
    const found = LINE_ABOVE.exec(line.normalize('NFKC'))?.[1];
    if (found) return found;
  }
  return undefined;
}
