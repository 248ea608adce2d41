import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';
import { digits } from './local-date.js';

const RULE = 'QUARTER';
const WRITTEN = /^(\d{4})(?:-?[Qq]([1-4])|年(?:第)?([1-4一二三四])季度)$/;
const CHINESE_DIGITS = '一二三四';

/** The quarter of a day YYYY-MM-DD: '2024-02-29' → '2024Q1'. Fiscal years are calendar years (预算法 art. 18). */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}Q${Math.ceil(digits(date, 5, 7) / 3)}`;
}

/** The month of a day YYYY-MM-DD: '2024-02-29' → '2024-02'. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** Accepts only 2024Q1; what the scalar reads. */
export function checkQuarter(text: string): Checked<string> {
  const quarter = digits(text, 5, 6);
  const isQuarter = text.length === 6 && text[4] === 'Q' && digits(text, 0, 4) > 0 && quarter >= 1 && quarter <= 4;
  return isQuarter ? accepted(text) : refuseQuarter(text);
}

/** Reads a quarter as sources write it: 2024Q1, 2024-Q1, 2024q1, 2024年第一季度, 2024年1季度. */
export function parseQuarter(text: string): Checked<string> {
  const [, year, letter, chinese] = WRITTEN.exec(text) ?? [];
  const written = letter ?? chinese ?? '';
  const counted = CHINESE_DIGITS.indexOf(written) + 1;
  return year !== undefined && written ? checkQuarter(`${year}Q${counted || written}`) : refuseQuarter(text);
}

function refuseQuarter(text: string): Checked<string> {
  return refusal(
    RULE,
    `${quoted(text)} 不是季度（规则 ${RULE}）：写作 "2024Q1"。`,
    `${quoted(text)} is not a quarter (rule ${RULE}): write "2024Q1".`,
  );
}

export const Quarter = checkedScalar({
  name: 'Quarter',
  description: '季度 YYYYQn，自然年 / Quarter YYYYQn of the calendar year',
  rule: RULE,
  hint: '如 "2024Q1" / Such as "2024Q1"',
  check: checkQuarter,
});
