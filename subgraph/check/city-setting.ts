/** The city's settings as SQL, for rules. */
import { parseDecimal } from '../../schema/vocabulary/decimal.js';
import type { City } from '../city.js';
import type { CitySetting } from './define-rule.js';
import { literal } from './judged.js';

/** `today` is the day the check speaks for, `YYYY-MM-DD`; without it the city's `dataAsOf`, else this day. */
export function citySetting(city: City | undefined, today?: string): CitySetting {
  const day = today ?? city?.dataAsOf ?? new Date().toISOString().slice(0, 10);
  const text = (value: string | undefined): string => (value === undefined ? 'null::text' : `${literal(value)}::text`);
  return {
    jurisdiction: text(city?.jurisdiction),
    regionCode: text(city?.regionCode),
    currency: text(city?.currency),
    today: `date ${literal(day)}`,
    number: (name, otherwise) => `${decimal(name, city?.checks?.[name] ?? otherwise)}::numeric`,
    thresholds: thresholdRows(city?.thresholds ?? {}),
  };
}

function thresholdRows(thresholds: City['thresholds']): string {
  const rows = Object.entries(thresholds).flatMap(([year, amounts]) =>
    Object.entries(amounts).map(
      ([name, amount]) =>
        `(${decimal('year', year)}::int, ${literal(name)}, ${decimal(`thresholds.${year}.${name}`, amount)}::numeric)`,
    ),
  );
  const listed = rows.length ? rows : ['(null::int, null::text, null::numeric)'];
  return `(values ${listed.join(', ')}) as threshold(year, name, amount)`;
}

/** What city.yaml says goes into SQL: nothing but a number may. */
function decimal(name: string, value: string): string {
  const read = parseDecimal(value);
  if (!read.ok) throw new RangeError(`${name} in city.yaml: ${value} is not a decimal number`);
  return read.value;
}
