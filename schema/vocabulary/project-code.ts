import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';
import { digits } from './local-date.js';
import { hasProvincePrefix } from './region-code.js';

const RULE = 'R12';
const SHAPE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

/**
 * Checks an investment project code YYMM-RRRRRR-DD-TT-NNNNNC (GB/T 40058-2021, R12): layout, month 01–12, province.
 * The last digit is a check digit by the standard, but it is not tested here: no claim is made about it.
 */
export function checkProjectCode(text: string): Checked<string> {
  if (!SHAPE.test(text)) {
    return refuse(
      text,
      '布局为 YYMM-RRRRRR-DD-TT-NNNNNC，24 位含 4 个连字符',
      'the layout is YYMM-RRRRRR-DD-TT-NNNNNC, 24 characters with four hyphens',
    );
  }
  const month = digits(text, 2, 4);
  if (month < 1 || month > 12) {
    return refuse(
      text,
      '第 3–4 位不是月份；2020 年 11 月以前的代码以年份开头，请作为旧代码（legacyCode）保存',
      'digits 3–4 are no month; codes from before November 2020 begin with a year, keep those as legacyCode',
    );
  }
  if (!hasProvincePrefix(text, 5)) {
    return refuse(text, '第二段不以省级代码开头', 'the second group does not begin with a province of GB/T 2260');
  }
  return accepted(text);
}

export interface ProjectCodeParts {
  /** Year in which the code was given, 2000–2099. */
  readonly year: number;
  readonly month: number;
  /** Six-digit region code of the approving region. */
  readonly region: string;
  /** Two digits of the guiding central department. */
  readonly department: string;
  /** Two digits of the project type. */
  readonly type: string;
  readonly serial: string;
}

/** The parts of a code that `checkProjectCode` accepts; the serial is the five random digits without the check digit. */
export function projectCodeParts(code: string): ProjectCodeParts {
  return {
    year: 2000 + digits(code, 0, 2),
    month: digits(code, 2, 4),
    region: code.slice(5, 11),
    department: code.slice(12, 14),
    type: code.slice(15, 17),
    serial: code.slice(18, 23),
  };
}

function refuse(text: string, zh: string, en: string): Checked<string> {
  return refusal(
    RULE,
    `${quoted(text)} 不是投资项目代码（规则 ${RULE}，GB/T 40058）：${zh}。`,
    `${quoted(text)} is not an investment project code (${RULE}, GB/T 40058): ${en}.`,
  );
}

export const ProjectCode = checkedScalar({
  name: 'ProjectCode',
  description:
    '投资项目代码 YYMM-RRRRRR-DD-TT-NNNNNC（GB/T 40058-2021），只校验结构、月份和省份 / ' +
    'Investment project code (GB/T 40058-2021); layout, month and province are checked, its check digit is not',
  rule: RULE,
  hint: '如 "2104-340503-04-01-123456" / Such as "2104-340503-04-01-123456"',
  check: checkProjectCode,
});
