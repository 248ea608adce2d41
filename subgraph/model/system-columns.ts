/** Columns that every published table has beside its own: when and from where a row came, and the proof of its content. */
export interface SystemColumn {
  readonly property: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly default?: string;
}

export const SINCE = 'hub_since';
export const BATCH = 'hub_batch';
export const SHEET = 'hub_sheet';
export const LINE = 'hub_row';
export const HASH = 'hub_hash';
/** Of the history only: the instant from which the version no longer held. */
export const UNTIL = 'hub_until';

export const SYSTEM_COLUMNS: readonly SystemColumn[] = [
  { property: 'hubSince', name: SINCE, type: 'timestamptz(3)', nullable: false, default: 'hub.instant()' },
  { property: 'hubBatch', name: BATCH, type: 'text', nullable: false, default: 'hub.batch()' },
  { property: 'hubSheet', name: SHEET, type: 'text', nullable: true },
  { property: 'hubRow', name: LINE, type: 'integer', nullable: true },
  { property: 'hubHash', name: HASH, type: 'bytea', nullable: true },
];

export const historyTable = (table: string): string => `${table}_history`;
