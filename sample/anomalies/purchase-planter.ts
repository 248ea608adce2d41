import { type Fen, yuan } from '../fen.js';
import type { Market } from '../procurement/market.js';
import { type Bid, type Contract, type Lot, type Process, bidAmount } from '../procurement/process.js';
import type { Random } from '../random.js';
import type { Anomaly, Occasion } from './plan.js';

/** A purchase with one lot, awarded for an amount, and signed early enough that everything shows. */
export interface Whole {
  readonly process: Process;
  readonly lot: Lot;
  readonly winner: Bid;
  readonly contract: Contract;
}

export interface Room {
  readonly random: Random;
  readonly market: Market;
}

export interface Planter {
  readonly kind: Occasion;
  readonly suits: (whole: Whole, room: Room) => boolean;
  /** What was planted; one deed may break two rules. */
  readonly plant: (whole: Whole, room: Room) => Omit<Anomaly, 'kind'> | readonly Omit<Anomaly, 'kind'>[];
}

export const isOpen = ({ process }: Whole): boolean => process.method === '公开招标';
export const isContested = ({ lot }: Whole): boolean => lot.bids.filter((bid) => bid.isValid).length >= 3;

export function reprice({ contract }: Whole, amount: Fen): void {
  contract.amount = amount;
  contract.base = amount;
}

export function aboutAward({ process, lot, winner }: Whole): Pick<Anomaly, 'keys' | 'amounts'> {
  return {
    keys: { ocid: process.ocid, awardId: `${process.number}-A1`, uscc: winner.lead.uscc, buyer: process.buyer.id },
    amounts: { award: yuan(bidAmount(lot, winner)) },
  };
}
