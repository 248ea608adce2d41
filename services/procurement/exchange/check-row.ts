/** The form's own rules of one row: what it must have, in which format, with which codes. */
import { parseCurrency } from '../../../schema/vocabulary/currency.js';
import { parseDecimal } from '../../../schema/vocabulary/decimal.js';
import { checkProjectCode } from '../../../schema/vocabulary/project-code.js';
import { checkRegionCode } from '../../../schema/vocabulary/region-code.js';
import { shorten, type Finding } from '../../../subgraph/import/finding.js';
import { dayOf, instantOf, isPriceForm, isUnit, type ExchangeRow } from './exchange-row.js';
import type { ExchangeField } from './exchange-table.js';

type Said = Pick<Finding, 'rule' | 'severity' | 'zh' | 'en' | 'remedy'>;

/** Price forms that are no amount have their words in one of these. */
const AMOUNTS = /^(PROGRAM_BUDGET|WIN_BID_PRICE|CONTRACT_AMOUNT|CONTRACT_PRICE|BID_AMOUNT|BID_PRICE)$/;
const WORDS = /^(OTHER_PROGRAM_BUDGET|WIN_BID_RATE|OTHER_BID_PRICE|OTHER_CONTRACT_PRICE|RATE)$/;

const DOMAINS: readonly (readonly [RegExp, string, (text: string) => boolean])[] = [
  [/^PRICE_FORM_CODE$/, '1、2、3、9', isPriceForm],
  [/(^|_)UNIT(_|$)/, '0（元）、1（万元）', isUnit],
  [/CURRENCY/, 'GB/T 12406，如 156', (text) => parseCurrency(text).ok],
  [/^(REGION_CODE)$/, 'GB/T 2260', (text) => checkRegionCode(text).ok],
  [/^(IS_POSTPONE|REVOCATION_STATUS|RELATE_CODE)$/, '0、1', (text) => text === '0' || text === '1'],
];

export function checkRow(row: ExchangeRow): Finding[] {
  const findings: Finding[] = [];
  const say = ({ name, head }: Pick<ExchangeField, 'name' | 'head'>, said: Said): void => {
    const place = row.sheet === undefined ? '' : `${row.sheet} `;
    findings.push({
      ...said,
      file: row.file,
      path: `${place}第 ${row.line} 行“${head}” / row ${row.line}, ${name}`,
      value: shorten(row.text(name) ?? ''),
      sheet: row.sheet ?? null,
      row: row.line,
      column: head,
    });
  };
  for (const field of row.table.fields) {
    const text = row.text(field.name);
    if (text !== null) for (const said of formatFaults(field, text)) say(field, said);
    else if (field.need !== 'OPTIONAL') say(field, missing(field));
  }
  const form = row.text('PRICE_FORM_CODE');
  const amount = row.table.fields.find(({ name }) => AMOUNTS.test(name));
  const words = row.table.fields.filter(({ name }) => WORDS.test(name));
  if (form === '1' && amount && row.text(amount.name) === null) say(amount, withoutAmount(amount));
  if (form !== null && form !== '1' && words[0] && words.every(({ name }) => row.text(name) === null))
    say(words[0], withoutWords(words[0]));
  const project = row.table.fields.find(({ name }) => name === 'INVEST_PROJECT_CODE');
  const code = row.text('INVEST_PROJECT_CODE');
  if (project && row.text('RELATE_CODE') === '1' && code === null) say(project, withoutProject);
  const checked = code === null ? undefined : checkProjectCode(code);
  if (project && checked && !checked.ok)
    say(project, { rule: checked.rule, severity: 'W', zh: checked.zh, en: checked.en, remedy: CORRECT });
  return findings;
}

const CORRECT = '更正该单元格后重新交换 / correct the cell and hand the file in again';

function formatFaults({ name, head, kind, length, isExact }: ExchangeField, text: string): Said[] {
  const wrong = (zh: string, en: string): Said[] => [
    { rule: 'EX02', severity: 'E', zh: `“${head}”${zh}`, en: `${name} ${en}`, remedy: CORRECT },
  ];
  if (kind === 'NUMBER' && !parseDecimal(text).ok) return wrong('不是数值', 'is not a number');
  if (kind === 'INSTANT' && instantOf(text) === undefined)
    return wrong('不是时间（yyyyMMddHHmmss）', 'is no instant (yyyyMMddHHmmss)');
  if (kind === 'DAY' && (dayOf(text) ?? instantOf(text)) === undefined)
    return wrong('不是日期（yyyyMMdd）', 'is no day (yyyyMMdd)');
  const domain = DOMAINS.find(([names]) => names.test(name));
  if (domain && !domain[2](text))
    return [
      {
        rule: 'EX03',
        severity: 'E',
        zh: `“${head}”不在值域内（${domain[1]}）`,
        en: `${name} is not in its domain (${domain[1]})`,
        remedy: CORRECT,
      },
    ];
  const size = [...text].length;
  if (length === undefined || (isExact ? size === length : size <= length)) return [];
  const [zh, en] = isExact
    ? [`应为 ${length} 个字符`, `has ${length} characters`]
    : [`不超过 ${length} 个字符`, `has at most ${length} characters`];
  // What is too long is stored all the same.
  return [
    {
      rule: 'EX02',
      severity: 'W',
      zh: `“${head}”${zh}，实为 ${size} 个`,
      en: `${name} ${en}; here ${size}`,
      remedy: CORRECT,
    },
  ];
}

const missing = ({ name, head, need }: ExchangeField): Said => ({
  rule: 'EX01',
  severity: need === 'KEY' ? 'E' : 'W',
  zh: `必填项“${head}”为空`,
  en: `the required field ${name} is blank`,
  remedy: CORRECT,
});

const withoutAmount = ({ name, head }: ExchangeField): Said => ({
  rule: 'EX04',
  severity: 'E',
  zh: `价款形式为金额（1）时“${head}”必填`,
  en: `${name} is required where the price is an amount (form 1)`,
  remedy: CORRECT,
});

const withoutWords = ({ name, head }: ExchangeField): Said => ({
  rule: 'EX04',
  severity: 'W',
  zh: `价款形式不是金额时“${head}”必填`,
  en: `${name} is required where the price is no amount`,
  remedy: CORRECT,
});

const withoutProject: Said = {
  rule: 'EX05',
  severity: 'W',
  zh: '项目类别关联代码为 1 时，投资项目统一代码必填',
  en: 'INVEST_PROJECT_CODE is required where RELATE_CODE is 1',
  remedy: CORRECT,
};
