import { escapeStep, type Finding } from '../ocds/finding.js';
import { notStored, type NotStored } from '../ocds/not-stored.js';
import type { Party, ProcessPartyRow, ProcessRows } from '../ocds/process-rows.js';
import { ReleaseReader, type ReadLog } from '../ocds/release-reader.js';
import { emptyRows } from '../ocds/row-context.js';
import { LINKS, STATUS } from './dpwh-codes.js';
import { CURRENCY, amountOf, dayOf, membersOf, startOfDay } from './dpwh-values.js';
import { DPWH, mapProject } from './map-project.js';
import type { ProjectRow } from './project-row.js';
import type { DpwhDocument } from './read-dpwh.js';

export interface DpwhContract {
  project: ProjectRow;
  process: ProcessRows;
  findings: Finding[];
  notStored: NotStored[];
}

const BUYER: Party = {
  scheme: DPWH,
  id: 'DPWH',
  name: 'Department of Public Works and Highways',
  uscc: null,
  agencyId: null,
};

/** One contract of the portal as a project and its contracting process; the rules are listed in MAPPING.md. */
export function mapDpwh({ file, contractId, data }: DpwhDocument): DpwhContract {
  const log: ReadLog = { asked: new Set(['contractId']), prefix: 'DPWH', findings: [] };
  const reader = new ReleaseReader(data, log, file, [], '/data');
  const ocid = `dpwh-${contractId}`;
  const project = mapProject(reader, contractId, ocid);
  const process = mapProcess(reader, ocid, project);
  return { project, process, findings: log.findings, notStored: notStored(data, log.asked) };
}

function mapProcess(reader: ReleaseReader, ocid: string, project: ProjectRow): ProcessRows {
  const procurement = reader.child('procurement');
  const status = STATUS[project.sourceStatus ?? ''];
  const title = procurement?.text('contractName') ?? project.title;
  const advertised = dayOf(procurement, 'advertisementDate');
  const design = project.components.length > 0 && project.components.every((part) => part.infraType === 'Consultancy');
  const rows = emptyRows({
    ocid,
    jurisdiction: DPWH,
    title,
    description: project.title === title ? null : project.title,
    buyer: BUYER,
    procuringEntity: null,
    mainProcurementCategory: design ? 'services' : 'works',
    procurementMethod: null,
    procurementMethodDetails: null,
    procurementMethodRationale: null,
    statusStage: status?.stage ?? 'CONTRACT',
    budgetAmount: null,
    budgetCurrency: null,
    budgetDescription: null,
    projectId: project.id,
    projectTitle: project.title,
    regionCode: null,
    publishedOn: advertised,
    releasedAt: null,
    releaseId: null,
    language: 'en',
    publisher: BUYER.name,
  });
  const ceiling = amountOf(procurement, 'abc');
  const bidders = reader.list('bidders');
  rows.tenders.push({
    id: `${ocid}/tender`,
    ocid,
    localId: 'tender',
    title,
    description: null,
    status: 'complete',
    publishedOn: advertised,
    amount: ceiling,
    currency: ceiling === null ? null : CURRENCY,
    minAmount: null,
    minCurrency: null,
    ceilingAmount: ceiling,
    ceilingCurrency: ceiling === null ? null : CURRENCY,
    tenderStartAt: startOfDay(advertised),
    tenderEndAt: startOfDay(dayOf(procurement, 'bidSubmissionDeadline')),
    enquiryStartAt: null,
    enquiryEndAt: null,
    awardStartAt: null,
    awardEndAt: null,
    contractStartOn: null,
    contractEndOn: null,
    bidOpeningAt: null,
    awardCriteria: null,
    awardCriteriaDetails: null,
    submissionMethod: [],
    submissionMethodDetails: null,
    eligibilityCriteria: null,
    hasEnquiries: null,
    numberOfTenderers: null,
    tenderersListed: bidders.length,
  });
  const offers = mapBidders(rows, bidders);
  const marked = offers.filter((offer) => offer.isWinner);
  const won = marked.length > 0 ? marked : fromContractor(reader, offers);
  mapContract(rows, reader, project, won, status?.contract ?? null);
  mapLinks(rows, reader.child('links'));
  rows.processParties = partiesOf(rows);
  return rows;
}

interface Offer {
  bidder: Party;
  members: Party[];
  isWinner: boolean;
}

/** Every bidder as a bid; the portal prints no offered price. */
function mapBidders(rows: ProcessRows, bidders: readonly ReleaseReader[]): Offer[] {
  const { ocid } = rows.contractingProcess;
  return bidders.flatMap((reader, index) => {
    const printed = reader.text('name');
    if (printed === null) return [];
    reader.text('pcabId'); // repeats the licence in the name
    const isWinner = reader.flag('isWinner');
    const offer = { ...membersOf(printed), isWinner: isWinner === true };
    const own = offer.bidder.id ?? String(index + 1);
    const localId = rows.bids.some((row) => row.localId === own) ? `${own}#${index + 1}` : own;
    const id = `${ocid}/${escapeStep(localId)}`;
    rows.bids.push({
      id,
      ocid,
      localId,
      lotId: null,
      tenderer: offer.bidder,
      status: null,
      submittedAt: null,
      amount: null,
      currency: null,
      priceForm: null,
      priceText: null,
      score: null,
      rank: null,
      isWinner,
    });
    const share = offer.members.length === 1 ? reader.decimal('participation') : null;
    offer.members.forEach((party, at) => {
      rows.bidTenderers.push({ id: `${id}/${at + 1}`, ocid, bidId: id, party, sharePercent: share });
    });
    return [offer];
  });
}

