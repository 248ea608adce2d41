import type { Case } from './case.js';
import { deepPage } from './cases/deep-page.js';
import { processesByKey, suppliersByKey } from './cases/entities.js';
import { list, listOfBuyer } from './cases/list.js';
import { oneRow } from './cases/one-row.js';
import { search } from './cases/search.js';
import { byAgencyAndYear, byMonthHaving } from './cases/totals.js';

/** In the order of the report. */
export const CASES: readonly Case[] = [
  list,
  listOfBuyer,
  deepPage,
  processesByKey,
  suppliersByKey,
  byAgencyAndYear,
  byMonthHaving,
  search,
  oneRow,
];
