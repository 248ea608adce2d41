/** R01–R04 over stored unified social credit codes: a code that was accepted as published is still told to be wrong. */
import { USCC_ALPHABET } from '../../schema/vocabulary/uscc.js';
import { USCC_DEPARTMENTS } from '../../schema/vocabulary/uscc-departments.js';
import type { Class } from '../model/entity-model.js';
import { modelOf } from '../model/entity-model.js';
import { defineRule, type Rule } from './define-rule.js';
import { judged, literal } from './judged.js';

/** Where an entity holds a code; the alias of its row is `s`. */
export interface UsccPlace {
  readonly entity: Class;
  /** Column, such as `holder_uscc`. */
  readonly column: string;
  /** Property path, such as `holder.uscc`. */
  readonly field: string;
  /** Primary key column. */
  readonly key: string;
  /** Column with the agency that answers for the row. */
  readonly agency?: string;
}

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** GB 11714 counts A–Z as 10–35 without gaps, unlike GB 32100. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Byte of a character → its value: two looks into bytes are ten times faster than a search in the alphabet. */
const valuesOf = (alphabet: string): string => {
  const values = new Uint8Array(128);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  return `'\\x${Buffer.from(values).toString('hex')}'::bytea`;
};

const weighted = (code: string, alphabet: string, weights: readonly number[], from: number): string =>
  weights
    .map((weight, at) => `get_byte(${valuesOf(alphabet)}, get_byte(${code}::bytea, ${from + at})) * ${weight}`)
    .join(' + ');

const hasShape = (code: string): string => `${code} ~ '^[${USCC_ALPHABET}]{2}[0-9]{6}[${USCC_ALPHABET}]{10}$'`;

/** The 18th character of GB 32100-2015. */
const checkCharacter = (code: string): string =>
  `substr('${USCC_ALPHABET}', (31 - (${weighted(code, USCC_ALPHABET, WEIGHTS, 0)}) % 31) % 31 + 1, 1)`;

/** The 17th character, the check digit of GB 11714-1997 over characters 9 to 16. */
const organisationDigit = (code: string): string =>
  `substr('0123456789X', (11 - (${weighted(code, LETTERS, ORGANISATION_WEIGHTS, 8)}) % 11) % 11 + 1, 1)`;

const LEGAL_PAIRS = Object.entries(USCC_DEPARTMENTS).flatMap(([department, { categories }]) =>
  Object.keys(categories).map((category) => literal(department + category)),
);

/** Whether shape and check character hold: only then does it say something about the other parts. */
export const isSoundUscc = (code: string): string =>
  `(${hasShape(code)} and right(${code}, 1) = ${checkCharacter(code)})`;

const REMEDY = '与发证机关核对该代码 / compare the code with the registration authority';

/** Rows of other countries have codes of their own: only rows of a Chinese jurisdiction are judged. */
const IS_CHINESE = `s.jurisdiction like 'CN-%'`;

export function usccRules(place: UsccPlace): Rule[] {
  const code = `s.${place.column}`;
  const common = {
    key: `s.${place.key}`,
    field: place.field,
    left: code,
    ...(place.agency !== undefined && { agency: `s.${place.agency}` }),
    operands: [{ entity: modelOf(place.entity).name, key: `s.${place.key}`, field: place.field, value: code }],
  };
  const define = (rule: Pick<Rule, 'id' | 'severity' | 'zh' | 'en' | 'source' | 'sql'>): Rule =>
    defineRule({ ...rule, remedy: REMEDY, entity: place.entity, reads: [place.entity], alone: true, ofCells: true });
  // The other parts are told to be wrong only where the check character says that nothing was mistyped.
  const unless = (holds: string): string => `${IS_CHINESE} and (${code} is null or ${holds} or ${isSoundUscc(code)})`;
  const hasPair = `left(${code}, 2) in (${LEGAL_PAIRS.join(', ')})`;
  return [
    define({
      id: 'R01',
      severity: 'E',
      zh: '统一社会信用代码为 18 位，只用规定的字符',
      en: 'A unified social credit code has 18 characters of the prescribed set',
      source: 'GB 32100-2015 §4',
      sql: (t) =>
        judged({
          ...common,
          from: `${t(place.entity)} s`,
          applies: IS_CHINESE,
          known: `${code} is not null`,
          holds: hasShape(code),
          zh: `代码 {${code}} 不是 18 位规定字符`,
          en: `The code {${code}} is not 18 characters of the prescribed set`,
        }),
    }),
    define({
      id: 'R02',
      severity: 'E',
      zh: '统一社会信用代码的校验码正确',
      en: 'The check character of a unified social credit code is right',
      source: 'GB 32100-2015 §5',
      sql: (t) =>
        judged({
          ...common,
          right: `left(${code}, 17) || ${checkCharacter(code)}`,
          from: `${t(place.entity)} s`,
          applies: `${IS_CHINESE} and (${code} is null or ${hasShape(code)})`,
          known: `${code} is not null`,
          holds: `right(${code}, 1) = ${checkCharacter(code)}`,
          zh: `代码 {${code}} 的校验码应为 {${checkCharacter(code)}}，或其他字符有误`,
          en: `The check character of {${code}} should be {${checkCharacter(code)}}, or another character is wrong`,
        }),
    }),
    define({
      id: 'R03',
      severity: 'W',
      zh: '统一社会信用代码第 17 位与其中的组织机构代码相符',
      en: 'The 17th character of a code is the check digit of the organisation code in it',
      source: 'GB 11714-1997',
      sql: (t) =>
        judged({
          ...common,
          right: organisationDigit(code),
          from: `${t(place.entity)} s`,
          applies: `${IS_CHINESE} and (${code} is null or ${isSoundUscc(code)})`,
          known: `${code} is not null`,
          holds: `substr(${code}, 17, 1) = ${organisationDigit(code)}`,
          zh: `代码 {${code}} 的第 17 位应为 {${organisationDigit(code)}}`,
          en: `The 17th character of {${code}} should be {${organisationDigit(code)}}`,
        }),
    }),
    define({
      id: 'R04',
      severity: 'W',
      zh: '登记管理部门与机构类别代码的组合在标准之内',
      en: 'Department and category of a code are a pair that the standard knows',
      source: 'GB 32100-2015 table 1',
      sql: (t) =>
        judged({
          ...common,
          from: `${t(place.entity)} s`,
          applies: unless(hasPair),
          known: `${code} is not null`,
          holds: hasPair,
          zh: `代码 {${code}} 的前两位 {left(${code}, 2)} 不是标准中的组合`,
          en: `The first two characters of {${code}}, {left(${code}, 2)}, are no pair of the standard`,
        }),
    }),
  ];
}
