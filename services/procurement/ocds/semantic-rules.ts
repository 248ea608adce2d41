import {
  ExactNumber,
  isObject,
  plainDecimal,
  storableText,
  type JsonObject,
  type JsonValue,
} from '../../../subgraph/import/exact-json.js';
import { idText } from './id-text.js';
import { pointer, shown, type Finding } from './finding.js';
import type { OcdsUnit } from './read-ocds.js';

type Steps = readonly (string | number)[];
type Report = (steps: Steps, value: unknown, said: Omit<Finding, 'file' | 'path' | 'value'>) => void;

/** What the schema cannot say: references, ids, money and dates of one release (T11 and the rules beside it). */
export function semanticFindings(unit: OcdsUnit): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (steps, value, said) =>
    findings.push({ ...said, file: unit.file, path: unit.pointer + pointer(steps), value: shown(value) });
  checkOcid(unit, report);
  const parties = partyIds(unit.release);
  walk(unit.release, [], (steps, value) => {
    if (Array.isArray(value)) checkIds(steps, value, report);
    if (isObject(value)) checkMoney(steps, value, report);
    if (parties) checkReference(steps, value, parties, report);
    if (typeof value === 'string') {
      checkYear(steps, value, report);
      checkLength(steps, value, report);
      checkStorable(steps, value, report);
    }
  });
  return findings;
}

function walk(value: JsonValue, steps: Steps, visit: (steps: Steps, value: JsonValue) => void): void {
  visit(steps, value);
  if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...steps, index], visit));
  else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) walk(item, [...steps, key], visit);
  }
}

/** The registered prefix of an ocid, such as `ocds-xs1qbl`; null when it has none. */
export function ocidPrefix(ocid: string): string | null {
  return /^(ocds-[a-z0-9]{6})-./.exec(ocid)?.[1] ?? null;
}

function checkOcid({ release, recordOcid }: OcdsUnit, report: Report): void {
  const ocid = release.ocid;
  if (typeof ocid !== 'string') return; // the schema has said so
  if (!ocidPrefix(ocid)) {
    report(['ocid'], ocid, {
      rule: 'OCDS-OCID',
      severity: 'E',
      zh: 'ocid 没有登记前缀（ocds- 加六位小写字母或数字，再加 -），无法确定数据属于哪个辖区。',
      en: 'The ocid has no registered prefix (ocds-, six letters or digits, -): whose data it is cannot be told.',
      remedy: '使用登记的 ocid 前缀 / Use the registered ocid prefix.',
    });
  }
  if (recordOcid !== null && recordOcid !== ocid) {
    report(['ocid'], ocid, {
      rule: 'OCDS-OCID',
      severity: 'E',
      zh: `与所在记录的 ocid（${recordOcid}）不同。`,
      en: `Differs from the ocid of the record around it (${recordOcid}).`,
      remedy: '一个记录只含一个 ocid / One record holds one ocid.',
    });
  }
}

/** null when the release lists no parties, as OCDS 1.0 data does not: then there is nothing to refer to. */
function partyIds(release: JsonObject): Set<string> | null {
  if (!Array.isArray(release.parties) || release.parties.length === 0) return null;
  return new Set(release.parties.flatMap((party) => (isObject(party) ? (idText(party.id) ?? []) : [])));
}

const ONE_REFERENCE = new Set(['buyer', 'procuringEntity', 'payer', 'payee']);
const MANY_REFERENCES = new Set(['tenderers', 'suppliers']);

function checkReference(steps: Steps, value: JsonValue, parties: Set<string>, report: Report): void {
  const last = steps.at(-1);
  const listed = typeof last === 'number' && MANY_REFERENCES.has(String(steps.at(-2)));
  if (!isObject(value) || !(listed || (typeof last === 'string' && ONE_REFERENCE.has(last)))) return;
  const id = idText(value.id);
  if (id === null && Object.values(value).every((field) => field === null || field === '')) return;
  if (id !== null && parties.has(id)) return;
  report([...steps, 'id'], value.id ?? null, {
    rule: 'T11',
    severity: 'E',
    zh: id === null ? '引用的组织没有 id，无法在 parties 中找到。' : 'parties 中没有这个组织。',
    en: id === null ? 'The organisation referred to has no id.' : 'No party has this id.',
    remedy: '把该组织写入 parties，或更正 id / Add the organisation to parties, or correct the id.',
  });
}

