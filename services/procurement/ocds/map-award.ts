import { subtractDecimals } from '../../../schema/vocabulary/decimal.js';
import { mapDocuments, mapItems, mapMilestones, type Place } from './map-attachments.js';
import { priceOf } from './price-form.js';
import type { AmendmentRow, Party } from './process-rows.js';
import type { ReleaseReader } from './release-reader.js';
import type { RowContext } from './row-context.js';

/** Rows of the awards; returns the suppliers of each by the award's own id, for its contracts. */
export function mapAwards(context: RowContext, awards: readonly ReleaseReader[]): Map<string, Party[]> {
  const suppliersOf = new Map<string, Party[]>();
  for (const award of awards) {
    const localId = award.text('id');
    if (localId === null) continue;
    const id = context.rowId(localId);
    const suppliers = context.parties.referAll(award.list('suppliers'), 'supplier');
    suppliersOf.set(localId, suppliers);
    const value = award.money('value');
    const period = award.child('contractPeriod');
    context.rows.awards.push({
      id,
      ocid: context.ocid,
      localId,
      title: award.text('title'),
      description: award.text('description'),
      status: award.text('status'),
      rank: award.integer('rank'),
      awardedOn: award.day('date'),
      amount: value.amount,
      currency: value.currency,
      ...priceOf(award, value.amount),
      supplier: suppliers[0] ?? null,
      lotId: context.onlyLot(award.texts('relatedLots')),
      contractStartOn: period?.day('startDate') ?? null,
      contractEndOn: period?.day('endDate') ?? null,
    });
    suppliers.forEach((party, index) => {
      context.rows.awardSuppliers.push({ id: `${id}/${index + 1}`, ocid: context.ocid, awardId: id, party });
    });
    const place = { awardId: id, within: [localId] };
    mapItems(context, award.list('items'), 'AWARD', place);
    mapDocuments(context, award.list('documents'), 'AWARD', place);
    mapAmendments(context, award, 'AWARD', place);
  }
  return suppliersOf;
}

/** Rows of the contracts with their payments; the suppliers are those of the award that each contract names. */
export function mapContracts(
  context: RowContext,
  contracts: readonly ReleaseReader[],
  suppliersOf: ReadonlyMap<string, Party[]>,
): void {
  for (const contract of contracts) {
    const localId = contract.text('id');
    if (localId === null) continue;
    const id = context.rowId(localId);
    const award = contract.text('awardID');
    const isKnown = award !== null && suppliersOf.has(award);
    if (award !== null && !isKnown) warnOfAward(contract, award);
    const own = context.parties.referAll(contract.list('suppliers'), 'supplier');
    const suppliers = own.length > 0 ? own : ((isKnown ? suppliersOf.get(award) : undefined) ?? []);
    const value = contract.money('value');
    const period = contract.child('period');
    context.rows.contracts.push({
      id,
      ocid: context.ocid,
      localId,
      awardId: isKnown ? context.rowId(award) : null,
      title: contract.text('title'),
      description: contract.text('description'),
      status: contract.text('status'),
      startOn: period?.day('startDate') ?? null,
      endOn: period?.day('endDate') ?? null,
      signedOn: contract.day('dateSigned'),
      amount: value.amount,
      currency: value.currency,
      supplier: suppliers[0] ?? null,
    });
    suppliers.forEach((party, index) => {
      context.rows.contractSuppliers.push({ id: `${id}/${index + 1}`, ocid: context.ocid, contractId: id, party });
    });
    const place = { contractId: id, within: [localId] };
    mapItems(context, contract.list('items'), 'CONTRACT', place);
    mapDocuments(context, contract.list('documents'), 'CONTRACT', place);
    mapMilestones(context, contract.list('milestones'), 'CONTRACT', place);
    mapAmendments(context, contract, 'CONTRACT', place);
    const implementation = contract.child('implementation');
    if (implementation) mapImplementation(context, implementation, id, place);
  }
}

function mapImplementation(context: RowContext, implementation: ReleaseReader, contractId: string, place: Place): void {
  mapDocuments(context, implementation.list('documents'), 'IMPLEMENTATION', place);
  mapMilestones(context, implementation.list('milestones'), 'IMPLEMENTATION', place);
  for (const transaction of implementation.list('transactions')) {
    const localId = transaction.text('id');
    if (localId === null) continue;
    // `amount`, `providerOrganization` and `receiverOrganization` are the deprecated names of OCDS 1.0.
    const value = transaction.money('value');
    const { amount, currency } = value.amount === null ? transaction.money('amount') : value;
    const payer = transaction.child('payer') ?? transaction.child('providerOrganization');
    const payee = transaction.child('payee') ?? transaction.child('receiverOrganization');
    context.rows.contractTransactions.push({
      id: context.rowId(...place.within, localId),
      ocid: context.ocid,
      contractId,
      localId,
      paidOn: transaction.day('date'),
      amount,
      currency,
      payer: context.parties.refer(payer, 'payer'),
      payee: context.parties.refer(payee, 'payee'),
      source: transaction.text('source'),
      uri: transaction.url('uri'),
    });
  }
}

/** Rows of the amendments of a tender, award or contract; the single `amendment` of OCDS 1.0 counts where no list is. */
export function mapAmendments(
  context: RowContext,
  parent: ReleaseReader,
  stage: AmendmentRow['stage'],
  place: Place,
): void {
  const listed = parent.list('amendments');
  const single = parent.child('amendment');
  const amendments = listed.length > 0 || !single ? listed : [single];
  amendments.forEach((amendment, index) => {
    const localId = amendment.text('id');
    const row: AmendmentRow = {
      id: context.rowId(stage, ...place.within, localId ?? `#${index + 1}`),
      ocid: context.ocid,
      stage,
      awardId: place.awardId ?? null,
      contractId: place.contractId ?? null,
      localId,
      amendedOn: amendment.day('date'),
      rationale: amendment.text('rationale'),
      description: amendment.text('description'),
      sequence: index + 1,
      ...changeOf(amendment),
    };
    if (row.amendedOn ?? row.rationale ?? row.description ?? row.localId) context.rows.amendments.push(row);
  });
}

type Change = Pick<AmendmentRow, 'amountBefore' | 'amountAfter' | 'amountDelta' | 'currency'>;

/** What an amendment did to the value; amounts in two currencies cannot stand in one row and are left out. */
function changeOf(amendment: ReleaseReader): Change {
  const before = amendment.money('amountBefore');
  const after = amendment.money('amountAfter');
  const currency = before.currency ?? after.currency;
  if (before.currency !== null && after.currency !== null && before.currency !== after.currency) {
    return { amountBefore: null, amountAfter: null, amountDelta: null, currency: null };
  }
  const [from, to] = [before.amount, after.amount];
  const amountDelta = from === null || to === null ? null : subtractDecimals(to, from);
  return { amountBefore: from, amountAfter: to, amountDelta, currency };
}

function warnOfAward(contract: ReleaseReader, award: string): void {
  contract.warn('awardID', award, {
    rule: 'T11-AWARD',
    zh: '本过程中没有这个授予；合同照存，但没有供应商。',
    en: 'No award of this process has this id; the contract is stored, without a supplier.',
    remedy: '补上对应的 award，或更正 awardID / Add the award, or correct awardID.',
  });
}
