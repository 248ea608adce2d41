import type { Fen } from '../fen.js';
import type { Agency } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import type { Place } from '../registry/regions.js';
import type { Category } from './catalogue.js';

export type Method = '公开招标' | '邀请招标' | '竞争性磋商' | '竞争性谈判' | '询价' | '单一来源采购';

/** A purchase from the first notice to the last payment, as it truly was; what is published of it is cut at the last day. */
export interface Process {
  readonly ocid: string;
  /** Number inside contract and lot numbers, such as 2023-00042. */
  readonly number: string;
  title: string;
  readonly description: string;
  readonly category: Category;
  method: Method;
  readonly buyer: Agency;
  /** Who pays on a day: the buyer or its successor. */
  readonly payerOn: (day: string) => Agency;
  readonly agent: LegalPerson | Agency;
  readonly place: Place;
  /** What the project it belongs to is called and coded, and what of it the notices print. */
  readonly project: ProjectLink | null;
  readonly retenderOf: string;
  readonly planningOn: string;
  noticeOn: string;
  enquiryEnd: string;
  /** The deadline first announced, blank unless it was put off. */
  readonly firstDeadline: string;
  readonly amendedOn: string;
  readonly deadline: string;
  readonly outcome: 'AWARDED' | 'UNSUCCESSFUL' | 'CANCELLED';
  readonly cancelledOn: string;
  /** First and last day of the candidates' notice, blank when there is none. */
  candidatesFrom: string;
  candidatesTo: string;
  readonly awardOn: string;
  readonly byRate: boolean;
  readonly lots: Lot[];
  /** How a notice names a party when it differs from the register. */
  readonly misprints: Map<string, { readonly name?: string; readonly phone?: string; readonly address?: string }>;
}

export interface ProjectLink {
  readonly code: string;
  readonly title: string;
  printed: 'CODE' | 'TITLE' | 'MANUAL' | 'NONE';
}

export interface Lot {
  /** Blank when the process has but one. */
  readonly id: string;
  readonly title: string;
  lines: readonly Line[];
  readonly budget: Fen;
  readonly ceiling: Fen;
  bids: Bid[];
  /** The bid that the award went to. */
  winner: Bid | null;
  contract: Contract | null;
}

export interface Line {
  readonly id: string;
  readonly code: string;
  readonly what: string;
  readonly unit: string;
  readonly quantity: number;
  /** Of one unit, as budgeted. */
  readonly price: Fen;
}

export interface Bid {
  readonly id: string;
  lead: LegalPerson;
  readonly partner: LegalPerson | null;
  /** Share of the budgeted prices that the bidder asks. */
  factor: number;
  /** Words of a bid that is no amount, else blank. */
  readonly rate: string;
  readonly score: number;
  rank: number;
  readonly isValid: boolean;
}

export interface Contract {
  readonly no: string;
  signedOn: string;
  publishedOn: string;
  start: string;
  end: string;
  /** null when only a rate was agreed. */
  amount: Fen | null;
  /** What the shares of the payments are shares of. */
  base: Fen;
  payments: Payment[];
  readonly changes: Change[];
}

export interface Payment {
  on: string;
  /** Share of the contract paid once this payment is made. */
  upTo: number;
}

/** A change of a contract: an order of the project and an amendment of the contract in one. */
export interface Change {
  readonly id: string;
  readonly kind: '价款变更' | '工期变更' | '范围变更';
  readonly on: string;
  readonly delta: Fen;
  readonly days: number;
  readonly reason: string;
  /** Blank = not approved. */
  readonly approvalNo: string;
}

/** What a bidder who asks that share of the budgeted prices wants for one unit. */
export function unitPrice(line: Line, factor: number): Fen {
  return Math.max(1, Math.round(line.price * factor));
}

/** What the lines come to at that share of the budgeted prices. */
export function linesTotal(lines: readonly Line[], factor: number): Fen {
  return lines.reduce((sum, line) => sum + line.quantity * unitPrice(line, factor), 0);
}

/** What a bid comes to. */
export function bidAmount(lot: Lot, bid: Bid): Fen {
  return linesTotal(lot.lines, bid.factor);
}

/** What each payment comes to; rounding never loses a fen. */
export function paymentAmounts(contract: Contract): Fen[] {
  let paid = 0;
  return contract.payments.map(({ upTo }) => {
    const amount = Math.round(contract.base * upTo) - paid;
    paid += amount;
    return amount;
  });
}
