import type { ReleaseReader } from '../ocds/release-reader.js';
import { escapeStep } from '../ocds/finding.js';
import { STATUS, sectorOf, typeOf } from './dpwh-codes.js';
import { CURRENCY, amountOf, dayOf } from './dpwh-values.js';
import type { FundingSourceRow, ProjectComponentRow, ProjectRow } from './project-row.js';

/** Scheme of the ids of the public-works portal, and the jurisdiction of all its rows. */
export const DPWH = 'PH-DPWH';

/** The project behind one contract of the portal, which knows contracts only: one contract, one project. */
export function mapProject(reader: ReleaseReader, contractId: string, ocid: string): ProjectRow {
  const id = `${DPWH}/${escapeStep(contractId)}`;
  const components = reader.list('components').map((part, index) => componentOf(part, id, index));
  const works = reader.list('components').map((part) => typeOf(part.text('typeOfWork')));
  const sourceStatus = reader.text('status');
  if (sourceStatus === null || !STATUS[sourceStatus]) warnOfStatus(reader, sourceStatus);
  const budget = amountOf(reader, 'budget');
  const location = reader.child('location');
  const provinces = components.flatMap((part) => part.provinceText ?? []);
  return {
    id,
    jurisdiction: DPWH,
    sourceScheme: DPWH,
    sourceId: contractId,
    title: reader.text('description') ?? contractId,
    description: null,
    status: STATUS[sourceStatus ?? '']?.project ?? null,
    sourceStatus,
    type: works.every((type) => type === works[0]) ? (works[0] ?? null) : null,
    sectors: distinct(components.flatMap((part) => sectorOf(part.infraType) ?? [])),
    sourceCategory: reader.text('category'),
    budgetAmount: budget,
    budgetCurrency: budget === null ? null : CURRENCY,
    year: yearOf(reader.text('infraYear')),
    startOn: dayOf(reader, 'startDate'),
    plannedCompletionOn: dayOf(reader, 'expiryDate'),
    completedOn: sourceStatus === 'Completed' ? dayOf(reader, 'completionDate') : null,
    progressPercent: reader.decimal('progress'),
    latitude: reader.decimal('latitude'),
    longitude: reader.decimal('longitude'),
    regionText: location?.text('region') ?? null,
    provinceText: provinces.length > 0 ? distinct(provinces).join(', ') : null,
    officeText: location?.text('province') ?? null,
    contractingProcessIds: [ocid],
    components,
    fundingSources: fundingOf(reader, id),
  };
}

function componentOf(part: ReleaseReader, projectId: string, index: number): ProjectComponentRow {
  const localId = part.text('componentId') ?? String(index + 1);
  const place = part.child('coordinates');
  return {
    id: `${projectId}/${escapeStep(localId)}`,
    projectId,
    localId,
    description: part.text('description'),
    infraType: part.text('infraType'),
    typeOfWork: part.text('typeOfWork'),
    regionText: part.text('region'),
    provinceText: part.text('province'),
    latitude: place?.decimal('latitude') ?? null,
    longitude: place?.decimal('longitude') ?? null,
  };
}

/** The portal names one source of funds for each contract, without its amount. */
function fundingOf(reader: ReleaseReader, projectId: string): FundingSourceRow[] {
  const title = reader.text('sourceOfFunds');
  if (title === null) return [];
  const programme = reader.text('programName');
  const financingParty = reader.child('procurement')?.text('fundingInstrument') ?? null;
  return [{ id: `${projectId}/1`, projectId, title, programme, financingParty, amount: null, currency: null }];
}

function yearOf(text: string | null): number | null {
  return text !== null && /^(19|20)\d\d$/.test(text) ? Number(text) : null;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function warnOfStatus(reader: ReleaseReader, status: string | null): void {
  reader.warn('status', status, {
    rule: 'DPWH-STATUS',
    zh: '不认识的项目状态；状态代码留空，原文保留。',
    en: 'A status the mapping does not know; the code is left empty, the word is kept.',
    remedy: '补充 dpwh-codes.ts 的对照表 / Add it to the table in dpwh-codes.ts.',
  });
}
