/** JSON (an array of objects, or `{ "rows": […] }`) and NDJSON: streamed, numbers with the digits they were printed with. */
import { LONGEST_RECORD } from './csv-records.js';
import { decodeText } from './encoding/decode-text.js';
import { findEncoding } from './encoding/find-encoding.js';
import { ExactNumber, isObject, parseExact, plainDecimal, type JsonObject, type JsonValue } from './exact-json.js';
import { brokenJson, JsonElements, type JsonElement } from './json-elements.js';
import type { ReadOptions } from './read-table.js';
import { TableRow, tableHead, type CellFault, type TableHead } from './table-row.js';

export async function* readJson(
  file: string,
  kind: 'json' | 'ndjson',
  { onBytes }: ReadOptions,
): AsyncGenerator<TableRow[]> {
  const texts = decodeText(file, await findEncoding(file), onBytes);
  let head: TableHead | undefined;
  for await (const elements of kind === 'json' ? elementsOf(texts) : linesOf(texts)) {
    const rows: TableRow[] = [];
    for (const { text, line } of elements) {
      const row = parsed(text, line);
      const keys = Object.keys(row);
      // A key that no row had before gives the rows from here on a head of their own, with the old places kept.
      if (!head || keys.some((key) => !head?.index.has(key)))
        head = tableHead([...new Set([...(head?.names ?? []), ...keys])], { row: head?.row ?? line });
      rows.push(tableRow(head, line, row));
    }
    if (rows.length) yield rows;
  }
}

function parsed(text: string, line: number): JsonObject {
  let value: JsonValue;
  try {
    value = parseExact(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw brokenJson(line);
    throw error;
  }
  if (!isObject(value)) throw brokenJson(line);
  return value;
}

function tableRow(head: TableHead, line: number, row: JsonObject): TableRow {
  const faults: CellFault[] = [];
  const values = head.names.map((name, index) => {
    const value = row[name] ?? null;
    if (value instanceof ExactNumber) return plainDecimal(value.text) ?? value.text;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'string') return value.trim() || null;
    if (value !== null) faults.push(nested(index));
    return null;
  });
  return new TableRow(head, line, values, faults);
}

const nested = (index: number): CellFault => ({
  index,
  rule: 'FILE-CELL-NESTED',
  zh: '单元格是对象或数组',
  en: 'the cell is an object or an array',
  remedy: '每个字段只写一个值 / give each field one plain value',
});

async function* elementsOf(texts: AsyncIterable<string>): AsyncGenerator<JsonElement[]> {
  const reader = new JsonElements();
  for await (const text of texts) yield reader.read(text);
  reader.end();
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<JsonElement[]> {
  let rest = '';
  let line = 0;
  const numbered = (lines: readonly string[]): JsonElement[] =>
    lines.map((text) => ({ text, line: (line += 1) })).filter(({ text }) => text.trim() !== '');
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_RECORD) throw brokenJson(line + lines.length + 1);
    yield numbered(lines);
  }
  yield numbered([rest]);
}
