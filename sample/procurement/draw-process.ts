import { addDays } from '../../schema/vocabulary/local-date.js';
import { FIRST_DAY, addWorkdays, workdayFrom } from '../calendar.js';
import { OCID_PREFIX } from '../city.js';
import { type Fen, fenOf } from '../fen.js';
import type { Random } from '../random.js';
import type { Agency } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import type { Place } from '../registry/regions.js';
import { drawBids } from './bids.js';
import type { Category } from './catalogue.js';
import type { Market } from './market.js';
import {
  type Bid,
  type Contract,
  type Line,
  type Lot,
  type Method,
  type Process,
  type ProjectLink,
  bidAmount,
} from './process.js';
import { drawTimetable } from './timetable.js';

/** What is decided before a purchase is drawn. */
export interface Wish {
  readonly title: string;
  readonly description: string;
  readonly category: Category;
  readonly method: Method;
  readonly buyer: Agency;
  readonly payerOn: (day: string) => Agency;
  readonly place: Place;
  readonly noticeOn: string;
  readonly trade: string;
  readonly partnerTrade?: string;
  /** The lines of each lot; one list = no lots. */
  readonly lots: readonly (readonly Omit<Line, 'id'>[])[];
  readonly byRate?: boolean;
  readonly project?: ProjectLink;
  readonly retenderOf?: string;
  readonly outcome?: Process['outcome'];
  /** Draws the contract's days and payments once it is signed. */
  readonly perform: (contract: ContractStart, lot: Lot) => Pick<Contract, 'start' | 'end' | 'payments' | 'changes'>;
}

export interface ContractStart {
  readonly no: string;
  readonly signedOn: string;
  readonly base: Fen;
}

/** Draws whole purchases that break no rule; numbers them by the year of their notice. */
export class ProcessSource {
  readonly #random: Random;
  readonly #market: Market;
  readonly #agents: readonly LegalPerson[];
  readonly #centre: Agency;
  readonly #serials = new Map<string, number>();

  constructor(random: Random, market: Market, agents: readonly LegalPerson[], centre: Agency) {
    this.#random = random;
    this.#market = market;
    this.#agents = agents;
    this.#centre = centre;
  }

  draw(wish: Wish): Process {
    const random = this.#random;
    const { method, noticeOn, outcome = 'AWARDED' } = wish;
    const number = this.#number(noticeOn.slice(0, 4));
    const days = drawTimetable(
      random,
      method,
      noticeOn,
      outcome === 'AWARDED' && method !== '单一来源采购' && random.chance(0.07),
    );
    const planningOn = workdayFrom(addDays(noticeOn, -random.int(32, 50)));
    const lots = wish.lots.map((lines, at): Lot => this.#lot(wish, lines, number, wish.lots.length > 1 ? at + 1 : 0));
    const process: Process = {
      ocid: `${OCID_PREFIX}-YGCG-${number}`,
      number,
      title: wish.title,
      description: wish.description,
      noticeOn,
      outcome,
      lots,
      category: wish.category,
      method,
      buyer: wish.buyer,
      payerOn: wish.payerOn,
      place: wish.place,
      enquiryEnd: days.enquiryEnd,
      firstDeadline: days.firstDeadline,
      amendedOn: days.amendedOn,
      deadline: days.deadline,
      candidatesFrom: days.candidatesFrom,
      candidatesTo: days.candidatesTo,
      awardOn: days.awardOn,
      agent: wish.category === 'goods' && random.chance(0.35) ? this.#centre : random.pick(this.#agents),
      project: wish.project ?? null,
      retenderOf: wish.retenderOf ?? '',
      planningOn: planningOn >= FIRST_DAY && random.chance(0.6) ? planningOn : '',
      cancelledOn: outcome === 'CANCELLED' ? addWorkdays(noticeOn, random.int(3, 8)) : '',
      byRate: wish.byRate ?? false,
      misprints: new Map(),
    };
    if (outcome === 'AWARDED') this.#award(process, wish, days.signedOn);
    return process;
  }

  #number(year: string): string {
    const serial = (this.#serials.get(year) ?? 0) + 1;
    this.#serials.set(year, serial);
    return `${year}-${String(serial).padStart(5, '0')}`;
  }

  #lot(wish: Wish, drawn: readonly Omit<Line, 'id'>[], number: string, serial: number): Lot {
    const random = this.#random;
    const id = serial === 0 ? '' : `${number}-P${serial}`;
    const lines = drawn.map((line, at): Line => ({ id: `${id || number}-I${at + 1}`, ...line }));
    const budget = lines.reduce((sum, line) => sum + line.quantity * line.price, 0);
    const hasCeiling = wish.category === 'works' || random.chance(0.3);
    const ceiling = hasCeiling ? fenOf((budget / 100) * random.real(0.96, 1), 1000) : budget;
    const count = wish.outcome === 'UNSUCCESSFUL' ? { count: 2 } : {};
    const isOpened = wish.outcome !== 'CANCELLED';
    const room = {
      trade: wish.trade,
      partnerTrade: wish.partnerTrade ?? '',
      method: wish.method,
      day: wish.noticeOn,
      lines,
      budget,
      ceiling: Math.min(ceiling, budget),
      byRate: wish.byRate ?? false,
      prefix: id || number,
      ...count,
    };
    const bids = isOpened ? drawBids(random, this.#market, room) : [];
    const title =
      serial === 0 ? wish.title : `${wish.title}（第${serial}${wish.category === 'works' ? '标段' : '包'}）`;
    return { id, title, lines, budget, ceiling: room.ceiling, bids, winner: null, contract: null };
  }

  #award(process: Process, wish: Wish, signedOn: string): void {
    for (const [at, lot] of process.lots.entries()) {
      const [first] = lot.bids;
      if (!first) continue;
      lot.winner = first;
      lot.contract = this.#contract(process, lot, first, wish, signedOn, at + 1);
    }
  }

  #contract(process: Process, lot: Lot, winner: Bid, wish: Wish, signedOn: string, serial: number): Contract {
    const amount = process.byRate ? null : bidAmount(lot, winner);
    const start = { no: `YGHT-${process.number}-${serial}`, signedOn, base: amount ?? Math.round(lot.budget * 0.9) };
    return {
      ...start,
      amount,
      publishedOn: addWorkdays(signedOn, this.#random.int(0, 2)),
      ...wish.perform(start, lot),
    };
  }
}

/** Puts a contract's signing and all that follows it off by so many days. */
export function postpone(contract: Contract, days: number): void {
  for (const day of ['signedOn', 'publishedOn', 'start', 'end'] as const)
    contract[day] = workdayFrom(addDays(contract[day], days));
  for (const payment of contract.payments) payment.on = workdayFrom(addDays(payment.on, days));
}
