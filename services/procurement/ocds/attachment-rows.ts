/** Rows of what hangs at a tender, award or contract; the conventions stand in process-rows.ts. */
import type { RowStage } from './row-types.js';

export interface ItemRow {
  id: string;
  ocid: string;
  stage: 'TENDER' | 'AWARD' | 'CONTRACT';
  tenderId: string | null;
  awardId: string | null;
  contractId: string | null;
  localId: string;
  lotId: string | null;
  description: string | null;
  classificationScheme: string | null;
  classificationId: string | null;
  classificationDescription: string | null;
  /** `scheme:id` of each further classification. */
  additionalClassifications: string[];
  quantity: string | null;
  unitName: string | null;
  unitAmount: string | null;
  unitCurrency: string | null;
}

export interface DocumentRow {
  id: string;
  ocid: string;
  stage: RowStage;
  awardId: string | null;
  contractId: string | null;
  localId: string;
  documentType: string | null;
  title: string | null;
  description: string | null;
  url: string | null;
  publishedOn: string | null;
  format: string | null;
  language: string | null;
}

export interface MilestoneRow {
  id: string;
  ocid: string;
  stage: Exclude<RowStage, 'BID' | 'AWARD'>;
  contractId: string | null;
  localId: string;
  milestoneType: string | null;
  title: string | null;
  description: string | null;
  status: string | null;
  dueOn: string | null;
  metOn: string | null;
}
