import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_DEPTH, isDeeperThan, parseExact, type JsonValue } from '../../../subgraph/import/exact-json.js';
import { shown, type Finding } from './finding.js';
import { jsonErrorAt } from './json-error.js';

/** Default limit of one JSON file: 200 MiB; larger data comes as JSON Lines or several packages. */
export const MAX_BYTES = 200 * 1024 * 1024;

export interface JsonText {
  /** undefined when the bytes are not usable JSON; then a finding says why. */
  value: JsonValue | undefined;
  findings: Finding[];
}

/** Bytes of a file as exact JSON: UTF-8 only (RFC 8259 §8.1), a byte order mark is skipped and reported. */
export function readJson(file: string, bytes: Uint8Array, maxBytes = MAX_BYTES): JsonText {
  if (bytes.byteLength > maxBytes) return { value: undefined, findings: [tooBig(file, bytes.byteLength, maxBytes)] };
  const findings: Finding[] = [];
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { value: undefined, findings: [notUtf8(file, bytes)] };
  }
  if (text.startsWith('\uFEFF')) {
    text = text.slice(1);
    findings.push(byteOrderMark(file));
  }
  let value: JsonValue | undefined;
  try {
    value = parseExact(text);
    if (isDeeperThan(value, MAX_DEPTH)) throw new RangeError();
  } catch (error) {
    if (error instanceof RangeError) findings.push(tooDeep(file));
    else if (error instanceof SyntaxError) findings.push(broken(file, text));
    else throw error;
    return { value: undefined, findings };
  }
  return { value, findings };
}

/** Every `.json` file under a path (or the file itself), in an order that does not depend on the disk. */
export async function jsonFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** A file's bytes as exact JSON; its size is checked before it is read. */
export async function readJsonFile(path: string, name = path, maxBytes = MAX_BYTES): Promise<JsonText> {
  const { size } = await stat(path);
  if (size > maxBytes) return { value: undefined, findings: [tooBig(name, size, maxBytes)] };
  return readJson(name, await readFile(path), maxBytes);
}

function ofFile(finding: Omit<Finding, 'path' | 'severity'> & { severity?: 'W' }): Finding {
  return { severity: 'E', path: '', ...finding };
}

function tooBig(file: string, size: number, limit: number): Finding {
  return ofFile({
    rule: 'JSON-SIZE',
    file,
    value: String(size),
    zh: `文件有 ${size} 字节，超过上限 ${limit} 字节，未读取。`,
    en: `The file has ${size} bytes, more than the limit of ${limit}; it was not read.`,
    remedy: '拆分为多个发布包后再导入 / Split it into several packages.',
  });
}

function notUtf8(file: string, bytes: Uint8Array): Finding {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return ofFile({
    rule: 'JSON-ENCODING',
    file,
    value: utf16 ? 'UTF-16' : null,
    zh: utf16 ? '文件是 UTF-16 编码；JSON 必须是 UTF-8。' : '文件不是 UTF-8 编码（可能是 GBK 或 GB 18030）。',
    en: utf16 ? 'The file is UTF-16; JSON must be UTF-8.' : 'The file is not UTF-8 (it may be GBK or GB 18030).',
    remedy: '另存为 UTF-8 / Save it as UTF-8, for example: iconv -f GB18030 -t UTF-8 old.json > new.json',
  });
}

function byteOrderMark(file: string): Finding {
  return ofFile({
    rule: 'JSON-BOM',
    severity: 'W',
    file,
    value: null,
    zh: '文件以字节顺序标记（BOM）开头，已跳过。',
    en: 'The file begins with a byte order mark; it was skipped.',
    remedy: '保存为“UTF-8（无 BOM）” / Save as UTF-8 without BOM.',
  });
}

function tooDeep(file: string): Finding {
  return ofFile({
    rule: 'JSON-DEPTH',
    file,
    value: null,
    zh: `嵌套超过 ${MAX_DEPTH} 层，未读取。`,
    en: `The JSON nests deeper than ${MAX_DEPTH} levels; it was not read.`,
    remedy: '这不是采购数据的结构，请核对文件 / No procurement data nests like this: check the file.',
  });
}

function broken(file: string, text: string): Finding {
  const position = jsonErrorAt(text);
  const before = text.slice(0, position).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return ofFile({
    rule: 'JSON-SYNTAX',
    file,
    value: shown(text.slice(position, position + 40)),
    zh: text.trim() === '' ? '文件是空的。' : `不是完整的 JSON：第 ${line} 行第 ${column} 列出错。`,
    en: text.trim() === '' ? 'The file is empty.' : `Not well-formed JSON: error at line ${line}, column ${column}.`,
    remedy: '重新导出该文件 / Export the file again.',
  });
}
