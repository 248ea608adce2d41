/** A dataset is declared once, beside its entity: the columns a department hands over and what each becomes. */
import type { Class } from '../model/entity-model.js';
import type { ValueKind } from '../model/types.js';
import type { ImportRow } from './stored-columns.js';

/** Units amounts are printed in; all are stored in yuan. */
export type MoneyUnit = 'YUAN' | 'WAN_YUAN' | 'YI_YUAN';

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
  /** Printed word → stored code, e.g. `存续` → `ACTIVE`; any other word is refused. */
  readonly codes?: Readonly<Record<string, string>>;
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
  readonly columns: readonly DatasetColumn[];
  /** Every table one row of the file fills, in the order they must be written. */
  readonly entities: readonly Class[];
  /** A row's cells → rows of each entity, in the order of `entities`; derived values (ids, currency) are set here. */
  rows(cells: ImportRow, setting: RowSetting): readonly (readonly ImportRow[])[];
  /** Columns that a later step fills. */
  readonly keep?: readonly string[];
}

export const defineDataset = (dataset: Dataset): Dataset => dataset;
