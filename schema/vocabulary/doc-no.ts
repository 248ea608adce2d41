import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';

const RULE = 'R14';
const LONGEST = 100;
const BLANKS = /[\s\u200b-\u200d\u2060\ufeff]+/g;
const YEAR = /[[({【〖〔〈<「『]((?:19|20)\d{2})[\])}】〗〕〉>」』]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const NUMBERED = /^([^〔〕]{1,60})〔(\d{4})〕(?:第)?[0-9A-Z]{1,12}(?:-[0-9A-Z]{1,8}){0,3}号$/i;
const ORDER = /^[^〔〕]{1,60}(?:令|公告)(?:\d{4}年)?第?[0-9〇零一二三四五六七八九十百千]{1,12}号$/;

/**
 * One spelling of a document number: year in 〔〕 (GB/T 9704-2012 §7.2.5), other brackets （）, half-width digits, no blanks.
 * A text that is no document number is only tidied; 第 and leading zeros stay as the document prints them.
 */
export function normaliseDocNo(text: string): string {
  return text
    .normalize('NFKC')
    .replace(BLANKS, '')
    .replace(YEAR, '〔$1〕')
    .replace(DASHES, '-')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** Accepts 马政办〔2023〕15号 in any brackets, and orders and notices without a bracket (国务院令第711号); normalised. */
export function checkDocNo(text: string): Checked<string> {
  if (text.length > LONGEST) return refuse(text, '超过 100 字', 'it is longer than 100 characters');
  const value = normaliseDocNo(text);
  if (NUMBERED.test(value) || ORDER.test(value)) return accepted(value);
  if (!value.endsWith('号')) return refuse(text, '末尾应为“号”', 'it should end in 号');
  return value.includes('〔')
    ? refuse(text, '应为发文机关代字、〔年份〕、顺序号', 'it should be the issuer, 〔year〕 and a serial number')
    : refuse(text, '缺少〔年份〕，年份写四位', 'it lacks the 〔year〕, in four digits');
}

/** The year in the bracket of a normalised number, `undefined` for an order that carries none. */
export function docNoYear(docNo: string): number | undefined {
  const year = NUMBERED.exec(docNo)?.[2];
  return year === undefined ? undefined : Number(year);
}

function refuse(text: string, zh: string, en: string): Checked<string> {
  return refusal(
    RULE,
    `${quoted(text)} 不是规范的文号（规则 ${RULE}）：${zh}；如 "马政办〔2023〕15号"。`,
    `${quoted(text)} is not a document number (${RULE}): ${en}; for example "马政办〔2023〕15号".`,
  );
}

export const DocNo = checkedScalar({
  name: 'DocNo',
  description:
    '发文字号，年份用六角括号（GB/T 9704-2012）；各种括号与全半角输入视为相同 / ' +
    'Number of an official document, year in 〔〕 (GB/T 9704-2012); any bracket and width is read as the same number',
  rule: RULE,
  hint: '如 "马政办〔2023〕15号" / Such as "马政办〔2023〕15号"',
  check: checkDocNo,
});
