/** Which cell styles print a number as a day or a time: only its format tells. */
import type { XmlEvents } from './read-xml.js';

export type TimeForm = 'DATE' | 'DATE_TIME' | 'TIME' | 'DURATION';

/** Formats that have no code in the file (ECMA-376 part 1, §18.8.30), those of the Chinese editions among them. */
const BUILT_IN: Readonly<Record<number, TimeForm>> = {
  ...Object.fromEntries([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'DATE'])),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'TIME'])),
  22: 'DATE_TIME',
  46: 'DURATION',
};

/** Fills `into` with the form of each cell style, in the order cells name them. */
export function cellStyles(into: (TimeForm | undefined)[]): XmlEvents {
  const codes = new Map<number, string>();
  let isCellStyles = false;
  return {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isCellStyles = true;
      else if (name === 'xf' && isCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        const code = codes.get(id);
        into.push(code === undefined ? BUILT_IN[id] : timeForm(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false;
    },
  };
}

/** What a format code prints: `yyyy"年"m"月"d"日"` a day, `0.00` neither. */
export function timeForm(code: string): TimeForm | undefined {
  const [section = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(section)) return 'DURATION';
  const letters = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/e[+-]/gi, '')
    .replace(/general|G\/通用格式|AM\/PM|A\/P/gi, '')
    .toLowerCase();
  const hasTime = /[hs]/.test(letters);
  const hasDay = /[yde]/.test(letters) || (!hasTime && letters.includes('m'));
  if (hasDay) return hasTime ? 'DATE_TIME' : 'DATE';
  return hasTime ? 'TIME' : undefined;
}
