/** Signed cursors: a client cannot forge a position; what they hold is published data and is not hidden. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { hubError } from '../errors.js';

export const MAC_BYTES = 12;

const sign = (secret: string, raw: string): Buffer =>
  createHmac('sha256', secret).update(raw).digest().subarray(0, MAC_BYTES);

/** Raw content (a JSON array as the statement prints it) → the text a client gets; statements do the same in SQL. */
export function sealCursor(secret: string, raw: string): string {
  return Buffer.concat([sign(secret, raw), Buffer.from(raw)]).toString('base64url');
}

/** The values of a cursor that this hub sealed for the same ordering; anything else is `BAD_CURSOR`. */
export function openCursor(secret: string, cursor: string, ordering: string): unknown[] {
  const bytes = Buffer.from(cursor, 'base64url');
  const raw = bytes.subarray(MAC_BYTES).toString();
  const mac = bytes.subarray(0, MAC_BYTES);
  // Decoding passes over letters that base64url does not know; a cursor has none.
  const isWhole = mac.length === MAC_BYTES && bytes.toString('base64url') === cursor;
  if (!isWhole || !timingSafeEqual(mac, sign(secret, raw)))
    throw hubError('BAD_CURSOR', { zh: '签名不符', en: 'the signature does not match' });
  const [name, ...values] = JSON.parse(raw) as [string, ...unknown[]];
  if (name !== ordering)
    throw hubError('BAD_CURSOR', { zh: '游标来自另一种排序', en: 'it was made under another order' });
  return values;
}
