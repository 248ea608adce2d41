/** Reads what a test has to know of a Markdown text, and keeps its printed parts true. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

export const read = (file: string): string => readFileSync(path.join(REPOSITORY, file), 'utf8');

// oxlint-disable-next-line node/no-process-env -- an explicit command rewrites what is printed; nothing else does
const isUpdating = process.env['UPDATE_GOLDEN'] === '1';

/** A whole file that is printed from the code: compared, or written with UPDATE_GOLDEN=1. */
export function expectPrinted(file: string, text: string): void {
  if (isUpdating) writeFileSync(path.join(REPOSITORY, file), text);
  expect(read(file), `${file} is printed from the code; UPDATE_GOLDEN=1 prints it anew`).toBe(text);
}

/** The part of a file between `<!-- name -->` and `<!-- /name -->`, printed likewise. */
export function expectPart(file: string, name: string, text: string): void {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const whole = read(file);
  const [head, rest = ''] = whole.split(open);
  const [part, tail] = rest.split(close);
  if (head === undefined || tail === undefined) throw new Error(`${file} has no place ${open} … ${close}`);
  const printed = `\n\n${text.trim()}\n\n`;
  if (isUpdating) writeFileSync(path.join(REPOSITORY, file), `${head}${open}${printed}${close}${tail}`);
  expect(isUpdating ? printed : part, `${open} in ${file}; UPDATE_GOLDEN=1 prints it anew`).toBe(printed);
}

export interface Fence {
  readonly language: string;
  readonly text: string;
  /** Of the fence's first line, from 1. */
  readonly line: number;
}

/** The code fences of a Markdown text. */
export function fences(markdown: string): Fence[] {
  const found: Fence[] = [];
  let open: { language: string; line: number; lines: string[] } | undefined;
  markdown.split('\n').forEach((text, index) => {
    const mark = /^\s*```(\w*)/.exec(text);
    if (!mark) open?.lines.push(text);
    else if (open) {
      found.push({ language: open.language, line: open.line, text: open.lines.join('\n') });
      open = undefined;
    } else open = { language: mark[1] ?? '', line: index + 2, lines: [] };
  });
  return found;
}

/** A table; cells keep their Markdown, and a bar within one is escaped. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

/** `中文 / English` in a cell, one above the other. */
export const twoLines = (text: string): string => text.replace(' / ', '<br>');
