/** 分期支付约定 as printed → instalments in yuan. */
import { convertUnit, parseDecimal } from '../../../schema/vocabulary/decimal.js';
import { parseLocalDate } from '../../../schema/vocabulary/local-date.js';

export interface PrintedInstalment {
  readonly sequence: number;
  readonly dueOn: string | null;
  /** Yuan. */
  readonly amount: string | null;
}

const INSTALMENT = /^第?(\d+)期?[:：](.*?)[:：](.*)$/;

/** `第1期:2022年06月30日:1234.5600;第2期:…`, amounts in 万元; undefined when a part is not of that form. */
export function readInstalments(text: string | null): PrintedInstalment[] | undefined {
  if (text === null) return [];
  const parts = text.split(/[;；]/).filter((part) => part.trim());
  const read = parts.map((part) => readInstalment(part.trim()));
  return read.every((each) => each !== undefined) ? read : undefined;
}

function readInstalment(part: string): PrintedInstalment | undefined {
  const [, sequence = '', date = '', amount = ''] = INSTALMENT.exec(part) ?? [];
  const due = date.trim() ? parseLocalDate(date.trim()) : undefined;
  const value = amount.trim() ? parseDecimal(amount.trim()) : undefined;
  if (!sequence || due?.ok === false || value?.ok === false) return undefined;
  return {
    sequence: Number(sequence),
    dueOn: due?.value ?? null,
    amount: value ? convertUnit(value.value, 'WAN_YUAN') : null,
  };
}
