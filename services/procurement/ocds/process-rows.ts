import type { DocumentRow, ItemRow, MilestoneRow } from './attachment-rows.js';
import type {
  AmendmentRow,
  AwardRow,
  AwardSupplierRow,
  ContractRow,
  ContractSupplierRow,
  ContractTransactionRow,
} from './award-rows.js';
import type { Party, PriceForm } from './row-types.js';

export type * from './attachment-rows.js';
export type * from './award-rows.js';
export type * from './row-types.js';

/**
 * One contracting process as plain rows, one array per table; every importer of procurement data ends here.
 *
 * Conventions of all rows:
 * - `id` is globally unique and stable: the ocid, then the source's own ids from the outside in, joined by `/`
 *   (a `/` or `~` inside a local id is written `~1` or `~0`, as in a JSON pointer). `localId` is the id as printed.
 * - An amount is an exact decimal string with the currency beside it; both are null when either is unusable.
 * - A name that ends in `On` is a day `YYYY-MM-DD` as the source's own clock prints it; one that ends in `At` is an
 *   instant, ISO with an offset.
 * - null is "not said"; an empty string of a source is "not said" too; zero stays zero.
 * - No row carries a contact point: names and addresses of persons stop at the mapping.
 */
export interface ProcessRows {
  contractingProcess: ContractingProcessRow;
  processParties: ProcessPartyRow[];
  /** None or one. */
  tenders: TenderRow[];
  lots: LotRow[];
  /** Offers that the source gives as offers (bids extension); a bare list of tenderers stays in processParties. */
  bids: BidRow[];
  bidTenderers: BidTendererRow[];
  /** Pending awards with a rank are the candidates of a candidate notice. */
  awards: AwardRow[];
  awardSuppliers: AwardSupplierRow[];
  contracts: ContractRow[];
  contractSuppliers: ContractSupplierRow[];
  amendments: AmendmentRow[];
  contractTransactions: ContractTransactionRow[];
  items: ItemRow[];
  documents: DocumentRow[];
  milestones: MilestoneRow[];
}

export type RowTable = keyof ProcessRows;

/** How far the process has come, from what the data holds: the last stage with evidence, or CLOSED. */
export type ProcessStage = 'PLANNING' | 'TENDER' | 'AWARD' | 'CONTRACT' | 'IMPLEMENTATION' | 'CLOSED';

export interface ContractingProcessRow {
  ocid: string;
  /** Registered ocid prefix (`ocds-xs1qbl`), `CN-…` for a Chinese city's own file, `PH-DPWH`. */
  jurisdiction: string;
  title: string | null;
  description: string | null;
  buyer: Party | null;
  procuringEntity: Party | null;
  /** goods, works, services (OCDS procurementCategory). */
  mainProcurementCategory: string | null;
  /** open, selective, limited, direct (OCDS method). */
  procurementMethod: string | null;
  procurementMethodDetails: string | null;
  procurementMethodRationale: string | null;
  statusStage: ProcessStage;
  budgetAmount: string | null;
  budgetCurrency: string | null;
  budgetDescription: string | null;
  /** planning.budget.projectID as printed: may be a national project code, may be anything. */
  projectId: string | null;
  projectTitle: string | null;
  /** The buyer's region of GB/T 2260 (local field `details.regionCode` of the party); its edition follows from the day. */
  regionCode: string | null;
  /** Day of the first release known, which for a lone compiled release is its own date. */
  publishedOn: string | null;
  /** Instant of the newest release merged (OCDS date). */
  releasedAt: string | null;
  /** Id of the release (compiled or newest) that the rows were read from. */
  releaseId: string | null;
  language: string | null;
  publisher: string | null;
}

export interface ProcessPartyRow {
  id: string;
  ocid: string;
  localId: string;
  party: Party;
  /** OCDS partyRole codes: buyer, procuringEntity, tenderer, supplier, payer, payee, …; never empty. */
  roles: string[];
  address: string | null;
}

export interface TenderRow {
  id: string;
  ocid: string;
  localId: string;
  title: string | null;
  description: string | null;
  /** OCDS tenderStatus. */
  status: string | null;
  /** Day of the tender notice: of the document, else of the first release tagged `tender` if bidding was still open. */
  publishedOn: string | null;
  /** tender.value: upper estimated value. */
  amount: string | null;
  currency: string | null;
  minAmount: string | null;
  minCurrency: string | null;
  /** Price above which no offer is accepted (extension tender.ceilingPrice; 最高限价). */
  ceilingAmount: string | null;
  ceilingCurrency: string | null;
  tenderStartAt: string | null;
  tenderEndAt: string | null;
  enquiryStartAt: string | null;
  enquiryEndAt: string | null;
  awardStartAt: string | null;
  awardEndAt: string | null;
  contractStartOn: string | null;
  contractEndOn: string | null;
  bidOpeningAt: string | null;
  awardCriteria: string | null;
  awardCriteriaDetails: string | null;
  submissionMethod: string[];
  submissionMethodDetails: string | null;
  eligibilityCriteria: string | null;
  hasEnquiries: boolean | null;
  /** As the source states it. */
  numberOfTenderers: number | null;
  /** How many tenderers the source lists by name; null when it gives no list. */
  tenderersListed: number | null;
}

export interface LotRow {
  id: string;
  ocid: string;
  tenderId: string;
  localId: string;
  title: string | null;
  description: string | null;
  status: string | null;
  amount: string | null;
  currency: string | null;
}

export interface BidRow {
  id: string;
  ocid: string;
  localId: string;
  /** Row id of the lot, when the offer is for exactly one. */
  lotId: string | null;
  /** The tenderer; of several the first named, or the joint venture itself where it has an id; all in bidTenderers. */
  tenderer: Party | null;
  /** invited, pending, valid, disqualified, withdrawn (bids extension). */
  status: string | null;
  submittedAt: string | null;
  /** The offered price; null when the source prints none. */
  amount: string | null;
  currency: string | null;
  priceForm: PriceForm | null;
  /** The price in words, where it is no amount (local field `priceText`). */
  priceText: string | null;
  /** Evaluation score, decimal string, and rank, 1 is first (local fields `score`, `rank`). */
  score: string | null;
  rank: number | null;
  isWinner: boolean | null;
}

export interface BidTendererRow {
  id: string;
  ocid: string;
  bidId: string;
  party: Party;
  /** Share of a joint venture in percent, decimal string. */
  sharePercent: string | null;
}
