/** A row of the form as the release that says what it says: the same pipeline stores, merges and publishes it. */
import { createHash } from 'node:crypto';
import { printExact, type JsonObject } from '../../../subgraph/import/exact-json.js';
import type { OcdsUnit } from '../ocds/read-ocds.js';
import type { ExchangeRow } from './exchange-row.js';
import { PURCHASE_RELEASES } from './purchase-releases.js';
import type { ExchangeSetting } from './release-parts.js';
import { TENDER_RELEASES, type InvestmentCodes, type RowMapping } from './tender-releases.js';

export const processId = (project: string, { ocidPrefix }: ExchangeSetting): string =>
  project.startsWith(`${ocidPrefix}-`) ? project : `${ocidPrefix}-${project}`;

/** undefined for a table that is not about a contracting process. */
export function releaseUnit(row: ExchangeRow, setting: ExchangeSetting, codes: InvestmentCodes): OcdsUnit | undefined {
  const map: RowMapping | undefined = PURCHASE_RELEASES[row.table.name] ?? TENDER_RELEASES[row.table.name];
  const parts = map?.(row, setting, codes);
  if (!parts || parts.project === null) return undefined;
  const body: JsonObject = { ...parts.body };
  // The same row handed in again is the same release; a corrected one has another id and a later time stamp.
  const digest = createHash('sha256').update(printExact(body)).digest('hex').slice(0, 16);
  const release: JsonObject = {
    ocid: processId(parts.project, setting),
    id: `${row.table.name}-${row.text('DATA_TIMESTAMP') ?? ''}-${digest}`,
    date: row.instant('DATA_TIMESTAMP') ?? row.instant('CREATE_TIME') ?? '',
    tag: [...parts.tag],
    initiationType: 'tender',
    language: 'zh',
    ...body,
  };
  return {
    file: row.file,
    pointer: `${row.sheet === undefined ? '' : `${row.sheet} `}第 ${row.line} 行`,
    release,
    compiled: false,
    linked: { ids: [], dates: [] },
    recordOcid: null,
    publisher: null,
  };
}