function mapContract(
  rows: ProcessRows,
  reader: ReleaseReader,
  project: ProjectRow,
  won: readonly Offer[],
  status: string | null,
): void {
  const { ocid, title } = rows.contractingProcess;
  const procurement = reader.child('procurement');
  const members = won.flatMap((one) => one.members);
  const supplier = won[0]?.bidder ?? null;
  const awarded = amountOf(procurement, 'awardAmount');
  const awardId = `${ocid}/award`;
  rows.awards.push({
    id: awardId,
    ocid,
    localId: 'award',
    title,
    description: null,
    status: 'active',
    rank: null,
    awardedOn: dayOf(procurement, 'dateOfAward'),
    amount: awarded,
    currency: awarded === null ? null : CURRENCY,
    priceForm: awarded === null ? null : 'AMOUNT',
    priceText: null,
    supplier,
    lotId: null,
    contractStartOn: null,
    contractEndOn: null,
  });
  const contractId = `${ocid}/${escapeStep(project.sourceId)}`;
  rows.contracts.push({
    id: contractId,
    ocid,
    localId: project.sourceId,
    awardId,
    title,
    description: null,
    status,
    startOn: dayOf(reader, 'contractEffectivityDate') ?? project.startOn,
    endOn: project.plannedCompletionOn,
    signedOn: null,
    amount: project.budgetAmount,
    currency: project.budgetCurrency,
    supplier,
  });
  members.forEach((party, index) => {
    rows.awardSuppliers.push({ id: `${awardId}/${index + 1}`, ocid, awardId, party });
    rows.contractSuppliers.push({ id: `${contractId}/${index + 1}`, ocid, contractId, party });
  });
}

/** Where no bidder is marked as the winner, the contractor in charge is the supplier, and the gap is reported. */
function fromContractor(reader: ReleaseReader, offers: readonly Offer[]): Offer[] {
  const printed = reader.text('contractor');
  reader.warn('contractor', printed, {
    rule: 'DPWH-WINNER',
    zh: '没有标明中标人的投标；以承包人为供应商。',
    en: 'No bidder is marked as the winner; the contractor is taken as the supplier.',
    remedy: '核对中标人 / Check the winner.',
  });
  if (printed === null) return [];
  const contractor = membersOf(printed);
  // The portal names the members of a joint venture in any order, and licences with or without leading zeros.
  const same = offers.find((offer) => namesOf(offer.members) === namesOf(contractor.members));
  return [same ?? { ...contractor, isWinner: false }];
}

function namesOf(members: readonly Party[]): string {
  return members
    .map(({ name }) => name)
    .sort()
    .join(' / ');
}

function mapLinks(rows: ProcessRows, links: ReleaseReader | null): void {
  const { ocid } = rows.contractingProcess;
  for (const { key, stage, documentType, title } of LINKS) {
    const url = links?.url(key) ?? null;
    if (url === null) continue;
    rows.documents.push({
      id: `${ocid}/${stage}/${key}`,
      ocid,
      stage,
      awardId: stage === 'AWARD' ? (rows.awards[0]?.id ?? null) : null,
      contractId: stage === 'CONTRACT' ? (rows.contracts[0]?.id ?? null) : null,
      localId: key,
      documentType,
      title,
      description: null,
      url,
      publishedOn: null,
      format: null,
      language: null,
    });
  }
}

/** Buyer, bidders and suppliers, each once with all its roles; members of a joint venture stand beside it. */
function partiesOf(rows: ProcessRows): ProcessPartyRow[] {
  const { ocid } = rows.contractingProcess;
  const found = new Map<string, ProcessPartyRow>();
  const add = (party: Party | null, role: string): void => {
    if (!party) return;
    const localId = [party.scheme, party.id ?? party.name].filter((part) => part !== null).join('-');
    const id = `${ocid}/${escapeStep(localId)}`;
    const row = found.get(id) ?? { id, ocid, localId, party, roles: [], address: null };
    if (!row.roles.includes(role)) row.roles.push(role);
    found.set(id, row);
  };
  add(rows.contractingProcess.buyer, 'buyer');
  for (const bid of rows.bids) add(bid.tenderer, 'tenderer');
  for (const { party } of rows.bidTenderers) add(party, 'tenderer');
  for (const award of rows.awards) add(award.supplier, 'supplier');
  for (const { party } of rows.awardSuppliers) add(party, 'supplier');
  return [...found.values()];
}
