/** The first byte of a file that its encoding does not allow, by line and offset. */
import { createReadStream } from 'node:fs';
import { UnreadableTable } from '../unreadable-table.js';
import type { Encoding } from './find-encoding.js';

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB 18030',
};

/** A text without line breaks is not gathered whole to say where in it the byte stands. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** What to say of a file that does not decode. */
export async function encodingFault(file: string, encoding: Encoding): Promise<UnreadableTable> {
  const { line, byte } = await faultAt(file, encoding);
  const name = encoding === 'gb18030' ? 'UTF-8、UTF-16、GB 18030' : NAMES[encoding];
  return new UnreadableTable(
    'FILE-ENCODING',
    `第 ${line} 行（第 ${byte} 字节）不是有效的 ${name} 文字`,
    `line ${line} (byte ${byte}) is not valid ${name.replaceAll('、', ', ')}`,
    '更正该行，或在 Excel/WPS 中另存为“CSV UTF-8” / correct that line, or save the table as “CSV UTF-8”',
  );
}

/** Line and byte from 1; a line is decoded whole, since no letter goes beyond it in any of these encodings. */
async function faultAt(file: string, encoding: Encoding): Promise<{ line: number; byte: number }> {
  const width = encoding.startsWith('utf-16') ? 2 : 1;
  let kept: Buffer = Buffer.alloc(0);
  let line = 1;
  let byte = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let rest = Buffer.concat([kept, chunk]);
    for (let end = lineEnd(rest, encoding); end > 0; end = lineEnd(rest, encoding)) {
      if (!decodes(rest.subarray(0, end), encoding, false)) return { line, byte: byte + firstBad(rest, end, encoding) };
      rest = rest.subarray(end);
      byte += end;
      line += 1;
    }
    kept = rest;
    const whole = rest.subarray(0, rest.length - (rest.length % width));
    if (rest.length > LONGEST_LINE || !decodes(whole, encoding, true)) break;
  }
  return { line, byte: byte + firstBad(kept, kept.length, encoding) };
}

/** Just after the first line break, or 0. */
function lineEnd(bytes: Buffer, encoding: Encoding): number {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (encoding === 'utf-8' || encoding === 'gb18030') return at + 1;
    if (encoding === 'utf-16le' && at % 2 === 0 && bytes[at + 1] === 0) return at + 2;
    if (encoding === 'utf-16be' && at % 2 === 1 && bytes[at - 1] === 0) return at + 1;
  }
  return 0;
}

function decodes(bytes: Buffer, encoding: Encoding, isOpen: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isOpen });
    return true;
  } catch {
    return false;
  }
}

/** Offset from 1 of the letter that does not decode. */
function firstBad(bytes: Buffer, end: number, encoding: Encoding): number {
  let good = 0;
  let bad = end;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !decodes(bytes.subarray(0, good), encoding, false)) good -= 1;
  return good + 1;
}
