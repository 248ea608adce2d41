/** Runs in a worker, which the reader kills when a workbook costs too much. Answers one question after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { readXml, XmlReader } from './read-xml.js';
import { sharedStrings } from './shared-strings.js';
import { previewSheet } from './sheet-preview.js';
import { sheetRows, type SheetRow, type SheetSetting } from './sheet-rows.js';
import { cellStyles, type TimeForm } from './styles.js';
import { readWorkbook, type Workbook } from './workbook.js';
import type { OpenedSheet, WorkerAnswer, WorkerQuestion } from './worker-messages.js';
import { broken, XlsxFault } from './xlsx-fault.js';
import { ZipParts } from './zip-parts.js';

const ROWS_AT_ONCE = 500;

const { file } = workerData as { file: string };

let parts: ZipParts;
let workbook: Workbook;
let setting: SheetSetting;
let rows: AsyncGenerator<SheetRow[]>;

async function open(): Promise<OpenedSheet[]> {
  parts = await ZipParts.open(file);
  workbook = await readWorkbook(parts);
  const { sheets, styles, strings } = workbook;
  parts.checkSizes([...sheets.map(({ part }) => part), styles ?? '', strings ?? '']);
  const forms: (TimeForm | undefined)[] = [];
  if (styles) await readXml(styles, parts.read(styles), cellStyles(forms));
  const texts: string[] = [];
  if (strings) await readXml(strings, parts.read(strings), sharedStrings(texts));
  setting = { strings: texts, styles: forms, is1904: workbook.is1904, counted: { cells: 0 } };
  const opened: OpenedSheet[] = [];
  for (const { name, state, part } of sheets) {
    const isRead = state !== 'veryHidden';
    const preview = isRead ? await previewSheet(part, parts.read(part), setting) : { rows: [], merges: [] };
    opened.push({ name, isRead, ...preview });
  }
  return opened;
}

async function* read(sheet: number): AsyncGenerator<SheetRow[]> {
  const part = workbook.sheets[sheet]?.part ?? '';
  const found: SheetRow[] = [];
  const reader = new XmlReader(part, sheetRows(setting, found));
  for await (const bytes of parts.read(part)) {
    reader.write(bytes);
    if (found.length < ROWS_AT_ONCE) continue;
    yield found.splice(0);
  }
  reader.end();
  yield found;
}

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  try {
    if (question === 'open') return { sheets: await open() };
    if (question !== 'next') rows = read(question.read);
    const { value, done } = await rows.next();
    return done ? { done } : { rows: value };
  } catch (error) {
    return { fault: error instanceof XlsxFault ? error.text : broken((error as Error).message) };
  }
}

parentPort?.on('message', async (question: WorkerQuestion) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  parentPort?.postMessage(await answer(question));
});
