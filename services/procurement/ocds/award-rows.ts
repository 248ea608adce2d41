/** Rows of what was decided, signed, changed and paid; the conventions stand in process-rows.ts. */
import type { Party, PriceForm } from './row-types.js';

export interface AwardRow {
  id: string;
  ocid: string;
  localId: string;
  title: string | null;
  description: string | null;
  /** pending, active, cancelled, unsuccessful. */
  status: string | null;
  /** Extension `rank`: order of a candidate, 1 is first. */
  rank: number | null;
  awardedOn: string | null;
  amount: string | null;
  currency: string | null;
  priceForm: PriceForm | null;
  /** The price in words, where it is no amount (local field `priceText`). */
  priceText: string | null;
  /** The supplier; of several the first named, or the joint venture itself where it has an id; all in awardSuppliers. */
  supplier: Party | null;
  /** Row id of the lot, when the award is for exactly one. */
  lotId: string | null;
  contractStartOn: string | null;
  contractEndOn: string | null;
}

export interface AwardSupplierRow {
  id: string;
  ocid: string;
  awardId: string;
  party: Party;
}

export interface ContractRow {
  id: string;
  ocid: string;
  localId: string;
  /** Row id of the award (contracts.awardID), null when no award of this process has that id. */
  awardId: string | null;
  title: string | null;
  description: string | null;
  /** pending, active, cancelled, terminated. */
  status: string | null;
  startOn: string | null;
  endOn: string | null;
  signedOn: string | null;
  amount: string | null;
  currency: string | null;
  /** The supplier of the award behind this contract (OCDS contracts name none themselves); all in contractSuppliers. */
  supplier: Party | null;
}

export interface ContractSupplierRow {
  id: string;
  ocid: string;
  contractId: string;
  party: Party;
}

export interface AmendmentRow {
  id: string;
  ocid: string;
  stage: 'TENDER' | 'AWARD' | 'CONTRACT';
  awardId: string | null;
  contractId: string | null;
  localId: string | null;
  amendedOn: string | null;
  rationale: string | null;
  description: string | null;
  /** Place in the source's list, from 1. */
  sequence: number;
  /** Local fields `amountBefore` and `amountAfter`; the difference where both are there in one currency. */
  amountBefore: string | null;
  amountAfter: string | null;
  amountDelta: string | null;
  currency: string | null;
}

export interface ContractTransactionRow {
  id: string;
  ocid: string;
  contractId: string;
  localId: string;
  paidOn: string | null;
  amount: string | null;
  currency: string | null;
  payer: Party | null;
  payee: Party | null;
  source: string | null;
  uri: string | null;
}
