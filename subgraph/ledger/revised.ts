import { BATCH, HASH, SINCE } from '../model/system-columns.js';

/** What an UPDATE within a publication sets beside its columns: the row is of this batch; sealing hashes it anew. */
export const REVISED = `"${SINCE}" = hub.instant(), "${BATCH}" = hub.batch(), "${HASH}" = null`;
