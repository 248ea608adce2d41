/** Where rows, records and the log disagree: what `hub log verify` says, in both languages. */
export interface Fault {
  readonly zh: string;
  readonly en: string;
  /** `service.table`, of the history too, or a table of the schema `hub`. */
  readonly table?: string;
  /** Key of the row or record. */
  readonly key?: string;
  readonly batch?: string;
  /** Number of the log's entry. */
  readonly entry?: string;
}

/** Faults kept to be shown; all are counted. A table that was overwritten as a whole has one per row. */
const KEPT = 200;
/** Rows named of one kind of fault in one table. */
export const NAMED_ROWS = 20;

export class Faults {
  readonly kept: Fault[] = [];
  count = 0;

  add(fault: Fault, times = 1): void {
    this.count += times;
    if (this.kept.length < KEPT) this.kept.push(fault);
  }

  /** The rows that a statement with `key` and `total` (of all such rows) found; the first few are named. */
  addRows(rows: readonly { key: string; total: string }[], describe: (key: string) => Fault): void {
    for (const { key } of rows) this.add(describe(key));
    const more = Number(rows[0]?.total ?? 0) - rows.length;
    const [first] = rows;
    if (more <= 0 || !first) return;
    const { table } = describe(first.key);
    const and = { zh: `${table ?? ''} 另有 ${more} 行同样不符`, en: `${more} more rows of ${table ?? ''} likewise` };
    this.add({ ...and, ...(table !== undefined && { table }) }, more);
  }
}
