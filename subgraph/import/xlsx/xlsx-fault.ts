/** Why a workbook is not read; it crosses from the worker as plain data. */
export interface FaultText {
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly remedy: string;
}

export class XlsxFault extends Error {
  readonly text: FaultText;
  constructor(text: FaultText) {
    super(text.en);
    this.text = text;
  }
}

const SPLIT = '拆分成几个较小的文件，或另存为 CSV / split it into smaller files, or save it as CSV';
const AGAIN =
  '重新传输该文件，或用 Excel/WPS 打开并另存为 .xlsx / send the file again, or open it in Excel or WPS and save it as .xlsx';

export const tooLarge = (megabytes: number): FaultText => ({
  rule: 'FILE-XLSX-SIZE',
  zh: `XLSX 解压后超过 ${megabytes} MB`,
  en: `the XLSX is larger than ${megabytes} MB when unpacked`,
  remedy: SPLIT,
});

export const tooManyParts = (count: number): FaultText => ({
  rule: 'FILE-XLSX-SIZE',
  zh: `XLSX 内有 ${count} 个部件，不是表格应有的数量`,
  en: `the XLSX consists of ${count} parts, which no table has`,
  remedy: AGAIN,
});

export const tooManyCells = (limit: number): FaultText => ({
  rule: 'FILE-XLSX-CELLS',
  zh: `工作簿超过 ${limit / 10_000} 万个单元格`,
  en: `the workbook has more than ${limit} cells`,
  remedy: SPLIT,
});

export const tooSlow = (seconds: number): FaultText => ({
  rule: 'FILE-XLSX-TIME',
  zh: `读取工作簿超过 ${seconds} 秒，已停止`,
  en: `reading the workbook took more than ${seconds} seconds and was stopped`,
  remedy: SPLIT,
});

export const tooMuchMemory = (megabytes: number): FaultText => ({
  rule: 'FILE-XLSX-MEMORY',
  zh: `读取工作簿需要超过 ${megabytes} MB 内存，已停止`,
  en: `reading the workbook needs more than ${megabytes} MB of memory and was stopped`,
  remedy: SPLIT,
});

export const hasDtd = (part: string): FaultText => ({
  rule: 'FILE-XLSX-DTD',
  zh: `XLSX 的部件 ${part} 含有 DOCTYPE 声明，可能引用外部实体，不予读取`,
  en: `part ${part} of the XLSX has a DOCTYPE declaration, which may name outside entities; it is not read`,
  remedy: AGAIN,
});

export const broken = (detail: string): FaultText => ({
  rule: 'FILE-XLSX',
  zh: `XLSX 文件不完整或已损坏（${detail}）`,
  en: `the XLSX file is cut off or damaged (${detail})`,
  remedy: AGAIN,
});
