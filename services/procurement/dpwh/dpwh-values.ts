import { parseLocalDate } from '../../../schema/vocabulary/local-date.js';
import { plainDecimal } from '../../../subgraph/import/exact-json.js';
import type { Party } from '../ocds/process-rows.js';
import type { ReleaseReader } from '../ocds/release-reader.js';

/** The portal prints no currency; its amounts are pesos. */
export const CURRENCY = 'PHP';
/** Philippine time has had no daylight saving since 1990. */
const MANILA = '+08:00';

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/** An amount as the portal prints it: a JSON number, `134079786.4500000`, `13,230,000,000.00`; digits stay as printed. */
export function amountOf(reader: ReleaseReader | null, key: string): string | null {
  const number = reader?.decimal(key) ?? null;
  if (number !== null) return number;
  const text = reader?.text(key) ?? null;
  if (text === null) return null;
  const amount = plainDecimal(GROUPED.test(text) ? text.replaceAll(',', '') : text);
  if (amount === null) {
    reader?.warn(key, text, {
      rule: 'DPWH-AMOUNT',
      zh: '不是可读的金额，视为未填写。',
      en: 'Not a readable amount; read as not given.',
      remedy: '核对金额 / Check the amount.',
    });
  }
  return amount;
}

/** A day as the portal prints it, `2018-08-24` or `2018-04-18 00:00:00.0000000`. */
export function dayOf(reader: ReleaseReader | null, key: string): string | null {
  const text = reader?.text(key) ?? null;
  if (text === null) return null;
  const day = parseLocalDate(text);
  if (day.ok) return day.value;
  reader?.warn(key, text, {
    rule: 'DPWH-DATE',
    zh: `${day.zh} 视为未填写。`,
    en: `${day.en} Read as not given.`,
    remedy: '核对日期 / Check the date.',
  });
  return null;
}

/** The beginning of a printed day in Manila, as an instant. */
export function startOfDay(day: string | null): string | null {
  return day === null ? null : `${day}T00:00:00${MANILA}`;
}

/** A contractor as printed, `NAME (licence)`; the licence is that of the Philippine Contractors Accreditation Board. */
export function contractorOf(printed: string): Party {
  const [, name, licence] = /^(.*\S)\s*\((?:\[[A-Z ]+\] )?(\d+)\)$/.exec(printed) ?? [];
  return {
    scheme: licence === undefined ? null : 'PH-PCAB',
    id: licence ?? null,
    name: name ?? printed,
    uscc: null,
    agencyId: null,
  };
}

/**
 * The organisation that bids and its members: one company, or a joint venture printed as `A (1) / B (2)`, with or
 * without its own id as in `A (1) / B (2) (JV ID: JV-17-2396)`.
 */
export function membersOf(printed: string): { bidder: Party; members: Party[] } {
  const [, names, jointVenture] = /^(.*\S)\s*\(JV ID: ([^()]+)\)$/.exec(printed) ?? [];
  const members = (names ?? printed).split(' / ').map((part) => contractorOf(part.trim()));
  const [only] = members;
  if (jointVenture === undefined && only && members.length === 1) return { bidder: only, members };
  const scheme = jointVenture === undefined ? null : 'PH-DPWH-JV';
  const name = members.map((member) => member.name).join(' / ');
  return { bidder: { scheme, id: jointVenture ?? null, name, uscc: null, agencyId: null }, members };
}
