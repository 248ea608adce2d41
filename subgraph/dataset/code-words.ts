import type { DatasetColumn } from '../import/define-dataset.js';
import { bilingual } from './bilingual.js';
import { valueDocs } from './coded.js';

/** One code of a column's list: the word to write for it, and the other words that are read as it. */
export interface CodeWord {
  readonly word: string;
  readonly code: string;
  readonly also: readonly string[];
  readonly zh: string;
  readonly en: string;
}

export function codeWords({ codes = {}, type }: DatasetColumn): CodeWord[] {
  const docs = type.values ? valueDocs(type) : {};
  return [...new Set(Object.values(codes))].map((code) => {
    const [word = code, ...also] = Object.keys(codes).filter((each) => codes[each] === code);
    const doc = docs[code];
    return { word, code, also, ...(doc === undefined ? { zh: word, en: code } : bilingual(doc)) };
  });
}
