/** The workbook's table of texts: runs of rich text joined, readings (`rPh`) left out. */
import type { XmlEvents } from './read-xml.js';

export function sharedStrings(into: string[]): XmlEvents {
  let text = '';
  let isText = false;
  let reading = 0;
  return {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading += 1;
      else if (name === 't') isText = reading === 0;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') reading -= 1;
      else if (name === 'si') into.push(unescaped(text));
    },
  };
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, §22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
