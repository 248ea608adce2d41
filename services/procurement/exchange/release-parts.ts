/** Parts of an OCDS release as the exchange form fills them; what the form leaves blank is left out. */
import { ExactNumber, type JsonObject, type JsonValue } from '../../../subgraph/import/exact-json.js';
import { normaliseName } from '../../../schema/vocabulary/name.js';
import type { ExchangeRow } from './exchange-row.js';

/** What the city says of its own files. */
export interface ExchangeSetting {
  /** Registered prefix of the city's ocids: `ocds-sunsh1`. */
  readonly ocidPrefix: string;
  readonly jurisdiction: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** An object without the fields that say nothing. */
export function said(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const object: JsonObject = {};
  for (const [key, value] of Object.entries(fields))
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) object[key] = value;
  return object;
}

/** Eighteen figures of a resident identity card (GB 11643): a natural person's number is not taken over. */
const IDENTITY_CARD = /^[1-8]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;

/** The organisations of one release, each once, with the roles it has in it. */
export class Parties {
  readonly #byId = new Map<string, { party: JsonObject; roles: Set<string> }>();

  /** References to the organisations that two fields name side by side; a joint venture has one name and several codes. */
  refer(names: readonly string[], codes: readonly string[], role: string, details?: JsonObject): JsonObject[] {
    return names.map((name, at) => this.#add(name, codes[at], role, details));
  }

  list(): JsonObject[] {
    return [...this.#byId.values()].map(({ party, roles }) => ({ ...party, roles: [...roles] }));
  }

  #add(name: string, code: string | undefined, role: string, details: JsonObject | undefined): JsonObject {
    const known = code !== undefined && !IDENTITY_CARD.test(code) ? code : undefined;
    // An organisation code of nine characters, or a platform's own, means something in the file alone.
    const isUscc = known?.length === 18;
    const id = known ?? normaliseName(name);
    const entry = this.#byId.get(id) ?? {
      party: said({ id, name, identifier: isUscc ? { scheme: 'CN-USCC', id: known, legalName: name } : undefined }),
      roles: new Set<string>(),
    };
    if (details) entry.party['details'] = details;
    entry.roles.add(role);
    this.#byId.set(id, entry);
    return { id, name };
  }
}

/** Value, form and words of a price (local fields `priceForm`, `priceText`). */
export function priced(
  row: ExchangeRow,
  fields: { amount: string; unit: string; currency: string; words: readonly string[] },
  { currency }: ExchangeSetting,
): JsonObject {
  const form = row.priceForm();
  const money =
    form === 'AMOUNT' || form === null ? row.money(fields.amount, fields.unit, fields.currency, currency) : null;
  return said({
    value: money && { amount: new ExactNumber(money.amount), currency: money.currency },
    priceForm: form,
    priceText: fields.words.map((name) => row.text(name)).find((words) => words !== null),
  });
}

export const document = (
  documentType: string,
  { id, title, url, published }: Readonly<Record<'id' | 'title' | 'url' | 'published', string | null>>,
): JsonObject => said({ id: `${documentType}-${id ?? ''}`, documentType, title, url, datePublished: published });
