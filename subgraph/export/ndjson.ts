/** One JSON object a line (NDJSON): the objects a query answers, decimals as strings. */
import { CURSOR } from './export-fields.js';
import type { LineFormat } from './line-format.js';

/** Ends with `{"count":…,"complete":true,"endCursor":…}` unless `count` is off: a file without it is not whole. */
export const ndjson = ({ count }: { readonly count: boolean }): LineFormat => ({
  contentType: 'application/x-ndjson; charset=utf-8',
  extension: 'ndjson',
  head: '',
  line: (json, cursor) => (cursor === undefined ? `${json}\n` : `${json.slice(0, -1)},"${CURSOR}":"${cursor}"}\n`),
  end: (rows, cursor) =>
    count ? `${JSON.stringify({ count: rows, complete: true, endCursor: cursor ?? null })}\n` : '',
});
