import { ExactNumber, type JsonValue } from '../../../subgraph/import/exact-json.js';

/** An id of OCDS may be a string or an integer; 1 and "1" are the same id. */
export function idText(value: JsonValue | undefined): string | null {
  if (value instanceof ExactNumber) return String(Number(value.text));
  return typeof value === 'string' && value !== '' ? value : null;
}
