import type { Random } from '../random.js';

/** One planted anomaly: which rule it breaks and in which records; amounts in yuan as decimal strings. */
export interface Anomaly {
  /** Rule id of the validation rules, such as T08. */
  readonly rule: string;
  /** What kind of breach, such as BARRED_WINNER. */
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
  readonly amounts: Readonly<Record<string, string>>;
}

/** How many of each kind are planted, and among how many first occasions they are spread. */
const WANTED = {
  BARRED_WINNER: [3, 12],
  AWARD_ABOVE_CEILING: [3, 200],
  CONTRACT_NOT_AWARD: [2, 200],
  SIGNED_LATE: [2, 150],
  SINGLE_BIDDER_OPEN: [2, 80],
  NOT_FIRST_CANDIDATE: [2, 80],
  IDENTICAL_BIDS: [2, 80],
  SAME_PHONE: [1, 80],
  DIRECT_AFTER_FAILURE: [2, 4],
  NO_CONTRACT_NOTICE: [2, 150],
  TWO_NAMES: [2, 200],
  PAID_AHEAD: [3, 8],
  PAID_ABOVE_CONTRACT: [1, 20],
  CONTRACT_OUTSIDE_PROJECT: [2, 30],
  CHANGE_NOT_APPROVED: [2, 25],
  CONTRACTS_ABOVE_ESTIMATE: [2, 12],
  HOLDER_IS_SUPPLIER: [2, 10],
  STARTED_BEFORE_LAND: [2, 14],
  CUMULATIVE_BREAK: [2, 12],
  OVER_BUDGET: [2, 16],
  FUNDING_NOT_TOTAL: [2, 40],
  DONE_NOT_COMPLETED: [1, 3],
  COMPLETED_NOT_DONE: [1, 10],
  QUARTER_MISSING: [2, 40],
  LATE_START: [2, 40],
  LATE_COMPLETION: [2, 12],
  MANUAL_LINK: [6, 12],
  INSTALMENTS_NOT_PRICE: [3, 90],
  LAND_DATE_ORDER: [2, 120],
  LAND_NO_YEAR: [2, 120],
  SIGNED_BEFORE_AWARD: [1, 150],
  SHORT_NOTICE: [2, 60],
  CONTRACT_ABOVE_CEILING: [1, 100],
  WINNER_NOT_BIDDER: [1, 60],
  NO_FIRST_CANDIDATE: [1, 60],
  NOT_OPEN_ABOVE_LIMIT: [1, 60],
  SAME_ADDRESS: [1, 15],
  ITEM_OF_OTHER_CATEGORY: [1, 25],
  START_AFTER_END: [1, 2],
  PLAN_IN_OTHER_UNIT: [1, 20],
  CHANGE_OF_NO_CONTRACT: [1, 20],
  APPROVAL_OF_OTHER_YEAR: [1, 40],
  AUTHORITY_UNKNOWN: [1, 30],
  PRICE_MISSING: [1, 120],
  AREA_IN_OTHER_UNIT: [1, 120],
  HOLDER_OF_OTHER_NAME: [1, 120],
  REGION_THAT_ENDED: [1, 6],
} as const satisfies Record<string, readonly [number, number]>;

export type Occasion = keyof typeof WANTED;

/** Says when to plant: the same occasions for the same seed, spread over those that come first. */
export class Plan {
  readonly anomalies: Anomaly[] = [];
  readonly #due = new Map<string, number[]>();

  constructor(random: Random, scale: number) {
    for (const [kind, [count, among]] of Object.entries(WANTED)) {
      const occasions = Array.from({ length: Math.max(count, Math.floor(among * Math.min(1, scale))) }, (_, at) => at);
      this.#due.set(kind, random.shuffled(occasions).slice(0, count));
    }
  }

  /** Whether this occasion, which would suit that kind, is one to plant at; call it once for each occasion. */
  takes(kind: Occasion): boolean {
    const left = (this.#due.get(kind) ?? []).map((occasions) => occasions - 1);
    this.#due.set(
      kind,
      left.filter((occasions) => occasions >= 0),
    );
    return left.includes(-1);
  }

  /** Lets what is still due of these kinds come at the next occasions: few are left. */
  hurry(kinds: readonly Occasion[]): void {
    for (const kind of kinds) this.#due.set(kind, [...(this.#due.get(kind) ?? []).keys()]);
  }

  /** Puts an occasion that turned out impossible off to the next one. */
  postpone(kind: Occasion): void {
    this.#due.set(kind, [...(this.#due.get(kind) ?? []), 0]);
  }

  /** Kinds that found too few occasions. */
  unplanted(): string[] {
    return [...this.#due].filter(([, left]) => left.length > 0).map(([kind]) => kind);
  }

  note(anomaly: Anomaly): void {
    this.anomalies.push(anomaly);
  }
}
