/** Declarations of datasets → rows of the data dictionary (`hub.dataset`, `hub.dataset_column`), which templates and docs print too. */
import type { Dataset, DatasetColumn, Frequency, PeriodUnit } from '../import/define-dataset.js';
import { bilingual } from './bilingual.js';
import { columnDoc } from './column-doc.js';
import { codeListOf, exampleOf, unitOf } from './column-type.js';

export interface DatasetRow {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  readonly title_en: string;
  readonly owner: string;
  readonly owner_en: string;
  readonly file: string;
  /** Path in the published row that holds the agency a file speaks for. */
  readonly scope_agency: string | null;
  readonly scope_period: string | null;
  readonly period_unit: PeriodUnit | null;
  /** `中文 / English`. */
  readonly legal_basis: string;
  readonly frequency: Frequency;
  /** Fields of the columns, as in `dataset_column.field`. */
  readonly key_columns: readonly string[];
  readonly official_date: string | null;
}

export interface DatasetColumnRow {
  readonly id: string;
  readonly dataset_id: string;
  /** From 1, in the order of the template. */
  readonly position: number;
  readonly head: string;
  readonly aliases: readonly string[];
  /** Null for a column that is read but not stored. */
  readonly field: string | null;
  /** GraphQL name of the type. */
  readonly type: string;
  readonly required: boolean;
  readonly unit: string | null;
  readonly code_list: string | null;
  readonly code_list_edition: string | null;
  /** Printed word → stored code. */
  readonly codes: Readonly<Record<string, string>> | null;
  readonly personal: boolean;
  readonly doc: string;
  readonly doc_en: string;
  readonly example: string | null;
}

interface ServiceDatasets {
  readonly name: string;
  readonly datasets: readonly Dataset[];
}

export function dictionaryRows(services: readonly ServiceDatasets[]): {
  datasets: DatasetRow[];
  columns: DatasetColumnRow[];
} {
  return {
    datasets: services.flatMap(({ name, datasets }) => datasets.map((dataset) => datasetRow(name, dataset))),
    columns: services.flatMap(({ datasets }) => datasets.flatMap(columnRows)),
  };
}

export function datasetRow(service: string, dataset: Dataset): DatasetRow {
  const { id, file, basis, frequency, scope, key, officialDate } = dataset;
  const [title, owner] = [bilingual(dataset.title), bilingual(dataset.owner)];
  return {
    id,
    service,
    title: title.zh,
    title_en: title.en,
    owner: owner.zh,
    owner_en: owner.en,
    file,
    scope_agency: scope?.agency ?? null,
    scope_period: scope?.period?.field ?? null,
    period_unit: scope?.period?.unit ?? null,
    legal_basis: basis,
    frequency,
    key_columns: key,
    official_date: officialDate ?? null,
  };
}

export const columnRows = (dataset: Dataset): DatasetColumnRow[] =>
  dataset.columns.map((column, index) => columnRow(dataset, column, index + 1));

function columnRow(dataset: Dataset, column: DatasetColumn, position: number): DatasetColumnRow {
  const { head, aliases = [], field, type, required = false, codes, personal = false } = column;
  const doc = columnDoc(dataset, column);
  const list = codeListOf(column);
  return {
    id: `${dataset.id}/${head}`,
    dataset_id: dataset.id,
    position,
    head,
    aliases,
    field: field ?? null,
    type: type.name,
    required,
    unit: unitOf(column) ?? null,
    code_list: list?.name ?? null,
    code_list_edition: list?.edition ?? null,
    codes: codes ?? null,
    personal,
    doc: doc.zh,
    doc_en: doc.en,
    example: exampleOf(column) ?? null,
  };
}
