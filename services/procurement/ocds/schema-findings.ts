import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { shown, type Finding } from './finding.js';
import recordPackageSchema from './schema/record-package-schema.json' with { type: 'json' };
import releasePackageSchema from './schema/release-package-schema.json' with { type: 'json' };
import releaseSchema from './schema/release-schema.json' with { type: 'json' };

export type SchemaName = 'release' | 'release-package' | 'record-package';

const ajv = new Ajv.default({ allErrors: true, verbose: true, strict: false });
addFormats.default(ajv);

const compiled = new Map<SchemaName, ValidateFunction>();

/** A package's own fields only: its releases and records are judged one by one, each on its own. */
function schemaOf(name: SchemaName): object {
  if (name === 'release') return releaseSchema;
  if (name === 'release-package') {
    const { releases: _, ...properties } = releasePackageSchema.properties;
    return { ...releasePackageSchema, id: 'release-package-envelope', properties };
  }
  const { records: _, ...properties } = recordPackageSchema.properties;
  const { definitions: __, ...schema } = recordPackageSchema;
  return { ...schema, id: 'record-package-envelope', properties };
}

/**
 * Findings of the official OCDS 1.1.5 JSON Schema (draft 4) on a plain value; one for every broken keyword.
 * Paths are JSON pointers below `base`.
 */
export function schemaFindings(name: SchemaName, plain: unknown, file: string, base: string): Finding[] {
  let validate = compiled.get(name);
  if (!validate) {
    validate = ajv.compile(schemaOf(name));
    compiled.set(name, validate);
  }
  if (validate(plain)) return [];
  return (validate.errors ?? []).map((error) => ({
    severity: 'E',
    file,
    path: base + error.instancePath,
    value: shown(error.data),
    ...explain(error),
  }));
}

type Explanation = Pick<Finding, 'rule' | 'zh' | 'en' | 'remedy'>;

function explain(error: ErrorObject): Explanation {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'type':
      return typeMismatch(error);
    case 'enum':
      return notInList(error);
    case 'format':
      return badFormat(String(params.format));
    case 'required':
      return missing(String(params.missingProperty));
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return {
        rule: 'OCDS-EMPTY',
        zh: '不能为空。',
        en: 'Must not be empty.',
        remedy: '没有内容就删去该字段 / Leave the field out when there is nothing to say.',
      };
    case 'pattern':
      return {
        rule: 'OCDS-PATTERN',
        zh: `格式不符：${String(params.pattern)}。`,
        en: `Does not match ${String(params.pattern)}.`,
        remedy: '按 OCDS 1.1.5 的写法填写 / Write it as OCDS 1.1.5 prescribes.',
      };
    case 'uniqueItems':
      return {
        rule: 'OCDS-UNIQUE',
        zh: `列表中第 ${String(params.j)} 项与第 ${String(params.i)} 项重复（从 0 起）。`,
        en: `Items ${String(params.j)} and ${String(params.i)} of the list (counted from 0) are the same.`,
        remedy: '删去重复项 / Remove the duplicate.',
      };
    default:
      return {
        rule: 'OCDS-SCHEMA',
        zh: `不符合 OCDS 1.1.5 的 JSON Schema（${error.keyword}）。`,
        en: `Breaks the OCDS 1.1.5 JSON Schema: ${error.message ?? error.keyword}.`,
        remedy: '对照 OCDS 1.1.5 更正 / Correct it against OCDS 1.1.5.',
      };
  }
}

const TYPES_ZH: Record<string, string> = {
  number: '数字',
  integer: '整数',
  string: '文本',
  boolean: '真假值',
  array: '列表',
  object: '对象',
  null: '空值',
};

function typeMismatch(error: ErrorObject): Explanation {
  const { type } = error.params as { type: string | string[] };
  const wanted = [type].flat();
  const zh = wanted.map((name) => TYPES_ZH[name] ?? name).join('或');
  const got = typeof error.data === 'string' ? 'string' : Array.isArray(error.data) ? 'array' : typeof error.data;
  const quoted = wanted.includes('number') && got === 'string';
  return {
    rule: 'OCDS-TYPE',
    zh: `应为${zh}，实为${error.data === null ? '空值' : (TYPES_ZH[got] ?? got)}。`,
    en: `Must be ${wanted.join(' or ')}, is ${error.data === null ? 'null' : got}.`,
    remedy: quoted
      ? '数字不加引号；没有数值就写 null 或删去 / Write the number without quotes; without a number write null or leave it out.'
      : '按规定的类型填写 / Use the type that the standard prescribes.',
  };
}

function notInList(error: ErrorObject): Explanation {
  const { allowedValues } = error.params as { allowedValues: unknown[] };
  const allowed = allowedValues.filter((value) => typeof value === 'string');
  const isCurrency = error.instancePath.endsWith('/currency');
  const list = isCurrency ? 'ISO 4217' : allowed.join(', ');
  const upper = typeof error.data === 'string' ? error.data.toUpperCase() : '';
  const near = allowed.find((value) => value.toUpperCase() === upper);
  return {
    rule: isCurrency ? 'OCDS-CURRENCY' : 'OCDS-ENUM',
    zh: isCurrency ? '不是 ISO 4217 的币种代码。' : `不在代码表内：${list}。`,
    en: isCurrency ? 'Not a currency code of ISO 4217.' : `Not one of the code list: ${list}.`,
    remedy: near
      ? `改为 ${near} / Write ${near}.`
      : '使用标准代码，原文写入 …Details 字段 / Use a code of the list; keep your own words in the …Details field.',
  };
}

function badFormat(format: string): Explanation {
  if (format === 'date-time') {
    return {
      rule: 'OCDS-DATE',
      zh: '不是真实的日期时间（RFC 3339，须带时区）。',
      en: 'Not a real date-time of RFC 3339 with an offset.',
      remedy:
        '例如 2024-03-01T09:00:00+08:00；没有日期就删去该字段 / For example 2024-03-01T09:00:00+08:00; leave the field out when there is no date.',
    };
  }
  return {
    rule: 'OCDS-FORMAT',
    zh: `不是有效的 ${format}。`,
    en: `Not a valid ${format}.`,
    remedy: '填写完整的值，或删去该字段 / Give the complete value or leave the field out.',
  };
}

function missing(property: string): Explanation {
  return {
    rule: 'OCDS-REQUIRED',
    zh: `缺少必填字段 ${property}。`,
    en: `The required field ${property} is missing.`,
    remedy: `补上 ${property} / Add ${property}.`,
  };
}
