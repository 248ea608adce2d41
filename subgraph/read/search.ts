/** `search`: every word of the query occurs in the row's searchable text, whatever its width, case or script. */
import { hubError } from '../errors.js';
import { SEARCH_COLUMN } from '../model/indexes.js';
import type { Statement } from './statement.js';

const SHORTEST = 2;

/** The index finds rows with all pairs of characters; the text itself decides. */
export function searchSql(statement: Statement, alias: string, query: string): string {
  const words = query.normalize('NFKC').split(/\s+/).filter(Boolean);
  const short = words.find((word) => [...word].length < SHORTEST);
  if (!words.length || short !== undefined)
    throw hubError('BAD_FILTER', {
      zh: `检索词至少两个字${short ? `：“${short}”` : ''}`,
      en: `a word to search for has at least two characters${short ? `: ${short}` : ''}`,
    });
  return words
    .map((word) => {
      const folded = `hub.fold_text(${statement.bind(word, 'text')})`;
      const column = `${alias}.${SEARCH_COLUMN}`;
      return `hub.bigrams(${column}) @> hub.bigrams(${folded}) and strpos(${column}, ${folded}) > 0`;
    })
    .join(' and ');
}
