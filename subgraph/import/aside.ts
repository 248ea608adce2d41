/** Rows of a file that are put aside, so that the rest can be published: taken off the stages, kept with what is wrong. */
import type { Client } from 'pg';
import { LINE, SHEET } from '../model/system-columns.js';
import { refusalFinding } from './refusal.js';
import { quarantineRows } from './quarantine.js';
import { Refused } from './publish.js';
import type { Finding } from './finding.js';
import type { SourcePlace } from './stage-checks.js';
import type { Stage } from './stage.js';
import { BAD_ROWS_AT_MOST, type BadRow, type Cells } from './stage-file.js';
import type { TableRow } from './table-row.js';

const name = ({ sheet, row }: SourcePlace): string => `${row} ${sheet ?? ''}`;

export class Aside {
  readonly #rows = new Map<string, BadRow>();

  constructor(bad: readonly BadRow[]) {
    for (const row of bad) this.#rows.set(name(row), row);
    this.#limit();
  }

  get count(): number {
    return this.#rows.size;
  }

  get findings(): Finding[] {
    return [...this.#rows.values()].flatMap(({ findings }) => findings);
  }

  /** Takes the rows off the stages; `findings` name them by sheet and row. */
  async put(client: Client, stages: readonly Stage[], findings: readonly Finding[]): Promise<void> {
    const places = new Map<string, SourcePlace>();
    for (const finding of findings) {
      if (finding.row === null || finding.row === undefined) continue;
      const place = { sheet: finding.sheet ?? null, row: finding.row };
      const earlier = this.#rows.get(name(place));
      this.#rows.set(name(place), { ...place, ...earlier, findings: [...(earlier?.findings ?? []), finding] });
      places.set(name(place), place);
    }
    this.#limit();
    const all = [...places.values()];
    for (const stage of stages) {
      const { rowCount } = await client.query(
        `delete from ${stage.name} s using unnest($1::text[], $2::integer[]) b(sheet, "row")
         where s."${LINE}" = b."row" and s."${SHEET}" is not distinct from b.sheet`,
        [all.map(({ sheet }) => sheet), all.map(({ row }) => row)],
      );
      stage.count -= rowCount ?? 0;
    }
  }

  /** Stores them with their cells as handed in; those found later than the cells were checked are read again. */
  async store(
    client: Client,
    place: { readonly dataset: string; readonly service: string; readonly batch: string; readonly file: string },
    readAgain: () => AsyncIterable<readonly TableRow[]>,
  ): Promise<void> {
    if (!this.#rows.size) return;
    const cells = await this.#cells(readAgain);
    await quarantineRows(
      client,
      place,
      [...this.#rows.entries()]
        .toSorted(([, a], [, b]) => (a.sheet ?? '').localeCompare(b.sheet ?? '') || a.row - b.row)
        .map(([key, { sheet, row, findings }]) => ({
          sheet,
          row,
          cells: cells.get(key) ?? {},
          findings: findings.map((finding) => refusalFinding(finding, place.dataset)),
        })),
    );
  }

  async #cells(readAgain: () => AsyncIterable<readonly TableRow[]>): Promise<ReadonlyMap<string, Cells>> {
    const cells = new Map<string, Cells>();
    for (const [key, row] of this.#rows) if (row.cells) cells.set(key, row.cells);
    if (cells.size === this.#rows.size) return cells;
    for await (const rows of readAgain())
      for (const row of rows) {
        const key = name({ sheet: row.sheet ?? null, row: row.row });
        if (this.#rows.has(key)) cells.set(key, row.cells);
      }
    return cells;
  }

  #limit(): void {
    if (this.#rows.size > BAD_ROWS_AT_MOST) throw new Refused([...this.findings.slice(0, 1000), tooMany]);
  }
}

const tooMany: Finding = {
  rule: 'PARTIAL-TOO-MANY',
  severity: 'E',
  file: '',
  path: '',
  value: '',
  zh: `有问题的行超过 ${BAD_ROWS_AT_MOST} 行，不能部分发布`,
  en: `more than ${BAD_ROWS_AT_MOST} rows have findings: the file cannot be published in part`,
  remedy: '先更正文件，或核对数据集是否选对 / correct the file first, or see whether it is of this dataset',
  acceptable: false,
};
