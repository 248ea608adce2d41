import { checkRegionCode } from '../../../schema/vocabulary/region-code.js';
import type { CompiledProcess } from './compile-process.js';
import type { Finding } from './finding.js';
import { mapDocuments, mapMilestones } from './map-attachments.js';
import { mapAmendments, mapAwards, mapContracts } from './map-award.js';
import { PartyBook } from './map-party.js';
import { mapBids, mapTender } from './map-tender.js';
import { notStored, type NotStored } from './not-stored.js';
import type { ContractingProcessRow, ProcessRows, ProcessStage } from './process-rows.js';
import { ReleaseReader, type ReadLog } from './release-reader.js';
import { contextOf, emptyRows } from './row-context.js';
import { ocidPrefix } from './semantic-rules.js';

export interface MapOptions {
  /** Jurisdiction by ocid prefix, for prefixes that are a known city's own; any other prefix is its own jurisdiction. */
  jurisdictions?: Readonly<Record<string, string>>;
}

export interface MappedProcess {
  rows: ProcessRows;
  findings: Finding[];
  /** Fields of the source without a place here; contact points of persons among them, on purpose. */
  notStored: NotStored[];
}

/** The current state of one process as rows of our tables. */
export function mapRelease(process: CompiledProcess, options: MapOptions = {}): MappedProcess {
  const { ocid, release } = process;
  const log: ReadLog = { asked: new Set(['ocid', 'id', 'date']), prefix: 'OCDS', findings: [] };
  // A state merged from several releases stands in no one file: its findings name the ocid and the merged path.
  const unit = process.used.length === 1 ? process.used[0] : undefined;
  const reader = new ReleaseReader(release, log, unit?.file ?? ocid, [], unit?.pointer ?? '');
  const prefix = ocidPrefix(ocid) ?? ocid;
  const jurisdiction = options.jurisdictions?.[prefix] ?? prefix;
  const parties = new PartyBook(ocid, jurisdiction, reader.list('parties'));
  const rows = emptyRows(processRow(process, reader, parties, jurisdiction));
  const context = contextOf(ocid, rows, parties);

  const planning = reader.child('planning');
  mapDocuments(context, planning?.list('documents') ?? [], 'PLANNING', { within: [] });
  mapMilestones(context, planning?.list('milestones') ?? [], 'PLANNING', { within: [] });
  const tender = reader.child('tender');
  if (tender) {
    mapTender(context, tender, process.tenderDate);
    mapAmendments(context, tender, 'TENDER', { within: [] });
  }
  const bids = reader.child('bids');
  if (bids) mapBids(context, bids);
  const suppliersOf = mapAwards(context, reader.list('awards'));
  mapContracts(context, reader.list('contracts'), suppliersOf);
  rows.processParties = parties.all();
  rows.contractingProcess.statusStage = stageOf(rows);
  return { rows, findings: log.findings, notStored: notStored(release, log.asked) };
}

function processRow(
  { ocid, firstDate, releaseId, publisher }: CompiledProcess,
  reader: ReleaseReader,
  parties: PartyBook,
  jurisdiction: string,
): ContractingProcessRow {
  const planning = reader.child('planning');
  const budget = planning?.child('budget');
  const project = planning?.child('project');
  const tender = reader.child('tender');
  const amount = budget?.money('amount');
  return {
    ocid,
    jurisdiction,
    title: tender?.text('title') ?? firstTitle(reader),
    description: tender?.text('description') ?? planning?.text('rationale') ?? null,
    buyer: parties.refer(reader.child('buyer'), 'buyer'),
    procuringEntity: parties.refer(tender?.child('procuringEntity') ?? null, 'procuringEntity'),
    mainProcurementCategory: tender?.text('mainProcurementCategory') ?? null,
    procurementMethod: tender?.text('procurementMethod') ?? null,
    procurementMethodDetails: tender?.text('procurementMethodDetails') ?? null,
    procurementMethodRationale: tender?.text('procurementMethodRationale') ?? null,
    statusStage: 'PLANNING',
    budgetAmount: amount?.amount ?? null,
    budgetCurrency: amount?.currency ?? null,
    budgetDescription: budget?.text('description') ?? null,
    projectId: budget?.text('projectID') ?? project?.text('id') ?? null,
    projectTitle: budget?.text('project') ?? project?.text('title') ?? null,
    regionCode: regionOf(reader),
    publishedOn: firstDate?.slice(0, 10) ?? null,
    releasedAt: reader.instant('date'),
    releaseId,
    language: reader.text('language'),
    publisher,
  };
}

/** Where the buyer is, as its party says in the local field `details.regionCode`; anything but a region code is null. */
function regionOf(reader: ReleaseReader): string | null {
  const id = reader.child('buyer')?.text('id') ?? null;
  const buyer = id === null ? undefined : reader.list('parties').find((party) => party.text('id') === id);
  const checked = checkRegionCode(buyer?.child('details')?.text('regionCode') ?? '');
  return checked.ok ? checked.value : null;
}

function firstTitle(reader: ReleaseReader): string | null {
  const named = [...reader.list('awards'), ...reader.list('contracts')].map((part) => part.text('title'));
  return named.find((title) => title !== null) ?? reader.child('planning')?.child('budget')?.text('project') ?? null;
}

const NOT_YET = new Set(['planning', 'planned']);
const WITHOUT_RESULT = new Set(['cancelled', 'unsuccessful', 'withdrawn']);
const OVER = new Set(['terminated', 'cancelled']);

/** The last stage the rows give evidence of; CLOSED when the tender failed or every contract has ended. */
export function stageOf(rows: ProcessRows): ProcessStage {
  const { contracts, awards, tenders } = rows;
  if (contracts.length > 0) {
    if (contracts.every(({ status }) => status !== null && OVER.has(status))) return 'CLOSED';
    const isRunning = [...rows.documents, ...rows.milestones].some(({ stage }) => stage === 'IMPLEMENTATION');
    return isRunning || rows.contractTransactions.length > 0 ? 'IMPLEMENTATION' : 'CONTRACT';
  }
  const tender = tenders[0];
  if (tender?.status && WITHOUT_RESULT.has(tender.status)) return 'CLOSED';
  if (awards.length > 0) return 'AWARD';
  return tender && !NOT_YET.has(tender.status ?? '') ? 'TENDER' : 'PLANNING';
}
