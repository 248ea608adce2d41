import type { Random } from '../random.js';

/**
 * The same title as another clerk types it: other brackets, a blank here and there. What normalises to one name
 * (NFKC, brackets, blanks) stays one name.
 */
export function otherwisePrinted(random: Random, title: string): string {
  const brackets = random.pick([
    ['(', ')'],
    ['〔', '〕'],
    ['【', '】'],
    ['（', '）'],
  ] as const);
  const spelled = title.replaceAll('（', brackets[0]).replaceAll('）', brackets[1]);
  const at = random.int(3, Math.max(3, spelled.length - 3));
  return random.chance(0.6) ? `${spelled.slice(0, at)}${random.pick([' ', '\u3000'])}${spelled.slice(at)}` : spelled;
}
