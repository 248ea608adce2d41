/** What kind of cell a column has, for people: in words, with an example, and whether a spreadsheet must keep it as text. */
import type { CodeList, DatasetColumn } from '../import/define-dataset.js';

interface CellKind {
  /** `中文 / English`. */
  readonly doc: string;
  /** Made up, or the standard's own. */
  readonly example?: string;
  /** A spreadsheet may hold it as a number; everything else loses digits, zeros or its form as one. */
  readonly isNumber?: true;
  readonly codeList?: CodeList;
}

const KINDS: Readonly<Record<string, CellKind>> = {
  ID: { doc: '编号 / Identifier' },
  String: { doc: '文本 / Text' },
  Int: { doc: '整数 / Whole number', example: '1', isNumber: true },
  Decimal: { doc: '数字 / Number', example: '12.5', isNumber: true },
  Boolean: { doc: '是 或 否 / 是 (yes) or 否 (no)', example: '是' },
  LocalDate: { doc: '日期，如 2024-06-30 / Date, such as 2024-06-30', example: '2024-06-30' },
  DateTime: {
    doc: '时间，如 2024-06-30 09:30，北京时间 / Date and time, such as 2024-06-30 09:30, Beijing time',
    example: '2024-06-30 09:30',
  },
  Uscc: {
    doc: '统一社会信用代码，18 位 / Unified social credit code, 18 characters (GB 32100-2015)',
    // The example that the standard itself prints.
    example: '91350100M000100Y43',
  },
  RegionCode: {
    doc: '区划代码，6、9 或 12 位 / Region code of 6, 9 or 12 digits',
    example: '349903',
    codeList: { name: 'GB/T 2260', edition: '数据所属时间的版次 / edition of the time the row is about' },
  },
  RegionEdition: { doc: '版次，年月六位 / Edition, yyyymm', example: '202306' },
  ProjectCode: {
    doc: '投资项目统一代码，含连字符 24 位 / National project code, 24 characters with hyphens (GB/T 40058-2021)',
    example: '2401-349903-17-01-549790',
  },
  DocNo: { doc: '文号 / Document number (GB/T 9704-2012)', example: '阳政〔2024〕12号' },
  LandNo: { doc: '电子监管号 / Land supervision number', example: '3499032024B00012' },
  Quarter: { doc: '季度，如 2024Q1 / Quarter, such as 2024Q1', example: '2024Q1' },
  CurrencyCode: { doc: '币种代码 / Currency code (ISO 4217)', example: 'CNY' },
};

const AMOUNT: CellKind = { doc: '金额 / Amount', example: '1234.56', isNumber: true };
const CODED: CellKind = { doc: '代码表 / From the code list' };

export function cellKind({ codes, unit, type }: DatasetColumn): CellKind {
  if (codes) return CODED;
  if (unit !== undefined) return AMOUNT;
  const kind = KINDS[type.name];
  if (!kind) throw new Error(`no cell kind is declared for ${type.name}`);
  return kind;
}

/** A cell that the importer reads without a finding. */
export const exampleOf = (column: DatasetColumn): string | undefined =>
  column.example ?? (column.codes ? Object.keys(column.codes)[0] : cellKind(column).example);

export const codeListOf = (column: DatasetColumn): CodeList | undefined => column.codeList ?? cellKind(column).codeList;

const MONEY = { YUAN: '元', WAN_YUAN: '万元', YI_YUAN: '亿元' } as const;

/** The unit that the cells are printed in: that of money as declared, of anything else as the head says it. */
export const unitOf = ({ unit, head }: DatasetColumn): string | undefined =>
  unit ? MONEY[unit] : /\(([^()]+)\)$/.exec(head)?.[1];
