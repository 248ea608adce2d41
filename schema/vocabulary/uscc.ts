import { type Checked, accepted } from './checked.js';
import { checkedScalar } from './checked-scalar.js';
import { USCC_DEPARTMENTS } from './uscc-departments.js';
import { refuseCheckCharacter, refuseOrganisationDigit, refusePair, refuseShape } from './uscc-refusal.js';

/** The 31 characters of GB 32100-2015 in value order: no I, O, S, V, Z. */
export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const LENGTH = 18;
const MODULUS = 31;
const WEIGHTS = Uint8Array.of(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28);
const ORGANISATION_WEIGHTS = Uint8Array.of(3, 7, 9, 10, 5, 8, 4, 2);
const ORGANISATION_AT = 8;
const X = 88;

const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < MODULUS; value++) VALUES[USCC_ALPHABET.charCodeAt(value)] = value;

const LEGAL_PAIRS = new Set(
  Object.entries(USCC_DEPARTMENTS).flatMap(([department, { categories }]) =>
    Object.keys(categories).map((category) => pairKey(department + category)),
  ),
);

/**
 * Checks a unified social credit code (GB 32100-2015): R01 shape, R02 check character, R03 the organisation code's own
 * digit (GB 11714-1997), R04 department and category. Whether the region existed (R05) needs the region editions.
 * @NOTE A few genuine codes of the 2015 pilot in Fujian fail R02; keep those as printed, outside a `Uscc` column.
 */
export function checkUscc(text: string): Checked<string> {
  if (!hasShape(text)) return refuseShape(text, (candidate) => checkUscc(candidate).ok);
  const check = checkCharacter(text);
  if (text[LENGTH - 1] !== check) return refuseCheckCharacter(text, check);
  const digit = organisationDigitAt(text, ORGANISATION_AT);
  if (text.charCodeAt(16) !== digit) return refuseOrganisationDigit(text, String.fromCharCode(digit));
  return LEGAL_PAIRS.has(pairKey(text)) ? accepted(text) : refusePair(text);
}

export interface UsccParts {
  /** Registering department, character 1. */
  readonly department: string;
  /** Kind of organisation within the department, character 2. */
  readonly category: string;
  /** Six-digit region of the registering authority, not of the seat. */
  readonly region: string;
  /** GB 11714 organisation code without its check digit. */
  readonly organisation8: string;
}

/** Builds the valid code of the parts by computing both check characters; throws `RangeError` for impossible parts. */
export function buildUscc({ department, category, region, organisation8 }: UsccParts): string {
  const body = department + category + region + organisation8 + organisationCheckDigit(organisation8);
  const code = body.length === LENGTH - 1 ? body + checkCharacter(body) : body;
  const checked = checkUscc(code);
  if (!checked.ok) throw new RangeError(`no unified social credit code has these parts: ${checked.en}`);
  return code;
}

/** The parts of a code that `checkUscc` accepts. */
export function usccParts(code: string): UsccParts {
  return {
    department: code.slice(0, 1),
    category: code.slice(1, 2),
    region: code.slice(2, 8),
    organisation8: code.slice(8, 16),
  };
}

/** The check digit 0–9 or X of an eight-character organisation code (GB 11714-1997). */
export function organisationCheckDigit(organisation8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(organisation8)) throw new RangeError('an organisation code has 8 characters 0-9 A-Z');
  return String.fromCharCode(organisationDigitAt(organisation8, 0));
}

function hasShape(text: string): boolean {
  if (text.length !== LENGTH) return false;
  for (let at = 0; at < LENGTH; at++) {
    const value = valueAt(text, at);
    if (value < 0 || (value > 9 && at >= 2 && at < ORGANISATION_AT)) return false;
  }
  return true;
}

function valueAt(text: string, at: number): number {
  return VALUES[text.charCodeAt(at)] ?? -1;
}

// The last "% 31" turns 31 into 0; without it every code that ends in 0 breaks.
function checkCharacter(text: string): string {
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at++) sum += valueAt(text, at) * (WEIGHTS[at] ?? 0);
  return USCC_ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}

// GB 11714 counts A–Z as 10–35 without gaps, unlike GB 32100.
function organisationDigitAt(text: string, from: number): number {
  let sum = 0;
  for (let at = 0; at < ORGANISATION_WEIGHTS.length; at++) {
    const unit = text.charCodeAt(from + at);
    sum += (unit <= 57 ? unit - 48 : unit - 55) * (ORGANISATION_WEIGHTS[at] ?? 0);
  }
  const digit = 11 - (sum % 11);
  return digit === 10 ? X : digit === 11 ? 48 : 48 + digit;
}

function pairKey(text: string): number {
  return text.charCodeAt(0) * 128 + text.charCodeAt(1);
}

export const Uscc = checkedScalar({
  name: 'Uscc',
  description:
    '统一社会信用代码，18 位（GB 32100-2015），校验码与组织机构代码校验位均须正确 / ' +
    'Unified social credit code, 18 characters (GB 32100-2015); both its check characters must hold',
  specifiedByURL: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=24691C25985C1073D3A7C85629378AC0',
  rule: 'R01',
  hint: '18 位大写，如 "91350100M000100Y43" / 18 upper-case characters, such as "91350100M000100Y43"',
  check: checkUscc,
});
