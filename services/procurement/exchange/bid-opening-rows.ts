/** Tables 556 and 506 → records of bid openings, one for each section. */
import type { ImportRow } from '../../../subgraph/import/stored-columns.js';
import { lotId } from '../tender/lot-id.js';
import type { ExchangeRow } from './exchange-row.js';
import { lots } from './purchase-releases.js';
import type { ExchangeSetting } from './release-parts.js';
import { processId } from './release-unit.js';

const SECTIONS: Readonly<Record<string, readonly [project: string, sections: string]>> = {
  PURCHASE_BIDDING_RECORD: ['PURCHASE_PROJECT_CODE', 'PURCHASE_SECTION_CODE'],
  BID_OPENING_RECORD: ['TENDER_PROJECT_CODE', 'BID_SECTION_CODES'],
};

/** The persons who took part are not taken over; how many offers were opened the form does not say. */
export function bidOpeningRows(row: ExchangeRow, setting: ExchangeSetting): ImportRow[] {
  const [project, sections] = SECTIONS[row.table.name] ?? [];
  const code = project === undefined ? null : row.text(project);
  if (code === null) return [];
  const ocid = processId(code, setting);
  const found = lots(row, sections, project);
  return (found.length ? found : [null]).map((lot) => ({
    id: `${ocid}/${lot ?? '-'}`,
    ocid,
    lotId: lotId(ocid, lot),
    openedAt: row.instant('BID_OPENING_TIME'),
    address: row.text('BID_OPENING_ADDRESS'),
    record: row.text('BID_OPENING_CONTENT'),
    url: row.text('URL'),
    jurisdiction: setting.jurisdiction,
    source: row.file,
  }));
}
