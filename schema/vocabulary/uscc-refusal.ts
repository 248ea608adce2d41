import { type Refusal, quoted, refusal } from './checked.js';
import { isCalendarDay } from './local-date.js';
import { USCC_DEPARTMENTS } from './uscc-departments.js';

const LONGEST_REPAIRED = 40;
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' };

/** R01. Says what the text seems to be, and the code that was meant when repairing the usual slips gives a valid one. */
export function refuseShape(text: string, isValid: (candidate: string) => boolean): Refusal {
  const value = named(text);
  const meant = repaired(text);
  if (meant !== undefined && isValid(meant)) {
    return refusal(
      'R01',
      `${value} 不是规范的统一社会信用代码（规则 R01：大写，不用 I O S V Z，无空格）：应为 "${meant}" 吗？`,
      `${value} is not spelled as a unified social credit code (R01: upper case, no I O S V Z, no spaces): ` +
        `did you mean "${meant}"?`,
    );
  }
  const [zh, en] = advice(text);
  return refusal(
    'R01',
    `${value} 不是统一社会信用代码（规则 R01：18 位，数字和大写字母，不用 I O S V Z，第 3–8 位为数字）：${zh}。`,
    `${value} is not a unified social credit code (R01: 18 characters, digits and capitals without I O S V Z, ` +
      `characters 3–8 digits): ${en}.`,
  );
}

/** R02. */
export function refuseCheckCharacter(text: string, expected: string): Refusal {
  if (isResidentId(text)) return refuseResident(text, 'R02');
  return refusal(
    'R02',
    `${named(text)} 的校验码不符（规则 R02，GB 32100）：按前 17 位应为 "${expected}"；请与证照核对。`,
    `${named(text)} has a wrong check character (R02, GB 32100): its first 17 characters ask for "${expected}"; ` +
      `compare it with the certificate.`,
  );
}

/** R03. */
export function refuseOrganisationDigit(text: string, expected: string): Refusal {
  if (isResidentId(text)) return refuseResident(text, 'R03');
  return refusal(
    'R03',
    `${named(text)} 中组织机构代码的校验位不符（规则 R03，GB 11714）：第 17 位应为 "${expected}"；请与证照核对。`,
    `${named(text)} has a wrong organisation code (R03, GB 11714): character 17 should be "${expected}"; ` +
      `compare it with the certificate.`,
  );
}

/** R04. */
export function refusePair(text: string): Refusal {
  const department = USCC_DEPARTMENTS[text.charAt(0)];
  const categories = department && Object.keys(department.categories).join(' ');
  return refusal(
    'R04',
    `${named(text)} 的登记管理部门与机构类别不符（规则 R04）：` +
      (department
        ? `部门 ${text.charAt(0)}（${department.zh}）只有类别 ${categories}。`
        : `没有部门 "${text.charAt(0)}"；请与证照核对。`),
    `${named(text)} has no legal department and category (R04): ` +
      (department
        ? `department ${text.charAt(0)} (${department.en}) has only the categories ${categories}.`
        : `there is no department "${text.charAt(0)}"; compare it with the certificate.`),
  );
}

function refuseResident(text: string, rule: string): Refusal {
  return refusal(
    rule,
    `${named(text)} 像居民身份证号，不是统一社会信用代码（规则 ${rule}）：请从数据中删去，不得公开。`,
    `${named(text)} looks like a resident identity number, not a unified social credit code (rule ${rule}): ` +
      `remove it from the data, it must not be published.`,
  );
}

function advice(text: string): [zh: string, en: string] {
  if (/^[0-9]{15}$/.test(text)) {
    return [
      '这像 2015 年以前的注册号，请查对应的 18 位代码',
      'it looks like a registration number from before 2015; look up the code that replaced it',
    ];
  }
  if (/^[0-9A-Z]{8}-?[0-9X]$/.test(text)) {
    return [
      '这像组织机构代码，请查对应的 18 位代码',
      'it looks like an organisation code; look up the 18-character code',
    ];
  }
  return text.length === 18
    ? ['请与证照核对', 'compare it with the certificate']
    : [`现有 ${text.length} 位，请与证照核对`, `it has ${text.length}; compare it with the certificate`];
}

function repaired(text: string): string | undefined {
  if (text.length > LONGEST_REPAIRED) return undefined;
  const tidy = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const meant = tidy.replace(/[OISZ]/g, (letter) => LOOKALIKES[letter] ?? letter);
  return meant === text || !/^[0-9A-Z]{18}$/.test(meant) ? undefined : meant;
}

// A person's number must not travel through an error message into logs and answers: the birth date is masked.
function named(text: string): string {
  return quoted(isResidentId(text) ? `${text.slice(0, 6)}********${text.slice(14)}` : text);
}

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

function isResidentId(text: string): boolean {
  if (!/^[0-9]{6}(?:19|20)[0-9]{9}[0-9Xx]$/.test(text)) return false;
  const isBirthday = isCalendarDay(+text.slice(6, 10), +text.slice(10, 12), +text.slice(12, 14));
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, at) => total + weight * (text.charCodeAt(at) - 48), 0);
  return isBirthday && '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase();
}
