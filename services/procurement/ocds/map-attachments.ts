import type { DocumentRow, ItemRow, MilestoneRow } from './process-rows.js';
import type { ReleaseReader } from './release-reader.js';
import type { RowContext } from './row-context.js';

/** Where items, documents and milestones hang: the row ids of their tender, award or contract. */
export interface Place {
  tenderId?: string | null;
  awardId?: string | null;
  contractId?: string | null;
  /** Local ids from the outside in, part of the row ids below. */
  within: readonly string[];
}

/** Rows of OCDS items of a tender, award or contract. */
export function mapItems(
  context: RowContext,
  items: readonly ReleaseReader[],
  stage: ItemRow['stage'],
  place: Place,
): void {
  for (const item of items) {
    const localId = item.text('id');
    if (localId === null) continue;
    const classification = item.child('classification');
    const unit = item.child('unit');
    const value = unit?.money('value');
    const further = item.list('additionalClassifications').flatMap((other) => {
      const id = other.text('id');
      return id === null ? [] : [[other.text('scheme'), id].filter((part) => part !== null).join(':')];
    });
    context.rows.items.push({
      id: context.rowId(stage, ...place.within, localId),
      ocid: context.ocid,
      stage,
      tenderId: place.tenderId ?? null,
      awardId: place.awardId ?? null,
      contractId: place.contractId ?? null,
      localId,
      lotId: context.lotId(item.text('relatedLot')),
      description: item.text('description'),
      classificationScheme: classification?.text('scheme') ?? null,
      classificationId: classification?.text('id') ?? null,
      classificationDescription: classification?.text('description') ?? null,
      additionalClassifications: further,
      quantity: item.decimal('quantity'),
      unitName: unit?.text('name') ?? null,
      unitAmount: value?.amount ?? null,
      unitCurrency: value?.currency ?? null,
    });
  }
}

/** Rows of OCDS documents at any stage. */
export function mapDocuments(
  context: RowContext,
  documents: readonly ReleaseReader[],
  stage: DocumentRow['stage'],
  place: Place,
): void {
  for (const document of documents) {
    const localId = document.text('id');
    if (localId === null) continue;
    context.rows.documents.push({
      id: context.rowId(stage, ...place.within, localId),
      ocid: context.ocid,
      stage,
      awardId: place.awardId ?? null,
      contractId: place.contractId ?? null,
      localId,
      documentType: document.text('documentType'),
      title: document.text('title'),
      description: document.text('description'),
      url: document.url('url'),
      publishedOn: document.day('datePublished'),
      format: document.text('format'),
      language: document.text('language'),
    });
  }
}

/** Rows of OCDS milestones of planning, tender, contract or implementation. */
export function mapMilestones(
  context: RowContext,
  milestones: readonly ReleaseReader[],
  stage: MilestoneRow['stage'],
  place: Place,
): void {
  for (const milestone of milestones) {
    const localId = milestone.text('id');
    if (localId === null) continue;
    context.rows.milestones.push({
      id: context.rowId(stage, ...place.within, localId),
      ocid: context.ocid,
      stage,
      contractId: place.contractId ?? null,
      localId,
      milestoneType: milestone.text('type'),
      title: milestone.text('title'),
      description: milestone.text('description'),
      status: milestone.text('status'),
      dueOn: milestone.day('dueDate'),
      metOn: milestone.day('dateMet'),
    });
    mapDocuments(context, milestone.list('documents'), stage, { ...place, within: [...place.within, localId] });
  }
}
