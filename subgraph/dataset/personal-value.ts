import type { DatasetColumn } from '../import/define-dataset.js';
import { shorten } from '../import/finding.js';

/** Stands where a value of a natural person would; the place in the file says which cell is meant. */
export const PERSONAL_VALUE = '（个人信息，不显示） / (personal, not shown)';

/** A cell as a finding, report or log may repeat it. */
export const shownValue = (column: DatasetColumn, cell: string | null): string =>
  column.personal && cell !== null ? PERSONAL_VALUE : shorten(cell);
