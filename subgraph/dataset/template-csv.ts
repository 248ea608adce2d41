import { stringify } from 'csv-stringify/sync';
import type { Dataset } from '../import/define-dataset.js';

/** The heads alone, in UTF-8 with the mark by which spreadsheets know it. */
export const templateCsv = ({ columns }: Dataset): string =>
  stringify([columns.map(({ head }) => head)], { bom: true, record_delimiter: 'windows' });
