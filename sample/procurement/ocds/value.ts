import { CITY } from '../../city.js';
import { type Fen, yuan } from '../../fen.js';

// ECMAScript's JSON.rawJSON, which TypeScript's es2023 library does not know.
declare global {
  interface JSON {
    rawJSON(text: string): unknown;
  }
}

/** An OCDS Value whose amount is printed with all its digits and never passes through a floating-point number. */
export function value(amount: Fen): { amount: unknown; currency: string } {
  return { amount: JSON.rawJSON(yuan(amount)), currency: CITY.currency };
}
