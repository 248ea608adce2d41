/** What the header `hub-as-of` may say, read the same way by the gateway and by every service. */
import { parseDateTime } from '../../schema/vocabulary/date-time.js';
import { parseLocalDate } from '../../schema/vocabulary/local-date.js';

export const AS_OF_HEADER = 'hub-as-of';

export type AsOfRequest =
  | { readonly kind: 'now' }
  /** ISO in UTC with milliseconds. */
  | { readonly kind: 'instant'; readonly instant: string }
  | { readonly kind: 'edition'; readonly name: string };

const EDITION_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An instant; a day, meaning its end in Beijing; `now`; or an edition's name. Undefined when it is none of these. */
export function readAsOf(header: string): AsOfRequest | undefined {
  const text = header.trim();
  if (text === 'now') return { kind: 'now' };
  if (DAY.test(text)) {
    const day = parseLocalDate(text);
    return day.ok ? { kind: 'instant', instant: endOfDay(day.value) } : undefined;
  }
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    const instant = parseDateTime(text);
    return instant.ok ? { kind: 'instant', instant: instant.value } : undefined;
  }
  return EDITION_NAME.test(text) ? { kind: 'edition', name: text } : undefined;
}

/** The last millisecond of the day in Asia/Shanghai. */
const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();
