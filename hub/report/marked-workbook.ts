/** The table that was handed in, as XLSX, with the bad cells marked and a sheet of all findings. */
import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { HEAD, TEXT, table } from '../../subgraph/dataset/sheet-look.js';
import { readTableBatches } from '../../subgraph/import/read-table.js';
import type { TableHead, TableRow } from '../../subgraph/import/table-row.js';
import { UnreadableTable } from '../../subgraph/import/unreadable-table.js';
import { grouped } from './grouped.js';
import { inertText } from './inert-text.js';
import type { ImportReport, ReportedFinding } from './import-report.js';

/** Of a longer table only the rows with findings are copied: a spreadsheet of a million rows helps nobody. */
const WHOLE_UP_TO = 20_000;

const ERROR: CellStyle = { ...TEXT, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } };
const WARNING: CellStyle = { ...TEXT, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEB9C' } } };

const FINDING_HEADS = [
  '级别\nSeverity',
  '规则\nRule',
  '文件\nFile',
  '工作表\nSheet',
  '行\nRow',
  '列\nColumn',
  '内容\nValue',
  '说明\nExplanation',
  '处理\nRemedy',
] as const;

export async function markedWorkbook(report: ImportReport): Promise<Uint8Array> {
  const lines = report.findings.map(({ severity, rule, file, sheet, row, column, path, value, zh, en, remedy }) =>
    [
      severity,
      rule,
      file,
      sheet ?? '',
      row == null ? path : String(row),
      column ?? '',
      value ?? '',
      `${zh}\n${en}`,
      remedy ?? '',
    ].map(inertText),
  );
  const findings = table('发现 Findings', [[...FINDING_HEADS], ...lines], [9, 16, 24, 14, 10, 20, 24, 60, 48]);
  return writeXlsx({ sheets: [...(await copies(report)), findings] });
}

async function copies({ source, findings }: ImportReport): Promise<WriteSheet[]> {
  if (source === undefined) return [];
  const marks = new Map<string, ReportedFinding[]>();
  for (const finding of findings)
    if (finding.row != null) {
      const place = placeOf(finding.sheet, finding.row);
      marks.set(place, [...(marks.get(place) ?? []), finding]);
    }
  const copied = new Map<TableHead, TableRow[]>();
  const marked = new Map<TableHead, TableRow[]>();
  try {
    for await (const rows of readTableBatches(source))
      for (const row of rows) {
        const all = listOf(copied, row.head);
        if (all.length <= WHOLE_UP_TO) all.push(row);
        if (marks.has(placeOf(row.sheet, row.row))) listOf(marked, row.head).push(row);
      }
  } catch (error) {
    // What could not be read is said by its finding; the rows before it are shown.
    if (!(error instanceof UnreadableTable)) throw error;
  }
  return [...copied].map(([head, rows], index) =>
    rows.length <= WHOLE_UP_TO
      ? copyOf(head, rows, marks, index)
      : copyOf(head, marked.get(head) ?? [], marks, index, 'only those with findings'),
  );
}

function listOf(lists: Map<TableHead, TableRow[]>, head: TableHead): TableRow[] {
  const list = lists.get(head) ?? [];
  lists.set(head, list);
  return list;
}

const placeOf = (sheet: string | null | undefined, row: number): string => `${row} ${sheet ?? ''}`;

/** A whole table keeps each row at its own number, so that the findings' rows are those of the file. */
function copyOf(
  head: TableHead,
  rows: readonly TableRow[],
  marks: ReadonlyMap<string, readonly ReportedFinding[]>,
  index: number,
  selected?: string,
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const lines: (string | null)[][] = [];
  const put = (at: number, line: readonly (string | null)[]): void => {
    while (lines.length < at) lines.push([]);
    lines[at] = line.map((cell) => (cell === null ? null : inertText(cell)));
  };
  const headAt = selected === undefined ? head.row - 1 : 0;
  // What stood above the head, in its place or what place there is.
  if (selected === undefined) for (const [at, line] of head.above.slice(0, headAt).entries()) put(at, [line]);
  put(headAt, selected === undefined ? head.names : ['原行号 / row', ...head.names]);
  lines[headAt]?.forEach((_, column) => cells.set(`${headAt},${column}`, { style: HEAD }));
  const shift = selected === undefined ? 0 : 1;
  for (const [position, row] of rows.entries()) {
    const at = selected === undefined ? Math.max(row.row - 1, headAt + 1) : position + 1;
    put(at, selected === undefined ? row.values : [String(row.row), ...row.values]);
    for (const [column, found] of byColumn(head, marks.get(placeOf(row.sheet, row.row)) ?? []))
      cells.set(`${at},${column + shift}`, {
        style: found.some(({ severity }) => severity === 'E') ? ERROR : WARNING,
        comment: { author: '阳光图谱 / Sunshine Graph', text: found.map(said).join('\n') },
      });
  }
  return {
    name: sheetName(head.sheet, index),
    rows: lines,
    cells,
    columns: Array.from({ length: head.names.length + shift }, () => ({ width: 18, style: { numFmt: '@' } })),
    ...(headAt === 0 && { freezePane: { rows: 1 } }),
  };
}

/** A finding of no column is about the row: its first cell is marked. */
function byColumn(
  head: TableHead,
  findings: readonly ReportedFinding[],
): ReadonlyMap<number, readonly ReportedFinding[]> {
  return grouped(findings, ({ column }) => head.index.get(column ?? '') ?? 0);
}

const said = ({ severity, rule, zh, en }: ReportedFinding): string => `${severity} ${rule}: ${zh} / ${en}`;

/** Thirty-one characters and none of those that Excel forbids. */
const sheetName = (name: string | undefined, index: number): string =>
  (name ?? `数据${index === 0 ? '' : ` ${index + 1}`}`).replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
