/** A table of the provincial exchange form (公共资源交易数据规范 4.0): which fields it has, of what format, which it must have. */

export interface ExchangeField {
  /** English name, by which rows are read here. */
  readonly name: string;
  /** Chinese head. */
  readonly head: string;
  readonly kind: 'TEXT' | 'NUMBER' | 'INSTANT' | 'DAY';
  /** A row without its KEY says nothing; of another required field a blank is kept and flagged. */
  readonly need: 'KEY' | 'REQUIRED' | 'OPTIONAL';
  /** Longest text in characters, and whether it must be exactly as long. */
  readonly length: number | undefined;
  readonly isExact: boolean;
}

export interface ExchangeTable {
  /** `553`. */
  readonly code: string;
  /** `BID_DEAL_ANNOUNCE`; the books of transport, housing and water put `JT_`, `ZJ_`, `SL_` before it. */
  readonly name: string;
  /** `中文 / English`. */
  readonly title: string;
  readonly fields: readonly ExchangeField[];
}

/** One field a line: English name, format (`C..50`, `C18`, `N..20,6`, `T` an instant, `D` a day), 键/是/否 for key/required/optional, Chinese head. */
export function exchangeTable(code: string, name: string, title: string, fields: string): ExchangeTable {
  return { code, name, title, fields: fields.trim().split('\n').map(exchangeField) };
}

function exchangeField(line: string): ExchangeField {
  const [name = '', format = '', required, head = ''] = line.split(' ');
  const [, exact, longest] = /^C(?:(\d+)|\.\.(\d+|ul))$/.exec(format) ?? [];
  const length = exact ?? (longest === 'ul' ? undefined : longest);
  return {
    name,
    head,
    kind: format === 'T' ? 'INSTANT' : format === 'D' ? 'DAY' : format.startsWith('N') ? 'NUMBER' : 'TEXT',
    need: required === '键' ? 'KEY' : required === '是' ? 'REQUIRED' : 'OPTIONAL',
    length: length === undefined ? undefined : Number(length),
    isExact: exact !== undefined,
  };
}
