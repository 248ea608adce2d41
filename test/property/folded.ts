import { SIMPLIFIED, TRADITIONAL } from '../../subgraph/database/simplified-characters.js';

const PAIRS = new Map([...TRADITIONAL].map((character, index) => [character, [...SIMPLIFIED][index] ?? character]));
const known = new Map<string, string>();

/** Text as a search sees it: width, case and script do not matter, and white space is nothing. */
export function folded(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const plain = [...text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')];
  const after = plain.map((character) => PAIRS.get(character) ?? character).join('');
  known.set(text, after);
  return after;
}
