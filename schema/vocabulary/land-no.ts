import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';
import { digits } from './local-date.js';
import { hasProvincePrefix } from './region-code.js';

const RULE = 'R13';
const SHAPE = /^\d{10}[AB]\d{5}(?:-\d{1,4})?$/;

/** Checks the shape of a land supervision number 电子监管号 (R13): region, year, A or B, serial, and maybe an instalment. */
export function checkLandNo(text: string): Checked<string> {
  const year = digits(text, 6, 10);
  if (SHAPE.test(text) && hasProvincePrefix(text) && year >= 1980 && year <= 2099) return accepted(text);
  return refusal(
    RULE,
    `${quoted(text)} 不是电子监管号（规则 ${RULE}）：6 位区划、4 位年份、A 或 B、5 位顺序号。`,
    `${quoted(text)} is not a land supervision number (${RULE}): 6 digits of region, 4 of year, A or B, 5 of serial.`,
  );
}

export interface LandNoParts {
  readonly region: string;
  readonly year: number;
  /** A 划拨 allocated without price, B 出让 granted for a price; so in all 203 records seen, but no rule was found in print. */
  readonly supply: 'ALLOCATED' | 'GRANTED';
  readonly serial: string;
  /** What follows the hyphen, when a grant was split. */
  readonly split?: string;
}

/** The parts of a number that `checkLandNo` accepts. */
export function landNoParts(landNo: string): LandNoParts {
  const parts: LandNoParts = {
    region: landNo.slice(0, 6),
    year: digits(landNo, 6, 10),
    supply: landNo.charAt(10) === 'A' ? 'ALLOCATED' : 'GRANTED',
    serial: landNo.slice(11, 16),
  };
  return landNo.length > 17 ? { ...parts, split: landNo.slice(17) } : parts;
}

/** What the row says about the same parcel; what it does not say is not compared. */
export interface LandNoRow {
  readonly regionCode?: string | null;
  readonly signedOn?: string | null;
}

/** The other half of R13: a checked number's region and year agree with its row (same county; year of signing). */
export function checkLandNoAgainst(landNo: string, row: LandNoRow): Checked<string> {
  const { region, year } = landNoParts(landNo);
  const signedIn = row.signedOn ? digits(row.signedOn, 0, 4) : year;
  if (signedIn !== year) {
    return refusal(
      RULE,
      `电子监管号 ${quoted(landNo)} 的年份 ${year} 与签订日期 ${row.signedOn} 不符（规则 ${RULE}）：请核对。`,
      `Land number ${quoted(landNo)} is of ${year}, but was signed on ${row.signedOn} (${RULE}): compare them.`,
    );
  }
  if (
    row.regionCode &&
    !row.regionCode.startsWith(significant(region)) &&
    !region.startsWith(significant(row.regionCode))
  ) {
    return refusal(
      RULE,
      `电子监管号 ${quoted(landNo)} 的区划 ${region} 与 ${row.regionCode} 不符（规则 ${RULE}）：请核对。`,
      `Land number ${quoted(landNo)} is of region ${region}, the row of ${row.regionCode} (${RULE}): compare them.`,
    );
  }
  return accepted(landNo);
}

// 340500 stands for all of 3405xx: a city's own land carries the city's code, its rows may name the district.
function significant(region: string): string {
  return region.slice(0, 6).replace(/(?:00){1,2}$/, '');
}

export const LandNo = checkedScalar({
  name: 'LandNo',
  description:
    '土地供应电子监管号：区划 6 位、年份 4 位、A 划拨或 B 出让、顺序号 5 位 / ' +
    'Land supervision number: region, year, A (allocated) or B (granted), serial; as printed by landchina.com',
  rule: RULE,
  hint: '如 "3405032023B00127" / Such as "3405032023B00127"',
  check: checkLandNo,
});
