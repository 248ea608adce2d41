import type { Frequency, PeriodUnit } from '../import/define-dataset.js';

/** `中文 / English` of the words that declarations use. */
export const FREQUENCIES: Readonly<Record<Frequency, string>> = {
  ON_EVENT: '及时（事项发生后） / On each event',
  ON_CHANGE: '有变更时 / On each change',
  MONTHLY: '每月 / Monthly',
  QUARTERLY: '每季度 / Quarterly',
  YEARLY: '每年 / Yearly',
};

export const PERIOD_UNITS: Readonly<Record<PeriodUnit, string>> = {
  YEAR: '一年 / One year',
  QUARTER: '一个季度 / One quarter',
  MONTH: '一个月 / One month',
  DAY: '一日 / One day',
};
