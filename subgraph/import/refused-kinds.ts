/** Files that departments hand in and no reader takes: what each is, and how to make a table of it. */
import { UnreadableTable } from './unreadable-table.js';

const AS_XLSX =
  '用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入 / open it in Excel or WPS, save it as .xlsx and import again';
const FROM_TEXT =
  '向来源部门索取表格，或把其中的表格复制到 Excel/WPS 并另存为 .xlsx / ask for the table itself, or copy it into Excel or WPS and save it as .xlsx';
const UNPACK = '解压后逐个导入其中的表格 / unpack it and import the tables in it';

/** Name in Chinese and English, and the remedy. */
const KINDS = {
  xls: ['旧版 Excel 工作簿（.xls）', 'a workbook of Excel 97–2003 (.xls)', AS_XLSX],
  et: ['WPS 表格（.et）', 'a WPS spreadsheet (.et)', AS_XLSX],
  xlsb: ['二进制 Excel 工作簿（.xlsb）', 'a binary Excel workbook (.xlsb)', AS_XLSX],
  ods: ['OpenDocument 电子表格（.ods）', 'an OpenDocument spreadsheet (.ods)', AS_XLSX],
  html: ['网页，常被误存为 .xls', 'a web page, often saved as .xls', AS_XLSX],
  xml: ['XML 文件', 'an XML file', AS_XLSX],
  doc: ['Word 文档（.doc）', 'a Word document (.doc)', FROM_TEXT],
  wps: ['WPS 文字文档（.wps）', 'a WPS text document (.wps)', FROM_TEXT],
  docx: ['Word 文档（.docx）', 'a Word document (.docx)', FROM_TEXT],
  pptx: ['演示文稿（.pptx）', 'a presentation (.pptx)', FROM_TEXT],
  odt: ['OpenDocument 文档（.odt）', 'an OpenDocument text (.odt)', FROM_TEXT],
  rtf: ['RTF 文档', 'an RTF document', FROM_TEXT],
  pdf: ['PDF 文件', 'a PDF file', FROM_TEXT],
  ofd: ['OFD 版式文件', 'an OFD document', FROM_TEXT],
  image: ['图片', 'a picture', FROM_TEXT],
  zip: ['ZIP 压缩包', 'a ZIP archive', UNPACK],
  rar: ['RAR 压缩包', 'a RAR archive', UNPACK],
  '7z': ['7z 压缩包', 'a 7z archive', UNPACK],
  gzip: ['gzip 压缩文件', 'a gzip file', UNPACK],
} as const;

export type RefusedKind = keyof typeof KINDS;

export function refusedKind(kind: RefusedKind): UnreadableTable {
  const [zh, en, remedy] = KINDS[kind];
  return new UnreadableTable('FILE-FORMAT', `这是${zh}，不能直接导入`, `this is ${en}; it cannot be imported`, remedy);
}

export const unknownKind = (ending: string): UnreadableTable =>
  new UnreadableTable(
    'FILE-FORMAT',
    `不支持 ${ending || '无扩展名'} 格式`,
    `the format ${ending || '(none)'} is not read`,
    '另存为 CSV（UTF-8）、XLSX、JSON 或 NDJSON 后重新导入 / save it as CSV (UTF-8), XLSX, JSON or NDJSON and import again',
  );

export const emptyFile = (): UnreadableTable =>
  new UnreadableTable(
    'FILE-EMPTY',
    '文件是空的',
    'the file is empty',
    '检查是否传错文件或导出中断 / check whether it is the right file and its export was finished',
  );

export const encryptedFile = (): UnreadableTable =>
  new UnreadableTable(
    'FILE-ENCRYPTED',
    '工作簿设有打开密码',
    'the workbook is protected by a password',
    '取消打开密码后另存为 .xlsx / remove the password and save it again as .xlsx',
  );

export const brokenZip = (detail: string): UnreadableTable =>
  new UnreadableTable(
    'FILE-XLSX',
    `XLSX 文件不完整或已损坏（${detail}）`,
    `the XLSX file is cut off or damaged (${detail})`,
    '重新传输该文件，或用 Excel/WPS 打开并另存为 .xlsx / send the file again, or open it in Excel or WPS and save it as .xlsx',
  );
