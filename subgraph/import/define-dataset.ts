/** A dataset is declared once, beside its entity: the columns a department hands over and what each becomes. */
import type { Class } from '../model/entity-model.js';
import type { ValueKind } from '../model/types.js';
import type { ImportRow } from './stored-columns.js';

/** Units amounts are printed in; all are stored in yuan. */
export type MoneyUnit = 'YUAN' | 'WAN_YUAN' | 'YI_YUAN';

/** A code list by its standard or GraphQL name; without an edition where the hub itself keeps it. */
export interface CodeList {
  readonly name: string;
  /** Year of the standard, or `中文 / English` in words. */
  readonly edition?: string;
}

/** How often departments hand the dataset in (measures: 及时、定期、年度、季度). */
export type Frequency = 'ON_EVENT' | 'ON_CHANGE' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY';

export type PeriodUnit = 'YEAR' | 'QUARTER' | 'MONTH' | 'DAY';

/** What part of the city's rows a file speaks for: those of one agency, one period, or both. */
export interface Scope {
  /** Path in the row that holds the agency's id: `handler.agencyId`. */
  readonly agency?: string;
  /** Property of the row that holds a day, an instant, a quarter or a year; the period it falls in is the file's. */
  readonly period?: { readonly field: string; readonly unit: PeriodUnit };
}

export interface DatasetColumn {
  /** Where the value goes in the row: a property, or `supplier.uscc` inside an embedded value; absent: read only. */
  readonly field?: string;
  /** The head as departments print it. */
  readonly head: string;
  readonly aliases?: readonly string[];
  readonly type: ValueKind;
  readonly required?: boolean;
  /** The amount's printed unit; it is converted to yuan exactly. */
  readonly unit?: MoneyUnit;
  /** Printed word → stored code, e.g. `存续` → `ACTIVE`; any other word is refused. The first word of a code is the one templates offer. */
  readonly codes?: Readonly<Record<string, string>>;
  /** The published list that the values are from. */
  readonly codeList?: CodeList;
  /** `中文 / English`; where it is absent, what the entity says of the field. */
  readonly doc?: string;
  /** A cell as it is printed, made up; where it is absent, the example of its type. */
  readonly example?: string;
  /** May name or number a natural person: no finding, report or log repeats the value. */
  readonly personal?: true;
  /** Reads a cell of the dataset's own form; undefined when it is not of that form. A blank is given as null. */
  readonly parse?: (cell: string | null) => unknown;
}

/** What a row needs beyond its own cells. */
export interface RowSetting {
  readonly jurisdiction: string;
  /** ISO 4217 code of the city's amounts. */
  readonly currency: string;
  readonly source: string;
  /** The day the file speaks for: codes in it are those in force then. */
  readonly asOf: string;
}

export interface Dataset {
  /** `registry.agencies`. */
  readonly id: string;
  /** `中文 / English`. */
  readonly title: string;
  /** File name without its ending, as departments and the sample name it. */
  readonly file: string;
  /** `中文 / English`: the kind of department that hands it in. */
  readonly owner: string;
  /** `中文 / English`: the measure and the law by which it is published. */
  readonly basis: string;
  readonly frequency: Frequency;
  /** Absent: a file speaks for all rows of the city. */
  readonly scope?: Scope;
  /** Fields of the columns that tell one row of the file from another. */
  readonly key: readonly string[];
  /** Field of the column with the day on which the department itself published the row. */
  readonly officialDate?: string;
  readonly columns: readonly DatasetColumn[];
  /** Every table one row of the file fills, in the order they must be written. */
  readonly entities: readonly Class[];
  /** A row's cells → rows of each entity, in the order of `entities`; derived values (ids, currency) are set here. */
  rows(cells: ImportRow, setting: RowSetting): readonly (readonly ImportRow[])[];
  /** Columns that a later step fills. */
  readonly keep?: readonly string[];
}

export const defineDataset = (dataset: Dataset): Dataset => dataset;
