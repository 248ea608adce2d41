import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { HANDOVER, at } from '../calendar.js';
import { CITY, LABEL } from '../city.js';
import type { Release } from '../procurement/ocds/releases.js';

const MOST = 500;
const EXTENSIONS = ['bids', 'lots', 'bidOpening'].map(
  (name) =>
    `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name}_extension/master/extension.json`,
);

interface Month {
  readonly name: string;
  /** How many files of this month are full. */
  full: number;
  count: number;
  file: number;
  waiting: string[];
}

/** OCDS release packages by month, written as the releases come: one release a line, at most 500 a file. */
export class ReleaseFiles {
  readonly #folder: string;
  readonly #months = new Map<string, Month>();
  readonly #counts = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add({ day, body }: Release): void {
    const name = day.slice(0, 7);
    let month = this.#months.get(name);
    if (!month) {
      month = { name, full: 0, count: 0, file: -1, waiting: [] };
      this.#months.set(name, month);
    }
    if (month.count === MOST) this.#finish(month, true);
    if (month.file < 0) this.#begin(month);
    month.waiting.push((month.count === 0 ? '' : ',\n') + JSON.stringify(body));
    month.count++;
    if (month.waiting.length >= 40) this.#flush(month);
  }

  /** Finishes every file and says how many releases each has. */
  close(): Map<string, number> {
    for (const month of this.#months.values()) this.#finish(month, month.full > 0);
    return new Map([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #begin(month: Month): void {
    month.file = openSync(join(this.#folder, fileName(month.name, 0)), 'w');
    const head = {
      uri: `urn:sample:${CITY.jurisdiction}:releases-${month.name}-${month.full + 1}`,
      version: '1.1',
      extensions: EXTENSIONS,
      publishedDate: at(HANDOVER, '09:00'),
      publisher: { name: LABEL },
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    };
    writeSync(month.file, `${JSON.stringify(head).slice(0, -1)},"releases":[\n`);
  }

  #flush(month: Month): void {
    writeSync(month.file, month.waiting.join(''));
    month.waiting = [];
  }

  // Only a month that has a second file numbers them.
  #finish(month: Month, isNumbered: boolean): void {
    this.#flush(month);
    writeSync(month.file, '\n]}\n');
    closeSync(month.file);
    const name = fileName(month.name, isNumbered ? month.full + 1 : 0);
    if (isNumbered) renameSync(join(this.#folder, fileName(month.name, 0)), join(this.#folder, name));
    this.#counts.set(name, month.count);
    Object.assign(month, { full: month.full + 1, count: 0, file: -1 });
  }
}

function fileName(month: string, serial: number): string {
  return `releases-${month}${serial === 0 ? '' : `-${String(serial).padStart(2, '0')}`}.json`;
}
