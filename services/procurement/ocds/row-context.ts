import { escapeStep } from './finding.js';
import type { PartyBook } from './map-party.js';
import type { ContractingProcessRow, ProcessRows } from './process-rows.js';

/** What the parts of the mapping share about the process they map. */
export interface RowContext {
  readonly ocid: string;
  readonly rows: ProcessRows;
  readonly parties: PartyBook;
  /** A row id: the ocid and local ids from the outside in. */
  rowId(...localIds: string[]): string;
  /** Row id of a lot of this tender; null for none or an unknown one. */
  lotId(localId: string | null): string | null;
  onlyLot(localIds: readonly string[]): string | null;
}

/** Rows of a process of which only the process itself is known yet. */
export function emptyRows(contractingProcess: ContractingProcessRow): ProcessRows {
  return {
    contractingProcess,
    processParties: [],
    tenders: [],
    lots: [],
    bids: [],
    bidTenderers: [],
    awards: [],
    awardSuppliers: [],
    contracts: [],
    contractSuppliers: [],
    amendments: [],
    contractTransactions: [],
    items: [],
    documents: [],
    milestones: [],
  };
}

/** The context of a mapping that fills `rows`. */
export function contextOf(ocid: string, rows: ProcessRows, parties: PartyBook): RowContext {
  const rowId = (...localIds: string[]) => [ocid, ...localIds.map(escapeStep)].join('/');
  const lotId = (localId: string | null) =>
    localId !== null && rows.lots.some((lot) => lot.localId === localId) ? rowId(localId) : null;
  const onlyLot = (localIds: readonly string[]) => (localIds.length === 1 ? lotId(localIds[0] ?? null) : null);
  return { ocid, rows, parties, rowId, lotId, onlyLot };
}
