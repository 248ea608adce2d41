/** Files of the exchange form for tests: one purchase and one tender, from plan to contract; everything in them is made up. */
import { stringify } from 'csv-stringify/sync';
import { EXCHANGE_TABLES } from '../../services/procurement/exchange/exchange-tables.js';
import { buildUscc } from '../../schema/vocabulary/uscc.js';

export type ExchangeValues = Readonly<Record<string, string>>;

export const PREFIX = 'ocds-sunsh1';
export const SETTING = { ocidPrefix: PREFIX, jurisdiction: 'CN-349900', currency: 'CNY' };

const uscc = (number: number, department: string): string =>
  buildUscc({ department, category: '1', region: '349900', organisation8: String(10_000_000 + number) });
export const BUYER = uscc(1, '1');
export const AGENT = uscc(2, '9');
export const FIRST = uscc(3, '9');
export const SECOND = uscc(4, '9');

const PURCHASE = { PURCHASE_PROJECT_CODE: 'YG-2024-001', PURCHASE_PROJECT_NAME: '办公设备采购项目' };
const LOT = { PURCHASE_SECTION_CODE: 'YG-2024-001-1' };
const at = (day: string): ExchangeValues => ({ DATA_TIMESTAMP: `${day}120000` });
const price = (amount: string, value: string): ExchangeValues => ({
  PRICE_FORM_CODE: '1',
  [amount]: value,
  PRICE_UNIT: '1',
});

/** A purchase in one section: amounts in 万元. */
export const PURCHASE_FILES: Readonly<Record<string, ExchangeValues>> = {
  PURCHASE_PROJECT: {
    ...PURCHASE,
    ...LOT,
    PURCHASE_SECTION_NAME: '第一包',
    RELATE_CODE: '1',
    INVEST_PROJECT_CODE: '2401-349902-19-01-544849',
    PURCHASER_NAME: '阳光市教育局',
    PURCHASER_CODE: BUYER,
    PRICE_FORM_CODE: '1',
    PROGRAM_BUDGET: '120.5',
    BUDGET_CURRENCY: '156',
    UNIT_BUDGET: '1',
    PURCHASER_MODE: '1',
    PURCHASER_CONTENT: '计算机',
    PURCHASER_AGENCY_NAME: '阳光招标代理有限公司',
    PURCHASER_AGENCY_CODE: AGENT,
    REGION_CODE: '349902',
    ...at('20240301'),
  },
  PURCHASE_QUALI_INQUERY_ANN: {
    ...PURCHASE,
    ...LOT,
    BULLETIN_TITLE: '公开招标公告',
    BULLETIN_START_TIME: '20240302090000',
    URL: 'https://ggzy.example/1',
    BID_CLOSING_TIME: '20240325093000',
    ...at('20240302'),
  },
  CORRECTION_ITEM: {
    ...PURCHASE,
    ...LOT,
    TERMINATION_BULLETIN_TITLE: '延期公告',
    MODIFICATION_START_TIME: '20240310090000',
    IS_POSTPONE: '1',
    POST_BID_CLOSING_TIME: '20240401093000',
    URL: 'https://ggzy.example/2',
    ...at('20240310'),
  },
  PURCHASE_BIDDING_RECORD: {
    PURCHASE_PROJECT_CODE: 'YG-2024-001',
    ...LOT,
    BID_OPENING_CONTENT: '两家投标',
    BID_OPENING_ADDRESS: '一号开标室',
    BID_OPENING_TIME: '20240401093000',
    URL: 'https://ggzy.example/3',
    ...at('20240401'),
  },
  PURCHASE_TENDER_LIST: {
    PURCHASE_PROJECT_CODE: 'YG-2024-001',
    ...LOT,
    BIDDER_NAME: '甲公司',
    BIDDER_ORG_CODE: FIRST,
    ...price('BID_PRICE', '118'),
    PRICE_CURRENCY: '156',
    ...at('20240402'),
  },
  BID_DEAL_ANNOUNCE: {
    ...PURCHASE,
    ...LOT,
    REGION_CODE: '349902',
    PURCHASER_AGENCY_NAME: '阳光招标代理有限公司',
    PURCHASER_AGENCY_CODE: AGENT,
    WIN_BID_BULLETIN_TITLE: '中标公告',
    WIN_BID_BULLETIN_START_TIME: '20240405100000',
    URL: 'https://ggzy.example/4',
    WINNINGBIDDER_NAME: '甲公司；乙公司',
    WINNINGBIDDER_CODE: `${FIRST};${SECOND}`,
    ...price('WIN_BID_PRICE', '118'),
    CURRENCY_CODE: '156',
    ...at('20240405'),
  },
  PURCHASE_CONTRACT: {
    ...PURCHASE,
    ...LOT,
    CONTRACT_NAME: '办公设备采购合同',
    PURCHASER_NAME: '阳光市教育局',
    PURCHASER_CODE: BUYER,
    SUPPLIER_NAME: '甲公司',
    SUPPLIER_CODE: FIRST,
    ...price('CONTRACT_AMOUNT', '117.5'),
    CURRENCY_CODE: '156',
    SIGNING_TIME: '20240420000000',
    URL: 'https://ggzy.example/5',
    ...at('20240421'),
  },
};

/** Rows as a CSV with the English names of the form, or its Chinese heads. */
export function exchangeCsv(table: string, rows: readonly ExchangeValues[], isChinese = false): string {
  const fields = EXCHANGE_TABLES.find(({ name }) => name === table)?.fields ?? [];
  const heads = fields.map(({ name, head }) => (isChinese ? head : name));
  return stringify([heads, ...rows.map((row) => fields.map(({ name }) => row[name] ?? ''))]);
}
