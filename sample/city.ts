import { stringify } from 'yaml';
import { HANDOVER } from './calendar.js';
import { yuan } from './fen.js';

/** The fictional city; no prefecture of Anhui (34) has the code 349900. */
export const CITY = {
  name: '阳光市',
  nameEn: 'Sunshine City',
  regionCode: '349900',
  level: 'PREFECTURE',
  jurisdiction: 'CN-349900',
  currency: 'CNY',
} as const;

/** The prefix of the city's contracting processes; fictional, not registered with OCP. */
export const OCID_PREFIX = 'ocds-sunsh1';

/** What every file that has room for it says about itself. */
export const LABEL = '生成的示例数据 / Generated sample data';

export interface Thresholds {
  /** 分散采购限额标准 by category: below it a purchase needs no government procurement. */
  readonly goods: number;
  readonly services: number;
  readonly works: number;
  /** 公开招标数额标准 of goods and services. */
  readonly openTender: number;
  /** 依法必须招标 of works. */
  readonly openTenderWorks: number;
}

const BEFORE_2024: Thresholds = {
  goods: 500_000_00,
  services: 500_000_00,
  works: 600_000_00,
  openTender: 2_000_000_00,
  openTenderWorks: 4_000_000_00,
};

/** Thresholds in fen by year; raised in 2024, so that a method must be judged by its own year. */
export const THRESHOLDS: Readonly<Record<string, Thresholds>> = {
  2022: BEFORE_2024,
  2023: BEFORE_2024,
  2024: { ...BEFORE_2024, goods: 600_000_00, services: 600_000_00, openTender: 3_000_000_00 },
};

/** The thresholds in force on a day of the three years. */
export function thresholdsOn(day: string): Thresholds {
  return THRESHOLDS[day.slice(0, 4)] ?? BEFORE_2024;
}

/** The text of city.yaml: which city the files are of, and that it is a sample; thresholds in yuan. */
export function cityYaml(): string {
  const thresholds = Object.entries(THRESHOLDS).map(([year, of]) => {
    return [Number(year), Object.fromEntries(Object.entries(of).map(([name, fen]) => [name, yuan(fen)]))] as const;
  });
  return stringify(
    { ...CITY, dataAsOf: HANDOVER, ocidPrefix: OCID_PREFIX, sample: true, thresholds: new Map(thresholds) },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
}

/** The text of README.txt. */
export function readmeText(seed: number, scale: number): string {
  return [
    LABEL,
    '',
    `${CITY.name}（${CITY.nameEn}）是虚构的城市。本文件夹中的机构、企业、项目、合同、金额和日期均由程序生成，与任何真实的地方、单位或个人无关。`,
    'Sunshine City is fictional. Every body, company, project, contract, amount and date in this folder was made up by a program.',
    '',
    `hub sample --seed ${seed} --scale ${scale}`,
    'anomalies.json 列出了有意埋设的异常 / lists the anomalies that were planted on purpose.',
    '',
  ].join('\n');
}
