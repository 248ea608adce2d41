/** The rows of whole contracting processes → every table they fill. */
import { editionOf } from '../../../schema/vocabulary/region-code.js';
import type { Publication } from '../../../subgraph/ledger/publication.js';
import type { Class } from '../../../subgraph/model/entity-model.js';
import { publishTables, type TableReport } from '../../../subgraph/import/publish.js';
import type { ImportRow } from '../../../subgraph/import/stored-columns.js';
import { Amendment } from '../amendment/amendment.entity.js';
import { AwardSupplier } from '../award/award-supplier.entity.js';
import { Award } from '../award/award.entity.js';
import { BidTenderer } from '../bid/bid-tenderer.entity.js';
import { Bid } from '../bid/bid.entity.js';
import { ContractSupplier } from '../contract/contract-supplier.entity.js';
import { ContractTransaction } from '../contract/contract-transaction.entity.js';
import { Contract } from '../contract/contract.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { ProcessDocument } from '../contracting-process/process-document.entity.js';
import { ProcessMilestone } from '../contracting-process/process-milestone.entity.js';
import { ProcessParty } from '../contracting-process/process-party.entity.js';
import type { ContractingProcessRow, ProcessRows, RowTable } from '../ocds/process-rows.js';
import { Item } from '../tender/item.entity.js';
import { Lot } from '../tender/lot.entity.js';
import { Tender } from '../tender/tender.entity.js';

/** Codes are stored as the graph names them: the standard's in capitals. */
const CODES = ['status', 'mainProcurementCategory', 'procurementMethod'] as const;

/** Filled when projects are linked, not by an import. */
export const LINK_COLUMNS = ['project_id', 'project_link_method', 'project_link_confidence'] as const;

interface ProcessTable {
  readonly entity: Class;
  readonly from: RowTable;
  readonly also?: (row: ImportRow) => ImportRow;
  /** What the rows are members of: they are numbered within it, the lead first. */
  readonly memberOf?: 'bidId' | 'awardId' | 'contractId';
}

const TABLES: readonly ProcessTable[] = [
  { entity: ProcessParty, from: 'processParties' },
  { entity: Tender, from: 'tenders' },
  { entity: Lot, from: 'lots' },
  { entity: Bid, from: 'bids' },
  { entity: BidTenderer, from: 'bidTenderers', memberOf: 'bidId' },
  { entity: Award, from: 'awards' },
  { entity: AwardSupplier, from: 'awardSuppliers', memberOf: 'awardId', also: ({ party }) => ({ supplier: party }) },
  { entity: Contract, from: 'contracts' },
  {
    entity: ContractSupplier,
    from: 'contractSuppliers',
    memberOf: 'contractId',
    also: ({ party }) => ({ supplier: party }),
  },
  { entity: ContractTransaction, from: 'contractTransactions', also: ({ source }) => ({ transactionSource: source }) },
  { entity: Amendment, from: 'amendments' },
  { entity: Item, from: 'items' },
  { entity: ProcessDocument, from: 'documents' },
  { entity: ProcessMilestone, from: 'milestones' },
];

/** What an import of processes speaks for. */
export const PROCESS_ENTITIES: readonly Class[] = [ContractingProcess, ...TABLES.map(({ entity }) => entity)];

export interface ProcessInput {
  readonly rows: ProcessRows;
  /** Files the process was read from. */
  readonly source: string;
}

/** Rows of these processes that are no longer there are removed; processes not given are untouched. */
export async function publishProcesses(
  publication: Publication,
  processes: readonly ProcessInput[],
): Promise<TableReport[]> {
  const ocids = processes.map(({ rows }) => rows.contractingProcess.ocid);
  return publishTables(publication, 'procurement', [
    {
      entity: ContractingProcess,
      rows: processes.map(({ rows, source }) => processRow(rows.contractingProcess, source)),
      keep: LINK_COLUMNS,
    },
    ...TABLES.map((table) => ({
      entity: table.entity,
      rows: rowsOf(processes, table),
      wholeBy: { column: 'ocid', values: ocids },
    })),
  ]);
}

function processRow(row: ContractingProcessRow, source: string): ImportRow {
  const { projectId, publishedOn, regionCode } = row;
  // A code belongs to the edition in force on the day of the first notice.
  const regionEdition = regionCode !== null && publishedOn !== null ? editionOf(publishedOn) : null;
  return { ...stored(row), projectCode: projectId, regionEdition, source };
}

function* rowsOf(processes: readonly ProcessInput[], { from, also, memberOf }: ProcessTable): Generator<ImportRow> {
  const members = new Map<unknown, number>();
  for (const { rows, source } of processes) {
    const { jurisdiction, buyer } = rows.contractingProcess;
    for (const row of rows[from] as readonly object[]) {
      const own = row as ImportRow;
      const group = memberOf && own[memberOf];
      const position = (members.get(group) ?? 0) + 1;
      members.set(group, position);
      yield { buyer, ...stored(own), ...also?.(own), ...(memberOf && { position }), jurisdiction, source };
    }
  }
}

function stored(row: object): ImportRow {
  const out: Record<string, unknown> = { ...row };
  for (const key of CODES) {
    const code = out[key];
    if (typeof code === 'string') out[key] = code.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  }
  return out;
}