/** Lists whose entries OCDS identifies by scheme and id together, and replaces as a whole when merging. */
const NOT_BY_ID = new Set(['additionalClassifications', 'additionalIdentifiers']);

function checkIds(steps: Steps, list: JsonValue[], report: Report): void {
  if (NOT_BY_ID.has(String(steps.at(-1)))) return;
  const first = new Map<string, number>();
  list.forEach((item, index) => {
    const id = isObject(item) ? idText(item.id) : null;
    if (id === null) return;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else {
      report([...steps, index, 'id'], id, {
        rule: 'T11-ID',
        severity: 'E',
        zh: `同一列表中第 ${earlier} 项已用此 id（从 0 起）。`,
        en: `Item ${earlier} of the same list (counted from 0) already has this id.`,
        remedy: '列表内每项的 id 必须唯一 / Every id is unique within its list.',
      });
    }
  });
}

function checkMoney(steps: Steps, value: JsonObject, report: Report): void {
  for (const [key, field] of Object.entries(value)) {
    if (field instanceof ExactNumber && plainDecimal(field.text) === null) {
      report([...steps, key], field.text, {
        rule: 'OCDS-RANGE',
        severity: 'E',
        zh: '数字的整数或小数部分超过 18 位。',
        en: 'The number has more than 18 digits before or after the point.',
        remedy: '核对数值 / Check the value.',
      });
    }
  }
  const { amount, currency } = value;
  if (!(amount instanceof ExactNumber) || (typeof currency === 'string' && currency !== '')) return;
  report([...steps, 'currency'], currency ?? null, {
    rule: 'OCDS-MONEY',
    severity: 'E',
    zh: `金额 ${amount.text} 没有币种。`,
    en: `The amount ${amount.text} has no currency.`,
    remedy: '补上币种，如 CNY / Add the currency, for example CNY.',
  });
}

const DATE_KEY = /^date($|[A-Z])|Date$/;

function checkYear(steps: Steps, value: string, report: Report): void {
  if (!DATE_KEY.test(String(steps.at(-1)))) return;
  const year = Number(/^(\d{4})-\d\d-\d\d/.exec(value)?.[1] ?? Number.NaN);
  if (Number.isNaN(year) || (year >= 1900 && year <= 2100)) return;
  report(steps, value, {
    rule: 'OCDS-DATE',
    severity: 'W',
    zh: '年份不在 1900—2100 之间，视为未填写。',
    en: 'The year is outside 1900–2100; the date is read as not given.',
    remedy: '没有日期就删去该字段 / Leave the field out when there is no date.',
  });
}

/** Row ids are made of up to four ids, and an index entry of PostgreSQL holds 2,704 bytes. */
const MAX_ID = 200;
const ID_KEYS = new Set<string | number | undefined>(['id', 'ocid', 'awardID', 'relatedLot']);

function checkLength(steps: Steps, value: string, report: Report): void {
  if (!ID_KEYS.has(steps.at(-1)) || value.length <= MAX_ID) return;
  report(steps, value, {
    rule: 'OCDS-ID',
    severity: 'E',
    zh: `标识有 ${value.length} 个字符，超过 ${MAX_ID} 个。`,
    en: `The id has ${value.length} characters, more than ${MAX_ID}.`,
    remedy: '使用简短稳定的标识 / Use a short, stable id.',
  });
}

function checkStorable(steps: Steps, value: string, report: Report): void {
  if (storableText(value) === value) return;
  report(steps, value, {
    rule: 'OCDS-TEXT',
    severity: 'W',
    zh: '文本含有无法存储的字符（NUL 或半个代理对），将去除或替换。',
    en: 'The text holds characters that cannot be stored (NUL or half a surrogate pair); they are removed or replaced.',
    remedy: '检查导出的编码 / Check the encoding of the export.',
  });
}
