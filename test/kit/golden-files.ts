import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Whether this run writes the golden files anew; a continuous integration never does. */
export const isUpdating = ['1', 'true'].includes(process.env['UPDATE_GOLDEN'] ?? '');
if (isUpdating && process.env['CI'])
  throw new Error('UPDATE_GOLDEN and CI are both set: golden files are refreshed by hand');

/** Compares a text with a reviewed file, or writes the file when this run is there for that. */
export function expectGolden(file: string, text: string): void {
  if (isUpdating) {
    writeFileSync(file, text);
    return;
  }
  expect(existsSync(file), `${file} is missing: run with UPDATE_GOLDEN=1 and review what it writes`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
