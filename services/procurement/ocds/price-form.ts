import type { ReleaseReader } from './release-reader.js';
import type { PriceForm } from './row-types.js';

const PRICE_FORMS = new Set<string | null>(['AMOUNT', 'RATE', 'UNIT_PRICE', 'TEXT'] satisfies PriceForm[]);

/** The form of a price (local fields `priceForm` and `priceText`); an amount without a word about it is an AMOUNT. */
export function priceOf(
  priced: ReleaseReader,
  amount: string | null,
): { priceForm: PriceForm | null; priceText: string | null } {
  const printed = priced.text('priceForm');
  const unsaid = amount === null ? null : 'AMOUNT';
  const priceForm = PRICE_FORMS.has(printed) ? (printed as PriceForm) : unsaid;
  return { priceForm, priceText: priced.text('priceText') };
}
