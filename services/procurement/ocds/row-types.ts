/**
 * An organisation as the source names it: `scheme` + `id` as printed (scheme null: the id only means something inside
 * the file), `uscc` only for a valid GB 32100 code, `agencyId` only for an agency id of the row's own jurisdiction
 * (identifier scheme `CN-349900-AGENCY` in jurisdiction `CN-349900`).
 */
export interface Party {
  scheme: string | null;
  id: string | null;
  name: string | null;
  uscc: string | null;
  agencyId: string | null;
}

/** Where in a process a row stands. */
export type RowStage = 'PLANNING' | 'TENDER' | 'BID' | 'AWARD' | 'CONTRACT' | 'IMPLEMENTATION';

/** Only an AMOUNT can be summed; the other forms of a price have no amount (exchange standard PRICE_FORM_CODE). */
export type PriceForm = 'AMOUNT' | 'RATE' | 'UNIT_PRICE' | 'TEXT';
