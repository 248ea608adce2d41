/** What an export is asked for, as the address's query or the command's options say it. */
import { hubError } from '../errors.js';

export interface ExportQuestion {
  /** A JSON object or a GraphQL input literal of the collection's filter type. */
  readonly filter: string | undefined;
  readonly search: string | undefined;
  /** `signedOn desc, id`. */
  readonly order: string | undefined;
  /** Paths, separated by commas; without it every column. */
  readonly fields: string | undefined;
  /** An instant, a day or an edition, as the header `hub-as-of` says it. */
  readonly asOf: string | undefined;
  /** A cursor of the same collection and order, of an export or of a page. */
  readonly after: string | undefined;
  readonly format: 'csv' | 'ndjson';
  /** First row of a CSV: field paths, Chinese names, or no such row. */
  readonly heads: 'path' | 'zh' | 'off';
  /** A CSV begins with a byte order mark: without it Excel in Chinese reads the text as GBK. */
  readonly bom: boolean;
  /** `excel` writes codes that a spreadsheet would take for numbers or dates as `="…"`. */
  readonly codes: 'raw' | 'excel';
  /** The last line says how many rows there are, and the cursor of the last one. */
  readonly count: boolean;
}

const FREE = ['filter', 'search', 'order', 'fields', 'after', 'asOf'] as const;

const CHOICES = {
  format: ['csv', 'ndjson'],
  heads: ['path', 'zh', 'off'],
  bom: ['on', 'off'],
  codes: ['raw', 'excel'],
  count: ['on', 'off'],
} as const;

const CSV_ONLY = ['heads', 'bom', 'codes'] as const;

/** Reads the question; a name that is not known would otherwise give other rows than were meant. */
export function readQuestion(parameters: URLSearchParams): ExportQuestion {
  const known: readonly string[] = [...FREE, ...Object.keys(CHOICES)];
  for (const name of new Set(parameters.keys())) {
    if (!known.includes(name)) throw badExport(`没有参数 ${name}`, `there is no parameter ${name}`, known);
    if (parameters.getAll(name).length > 1)
      throw badExport(`参数 ${name} 出现多次`, `the parameter ${name} is given more than once`);
  }
  const free = (name: (typeof FREE)[number]): string | undefined => parameters.get(name)?.trim() || undefined;
  const format = choice(parameters, 'format');
  const misplaced = CSV_ONLY.find((name) => parameters.has(name) && format !== 'csv');
  if (misplaced) throw badExport(`${misplaced} 只用于 csv`, `${misplaced} is for csv only`);
  return {
    filter: free('filter'),
    search: free('search'),
    order: free('order'),
    fields: free('fields'),
    after: free('after'),
    asOf: free('asOf'),
    format,
    heads: choice(parameters, 'heads'),
    bom: choice(parameters, 'bom') === 'on',
    codes: choice(parameters, 'codes'),
    count: choice(parameters, 'count') === 'on',
  };
}

/** The value given, or the first of the choices. */
function choice<Name extends keyof typeof CHOICES>(
  parameters: URLSearchParams,
  name: Name,
): (typeof CHOICES)[Name][number] {
  const allowed: readonly (typeof CHOICES)[Name][number][] = CHOICES[name];
  const given = parameters.get(name);
  const found = given === null ? allowed[0] : allowed.find((each) => each === given);
  if (found === undefined) throw badExport(`${name}=${given}`, `${name}=${given}`, allowed);
  return found;
}

/** `available` names what could be said instead. */
export const badExport = (zh: string, en: string, available?: readonly string[]): Error =>
  hubError('BAD_EXPORT', { zh, en, ...(available && { available }) });
