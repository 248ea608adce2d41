import { mapDocuments, mapItems, mapMilestones } from './map-attachments.js';
import { priceOf } from './price-form.js';
import type { ReleaseReader } from './release-reader.js';
import type { RowContext } from './row-context.js';

/** Rows of the tender with its lots, items, documents and milestones; tenderers become parties, never bids. */
export function mapTender(context: RowContext, tender: ReleaseReader, releasedAt: string | null): void {
  const localId = tender.text('id') ?? 'tender';
  const id = context.rowId(localId);
  for (const lot of tender.list('lots')) mapLot(context, lot, id);
  const tenderers = tender.list('tenderers');
  context.parties.referAll(tenderers, 'tenderer');
  const value = tender.money('value');
  const least = tender.money('minValue');
  const ceiling = tender.money('ceilingPrice');
  const periods = [tender.child('tenderPeriod'), tender.child('enquiryPeriod'), tender.child('awardPeriod')];
  const [bidding, enquiry, award] = periods;
  const contract = tender.child('contractPeriod');
  context.rows.tenders.push({
    id,
    ocid: context.ocid,
    localId,
    title: tender.text('title'),
    description: tender.text('description'),
    status: tender.text('status'),
    publishedOn: noticeDay(tender, bidding, releasedAt),
    amount: value.amount,
    currency: value.currency,
    minAmount: least.amount,
    minCurrency: least.currency,
    ceilingAmount: ceiling.amount,
    ceilingCurrency: ceiling.currency,
    tenderStartAt: bidding?.instant('startDate') ?? null,
    tenderEndAt: bidding?.instant('endDate') ?? null,
    enquiryStartAt: enquiry?.instant('startDate') ?? null,
    enquiryEndAt: enquiry?.instant('endDate') ?? null,
    awardStartAt: award?.instant('startDate') ?? null,
    awardEndAt: award?.instant('endDate') ?? null,
    contractStartOn: contract?.day('startDate') ?? null,
    contractEndOn: contract?.day('endDate') ?? null,
    bidOpeningAt: tender.child('bidOpening')?.instant('date') ?? null,
    awardCriteria: tender.text('awardCriteria'),
    awardCriteriaDetails: tender.text('awardCriteriaDetails'),
    submissionMethod: tender.texts('submissionMethod'),
    submissionMethodDetails: tender.text('submissionMethodDetails'),
    eligibilityCriteria: tender.text('eligibilityCriteria'),
    hasEnquiries: tender.flag('hasEnquiries'),
    numberOfTenderers: tender.integer('numberOfTenderers'),
    tenderersListed: tender.has('tenderers') ? tenderers.length : null,
  });
  const place = { tenderId: id, within: [] };
  mapItems(context, tender.list('items'), 'TENDER', place);
  mapDocuments(context, tender.list('documents'), 'TENDER', place);
  mapMilestones(context, tender.list('milestones'), 'TENDER', place);
}

/** A release dated after the deadline is an export of old data: its date says nothing about the notice. */
function noticeDay(
  tender: ReleaseReader,
  bidding: ReleaseReader | null | undefined,
  releasedAt: string | null,
): string | null {
  const notices = tender.list('documents').filter((document) => document.text('documentType') === 'tenderNotice');
  const days = notices.flatMap((document) => document.day('datePublished') ?? []).sort();
  if (days[0] !== undefined) return days[0];
  const deadline = bidding?.instant('endDate') ?? null;
  const isOpen = releasedAt !== null && deadline !== null && Date.parse(releasedAt) <= Date.parse(deadline);
  return isOpen ? releasedAt.slice(0, 10) : null;
}

function mapLot(context: RowContext, lot: ReleaseReader, tenderId: string): void {
  const localId = lot.text('id');
  if (localId === null) return;
  const value = lot.money('value');
  context.rows.lots.push({
    id: context.rowId(localId),
    ocid: context.ocid,
    tenderId,
    localId,
    title: lot.text('title'),
    description: lot.text('description'),
    status: lot.text('status'),
    amount: value.amount,
    currency: value.currency,
  });
}

/** Rows of the offers of the bids extension (`bids.details`), each with its tenderers. */
export function mapBids(context: RowContext, bids: ReleaseReader): void {
  for (const bid of bids.list('details')) {
    const localId = bid.text('id');
    if (localId === null) continue;
    const id = context.rowId(localId);
    const tenderers = context.parties.referAll(bid.list('tenderers'), 'tenderer');
    const value = bid.money('value');
    context.rows.bids.push({
      id,
      ocid: context.ocid,
      localId,
      lotId: context.onlyLot(bid.texts('relatedLots')),
      tenderer: tenderers[0] ?? null,
      status: bid.text('status'),
      submittedAt: bid.instant('date'),
      amount: value.amount,
      currency: value.currency,
      ...priceOf(bid, value.amount),
      score: bid.decimal('score'),
      rank: bid.integer('rank'),
      isWinner: null,
    });
    tenderers.forEach((party, index) => {
      const row = { id: `${id}/${index + 1}`, ocid: context.ocid, bidId: id, party, sharePercent: null };
      context.rows.bidTenderers.push(row);
    });
    mapDocuments(context, bid.list('documents'), 'BID', { within: [localId] });
  }
}
