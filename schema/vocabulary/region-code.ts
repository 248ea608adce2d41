import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';
import { digits } from './local-date.js';

export type RegionLevel = 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWN' | 'VILLAGE';

const RULE = 'R07';
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82';
const IS_PROVINCE = new Uint8Array(100);
for (const prefix of PROVINCES.split(' ')) IS_PROVINCE[Number(prefix)] = 1;

/** Whether the text at that position starts with the two digits of a province-level region of GB/T 2260. */
export function hasProvincePrefix(text: string, at = 0): boolean {
  return IS_PROVINCE[digits(text, at, at + 2)] === 1;
}

/**
 * Checks the shape of a region code (R07): 6 digits down to the county (GB/T 2260), 9 for a town, 12 for a village
 * (GB/T 10114). Zeros that only pad are cut (340503001000 → 340503001), so that one region has one spelling.
 * Whether the code existed on a day is a question to the edition of that day.
 */
export function checkRegionCode(text: string): Checked<string> {
  const { length } = text;
  const isWhole = (length === 6 || length === 9 || length === 12) && !Number.isNaN(digits(text, 0, length));
  if (!isWhole || !hasProvincePrefix(text) || isGap(text)) return refuseRegion(text);
  if (length === 6) return accepted(text);
  const town = text.startsWith('000', 6) ? 6 : 9;
  return accepted(length === 12 && !text.endsWith('000') ? text : text.slice(0, town));
}

/** The level of a checked code, read from its digits: xx0000, xxxx00, 6, 9 or 12 digits. */
export function regionLevel(code: string): RegionLevel {
  if (code.length === 12) return 'VILLAGE';
  if (code.length === 9) return 'TOWN';
  if (!code.endsWith('00')) return 'COUNTY';
  return code.endsWith('0000') ? 'PROVINCE' : 'PREFECTURE';
}

/**
 * The code one level up, `undefined` for a province. @NOTE A town of a city without counties (东莞 441900003) has the
 * city as parent, and a county run by its province (济源 419001) the code 419000, which some editions do not list.
 */
export function parentRegionCode(code: string): string | undefined {
  switch (regionLevel(code)) {
    case 'VILLAGE':
      return code.slice(0, 9);
    case 'TOWN':
      return code.slice(0, 6);
    case 'COUNTY':
      return `${code.slice(0, 4)}00`;
    case 'PREFECTURE':
      return `${code.slice(0, 2)}0000`;
    case 'PROVINCE':
      return undefined;
  }
}

/** The edition named for the month of a day: '2012-10-31' → '201210'. */
export function editionOf(date: string): string {
  return date.slice(0, 4) + date.slice(5, 7);
}

/** The newest of the editions that was out in the month of that day, `undefined` when all are later; any order. */
export function editionInForce(editions: Iterable<string>, date: string): string | undefined {
  const month = editionOf(date);
  let newest: string | undefined;
  for (const edition of editions) {
    if (edition <= month && (newest === undefined || edition > newest)) newest = edition;
  }
  return newest;
}

/** Checks the name of an edition of the region codes: a month 'yyyymm' from 1980 on, when GB 2260 began. */
export function checkRegionEdition(text: string): Checked<string> {
  const month = digits(text, 4, 6);
  if (text.length === 6 && digits(text, 0, 4) >= 1980 && month >= 1 && month <= 12) return accepted(text);
  return refusal(
    RULE,
    `${quoted(text)} 不是区划代码版本（规则 ${RULE}）：写作年月 6 位，如 "201210"。`,
    `${quoted(text)} is not an edition of the region codes (${RULE}): write year and month, such as "201210".`,
  );
}

// A level between two others cannot be skipped: 34 00 03 and 340503 000 001 name nothing.
// Cities without counties (xxxx00 with towns) exist.
function isGap(text: string): boolean {
  // Hong Kong and Macau have no level between the region and its districts: 810001, 820001.
  if (!/^8[12]/.test(text) && text.startsWith('00', 2) && !text.startsWith('00', 4)) return true;
  if (text.length > 6 && text.startsWith('0000', 2) && !/^0*$/.test(text.slice(6))) return true;
  return text.length === 12 && text.startsWith('000', 6) && !text.endsWith('000');
}

function refuseRegion(text: string): Checked<string> {
  const isShort = (text.length === 2 || text.length === 4) && hasProvincePrefix(text);
  const [zh, en] = isShort
    ? [`请写作 "${text.padEnd(6, '0')}"`, `write "${text.padEnd(6, '0')}"`]
    : [
        '6 位到县、9 位到乡镇、12 位到村，前两位为省',
        '6 digits for a county or above, 9 for a town, 12 for a village, after the province',
      ];
  return refusal(
    RULE,
    `${quoted(text)} 不是行政区划代码（规则 ${RULE}）：${zh}。`,
    `${quoted(text)} is not a region code (${RULE}): ${en}.`,
  );
}

export const RegionCode = checkedScalar({
  name: 'RegionCode',
  description:
    '行政区划代码：6 位到县（GB/T 2260），9 位到乡镇、12 位到村（GB/T 10114），须与版本一起理解 / ' +
    'Region code: 6 digits to the county (GB/T 2260), 9 to the town, 12 to the village; means one region per edition',
  specifiedByURL: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=C9C488FD717AFDCD52157F41C3302C6D',
  rule: RULE,
  hint: '如 "340500"、"340503001" / Such as "340500" or "340503001"',
  check: checkRegionCode,
});

export const RegionEdition = checkedScalar({
  name: 'RegionEdition',
  description:
    '行政区划代码的版本，年月 yyyymm（GB/T 2260 修订） / Edition of the region codes, month yyyymm (revision of GB/T 2260)',
  rule: RULE,
  hint: '如 "201210" / Such as "201210"',
  check: checkRegionEdition,
});
