/** Files of the exchange form → rows, streamed, each with what the form's rules say of it. */
import { basename } from 'node:path';
import { shorten, type Finding } from '../../../subgraph/import/finding.js';
import {
  readTableBatches,
  UnreadableTable,
  type TableHead,
  type TableRow,
} from '../../../subgraph/import/read-table.js';
import { checkRow } from './check-row.js';
import { ExchangeRow } from './exchange-row.js';
import { EXCHANGE_HEADS, recogniseTable, type RecognisedTable } from './recognise-table.js';

export interface ReadRow {
  /** undefined for a row of a table that is not of the form. */
  readonly row: ExchangeRow | undefined;
  readonly findings: readonly Finding[];
}

export interface ExchangeReading {
  /** Hears of each head of the file, and of what stands under it that is not stored. */
  readonly onTable?: (table: RecognisedTable) => void;
}

/** A file that cannot be read ends with a finding that says so. */
export async function* readExchange(path: string, { onTable }: ExchangeReading = {}): AsyncGenerator<ReadRow[]> {
  const file = basename(path);
  let head: TableHead | undefined;
  let known: RecognisedTable | undefined;
  try {
    for await (const batch of readTableBatches(path, { heads: EXCHANGE_HEADS })) {
      const rows: ReadRow[] = [];
      for (const row of batch) {
        const isNew = row.head !== head;
        if (isNew) {
          head = row.head;
          known = recogniseTable(head, file);
          if (known) onTable?.(known);
        }
        if (!known) {
          rows.push({ row: undefined, findings: isNew ? [unknownTable(file, row.head)] : [] });
          continue;
        }
        const made = exchangeRow(known, row, file);
        rows.push({ row: made, findings: [...cellFaults(known, row, file), ...checkRow(made)] });
      }
      yield rows;
    }
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const { rule, zh, en, remedy } = error;
    yield [{ row: undefined, findings: [{ rule, severity: 'E', file, path: '', value: '', zh, en, remedy }] }];
  }
}

function exchangeRow({ table, places }: RecognisedTable, { sheet, row, values }: TableRow, file: string): ExchangeRow {
  const fields = new Map<string, string>();
  for (const [name, at] of places) {
    const value = values[at];
    if (value) fields.set(name, value);
  }
  return new ExchangeRow(table, file, sheet, row, fields);
}

/** Cells that the file itself holds no value in: errors of formulas, numbers that lost digits. */
function cellFaults({ table, places }: RecognisedTable, source: TableRow, file: string): Finding[] {
  const { row, sheet, values } = source;
  return source.faults.flatMap(({ index, rule, zh, en, remedy }): Finding[] => {
    const name = [...places].find(([, at]) => at === index)?.[0];
    const head = table.fields.find((field) => field.name === name)?.head;
    if (head === undefined) return [];
    const path = `${sheet === undefined ? '' : `${sheet} `}第 ${row} 行“${head}” / row ${row}, ${name}`;
    const place = { sheet: sheet ?? null, row, column: head };
    return [{ rule, severity: 'E', file, path, value: shorten(values[index] ?? ''), zh, en, remedy, ...place }];
  });
}

const unknownTable = (file: string, { names, sheet, row }: TableHead): Finding => ({
  rule: 'EX00',
  severity: 'E',
  file,
  path: `${sheet === undefined ? '' : `${sheet} `}第 ${row} 行 / row ${row}`,
  value: shorten(names.join(', ')),
  zh: '不是交换标准中可导入的数据表：表头与任何一张表都不相符',
  en: 'no table of the exchange form that is imported has these heads',
  remedy:
    '表头用标准的中文名或英文名，一张工作表放一张数据表 / use the Chinese or English names of the form, one table for each sheet',
  sheet: sheet ?? null,
  row,
});
