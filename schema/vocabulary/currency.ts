import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';

const RULE = 'CURRENCY';

// What the runtime's tables leave out of ISO 4217, or may drop: funds codes and units of account.
const LISTED = ['CNY', 'BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW', 'VED', 'XUA'];
const CODES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), ...LISTED]);

/** Numeric codes of ISO 4217 (GB/T 12406) that Chinese exchange formats print instead of letters. */
const NUMERIC: Readonly<Record<string, string>> = {
  '036': 'AUD',
  '124': 'CAD',
  '156': 'CNY',
  '208': 'DKK',
  '344': 'HKD',
  '356': 'INR',
  '360': 'IDR',
  '392': 'JPY',
  '410': 'KRW',
  '446': 'MOP',
  '458': 'MYR',
  '484': 'MXN',
  '498': 'MDL',
  '554': 'NZD',
  '578': 'NOK',
  '608': 'PHP',
  '643': 'RUB',
  '702': 'SGD',
  '704': 'VND',
  '752': 'SEK',
  '756': 'CHF',
  '764': 'THB',
  '826': 'GBP',
  '840': 'USD',
  '901': 'TWD',
  '978': 'EUR',
};

const NAMES: Readonly<Record<string, string>> = { RMB: 'CNY', 人民币: 'CNY', 人民币元: 'CNY', 元: 'CNY' };

/** Accepts the three upper-case letters of a currency of ISO 4217; what the scalar reads. */
export function checkCurrency(text: string): Checked<string> {
  if (CODES.has(text)) return accepted(text);
  const meant = parsed(text);
  const [zh, en] = meant
    ? [`请写作 "${meant}"`, `write "${meant}"`]
    : ['请用 ISO 4217 的三个大写字母，如 "CNY"', 'use the three capitals of ISO 4217, such as "CNY"'];
  return refusal(
    RULE,
    `${quoted(text)} 不是货币代码（规则 ${RULE}）：${zh}。`,
    `${quoted(text)} is not a currency code (rule ${RULE}): ${en}.`,
  );
}

/** Reads a currency as sources write it: CNY, the numeric 156, cny, RMB or 人民币. */
export function parseCurrency(text: string): Checked<string> {
  const code = parsed(text);
  return code === undefined ? checkCurrency(text) : accepted(code);
}

function parsed(text: string): string | undefined {
  if (text.length > 8) return undefined;
  const upper = text.trim().toUpperCase();
  return CODES.has(upper) ? upper : (lookUp(NUMERIC, upper) ?? lookUp(NAMES, upper));
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export const CurrencyCode = checkedScalar({
  name: 'CurrencyCode',
  description: '货币代码，三个大写字母（ISO 4217，GB/T 12406） / Currency code, three capitals (ISO 4217)',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  rule: RULE,
  hint: '如 "CNY" / Such as "CNY"',
  check: checkCurrency,
});
