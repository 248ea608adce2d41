/** Every table of the exchange form that is read. */
import * as purchase from './purchase-tables.js';
import * as subject from './subject-tables.js';
import * as tender from './tender-tables.js';
import type { ExchangeTable } from './exchange-table.js';

export const EXCHANGE_TABLES: readonly ExchangeTable[] = [purchase, tender, subject].flatMap((tables) =>
  Object.values(tables),
);
