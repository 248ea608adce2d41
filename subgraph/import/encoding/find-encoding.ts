/** Which encoding a text file is in: never guessed from likelihood where a strict reading decides. */
import { isUtf8 } from 'node:buffer';
import { open, type FileHandle } from 'node:fs/promises';
import { encodingFault } from './encoding-fault.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const BLOCK = 1024 * 1024;
const WINDOW = 64 * 1024;

/** Letters of three bytes that are valid UTF-8 by accident: no text in GB 18030 begins with so many. */
const BY_ACCIDENT = 3;

/** UTF-8, else by its byte order mark, else UTF-16 where its zeros say so, else GB 18030; throws what it is not. */
export async function findEncoding(path: string): Promise<Encoding> {
  const file = await open(path);
  try {
    const start = await readAt(file, 0, WINDOW);
    const marked = byMark(start);
    if (marked) return marked;
    const wide = start.includes(0) ? asUtf16(start) : undefined;
    if (wide) return wide;
    const broken = await brokenUtf8At(file);
    if (broken < 0) return 'utf-8';
    const from = Math.max(0, broken - WINDOW);
    const around = await readAt(file, from, 2 * WINDOW);
    if (isDamagedUtf8(around, broken - from)) throw await encodingFault(path, 'utf-8');
    return 'gb18030';
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function byMark(start: Buffer): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** In UTF-16 the digits, separators and line breaks of a table have a zero on one side, and always on the same. */
function asUtf16(start: Buffer): Encoding | undefined {
  const even = start.subarray(0, start.length - (start.length % 2));
  let little = 0;
  let big = 0;
  for (let at = 0; at < even.length; at += 2) {
    const [first = 0, second = 0] = [even[at], even[at + 1]];
    if (second === 0 && first >= 9 && first < 128) little += 1;
    if (first === 0 && second >= 9 && second < 128) big += 1;
  }
  if (little === 0 && big === 0) return undefined;
  if (little > 4 * big) return 'utf-16le';
  return big > 4 * little ? 'utf-16be' : undefined;
}

/** Where the first block begins that is not UTF-8 throughout, or −1; a file of 3 GB takes a second. */
async function brokenUtf8At(file: FileHandle): Promise<number> {
  const block = Buffer.alloc(BLOCK + 4);
  let kept = 0;
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(block, kept, BLOCK, position);
    if (bytesRead === 0) return kept === 0 ? -1 : position - kept;
    const filled = kept + bytesRead;
    const whole = filled - openBytes(block, filled);
    if (!isUtf8(block.subarray(0, whole))) return position - kept + firstBad(block.subarray(0, whole));
    block.copyWithin(0, whole, filled);
    kept = filled - whole;
    position += bytesRead;
  }
}

/** Bytes at the end that begin a letter whose rest is still to come. */
function openBytes(block: Buffer, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = block[end - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Length of the longest beginning that is UTF-8. */
function firstBad(block: Buffer): number {
  let good = 0;
  let bad = block.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(block.subarray(0, middle - openBytes(block, middle)))) good = middle;
    else bad = middle;
  }
  return good;
}

/** UTF-8 with a few spoiled bytes would read as other Chinese letters in GB 18030: it is refused instead. */
function isDamagedUtf8(around: Buffer, broken: number): boolean {
  if (letters(around.subarray(0, broken)).chinese >= BY_ACCIDENT) return true;
  const after = letters(around.subarray(broken));
  return after.chinese >= 4 * after.bad;
}

/** Letters of three bytes and more, and what is no UTF-8. */
function letters(bytes: Buffer): { chinese: number; bad: number } {
  let chinese = 0;
  let bad = 0;
  for (const letter of new TextDecoder().decode(bytes))
    if (letter === '\uFFFD') bad += 1;
    else if (letter >= '\u0800') chinese += 1;
  return { chinese, bad };
}
