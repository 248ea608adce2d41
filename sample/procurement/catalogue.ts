import { CATALOGUE_LINES } from './catalogue-table.js';

export type Category = 'goods' | 'works' | 'services';

/** The edition in which every item of the sample is classified. */
export const EDITION = '2022';

export interface CatalogueItem {
  /** A letter, or a letter and eight digits. */
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly level: number;
  readonly category: Category;
}

const CATEGORIES: Readonly<Record<string, Category>> = { A: 'goods', B: 'works', C: 'services' };

/** Every item of the sample's catalogue, parents before children. */
export const CATALOGUE: readonly CatalogueItem[] = CATALOGUE_LINES.trim()
  .split('\n')
  .map((line) => {
    const [short = '', name = ''] = line.split(' ');
    const category = CATEGORIES[short.charAt(0)] ?? 'goods';
    const parent = short.length === 1 ? '' : padded(short.slice(0, -2));
    return { code: padded(short), name, parent, level: 1 + (short.length - 1) / 2, category };
  });

const NAMES = new Map(CATALOGUE.map((item) => [item.code, item.name]));

/** The name of an item; throws for a code that the sample's catalogue does not list. */
export function itemName(code: string): string {
  const name = NAMES.get(code);
  if (name === undefined) throw new RangeError(`the sample's catalogue has no item ${code}`);
  return name;
}

function padded(short: string): string {
  return short.length === 1 ? short : short.padEnd(9, '0');
}

/** The full code of one that leaves trailing 00 out: 'C030201' → 'C03020100'. */
export function itemCode(short: string): string {
  return padded(short);
}
