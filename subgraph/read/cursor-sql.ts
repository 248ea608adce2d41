/** A cursor sealed by the statement that reads its row, so that the answer's text can pass as it comes. */
import { createHash } from 'node:crypto';
import { MAC_BYTES } from './cursor.js';

const BLOCK = 64;

/** The two padded keys of HMAC-SHA-256 (RFC 2104). */
function pads(secret: string): { inner: Buffer; outer: Buffer } {
  const raw = Buffer.from(secret);
  const key = Buffer.alloc(BLOCK);
  (raw.length > BLOCK ? createHash('sha256').update(raw).digest() : raw).copy(key);
  return { inner: key.map((byte) => byte ^ 0x36) as Buffer, outer: key.map((byte) => byte ^ 0x5c) as Buffer };
}

/** SQL that gives base64url(first bytes of HMAC ‖ raw), which `openCursor` opens. */
export function sealSql(
  statement: { bind(value: unknown, type: string): string },
  secret: string,
  raw: string,
): string {
  const { inner, outer } = pads(secret);
  const bytes = `convert_to(${raw}, 'UTF8')`;
  const mac = `sha256(${statement.bind(outer, 'bytea')} || sha256(${statement.bind(inner, 'bytea')} || ${bytes}))`;
  return `translate(encode(substring(${mac} from 1 for ${MAC_BYTES}) || ${bytes}, 'base64'), E'+/=\\n', '-_')`;
}
