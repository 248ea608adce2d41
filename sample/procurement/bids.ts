import type { Fen } from '../fen.js';
import type { Random } from '../random.js';
import type { Market } from './market.js';
import { type Bid, type Line, type Method, linesTotal } from './process.js';

const BIDDERS: Readonly<Record<Method, readonly (readonly [number, number])[]>> = {
  公开招标: [
    [3, 26],
    [4, 26],
    [5, 24],
    [6, 14],
    [7, 10],
  ],
  邀请招标: [
    [3, 80],
    [4, 20],
  ],
  竞争性磋商: [
    [3, 70],
    [4, 25],
    [5, 5],
  ],
  竞争性谈判: [
    [3, 80],
    [4, 20],
  ],
  询价: [
    [3, 75],
    [4, 25],
  ],
  单一来源采购: [[1, 1]],
};

interface Room {
  readonly trade: string;
  /** A second trade that a consortium's partner comes from, blank = nobody joins up. */
  readonly partnerTrade: string;
  readonly method: Method;
  readonly day: string;
  readonly lines: readonly Line[];
  readonly budget: Fen;
  readonly ceiling: Fen;
  readonly byRate: boolean;
  readonly prefix: string;
  /** Fixed number of bidders, for tenders that fail. */
  readonly count?: number;
}

/** Draws who bids what: all below the ceiling, no two alike, best first by rank. */
export function drawBids(random: Random, market: Market, room: Room): Bid[] {
  const count = room.count ?? random.weighted(BIDDERS[room.method]);
  const firms = market.bidders(random, room.trade, count, room.day);
  const isDirect = room.method === '单一来源采购';
  const bids: Bid[] = [];
  for (const [at, lead] of firms.entries()) {
    const joins = room.partnerTrade !== '' && random.chance(0.3);
    const [partner = null] = joins ? market.bidders(random, room.partnerTrade, 1, room.day, lead) : [];
    const isFree = bids.every((other) => other.partner !== partner || partner === null);
    bids.push({
      id: `${room.prefix}-B${at + 1}`,
      lead,
      partner: isFree ? partner : null,
      rank: 0,
      factor: unlikeFactor(random, room, bids, isDirect),
      rate: room.byRate ? unlikeRate(random, bids) : '',
      score: random.int(7200, 9600) / 100,
      isValid: at < 3 || !random.chance(0.15),
    });
  }
  rank(bids, room);
  return bids;
}

// Redrawn until no other bid has the same sum: identical bids are an anomaly.
function unlikeFactor(random: Random, room: Room, others: readonly Bid[], isDirect: boolean): number {
  const top = room.ceiling / room.budget;
  for (;;) {
    const asked = isDirect ? random.real(0.955, 0.995) : Math.min(0.995, Math.max(0.78, random.normal(0.925, 0.035)));
    const factor = asked * top;
    const sum = linesTotal(room.lines, factor);
    if (sum < room.ceiling && others.every((other) => linesTotal(room.lines, other.factor) !== sum)) return factor;
  }
}

function unlikeRate(random: Random, others: readonly Bid[]): string {
  for (;;) {
    const rate = `下浮率${(random.int(600, 1800) / 100).toFixed(2)}%`;
    if (others.every((other) => other.rate !== rate)) return rate;
  }
}

// Negotiation and price inquiry go to the lowest price, the rest to the best score; invalid bids come last.
function rank(bids: Bid[], room: Room): void {
  const isByPrice = room.method === '竞争性谈判' || room.method === '询价';
  bids.sort((a, b) => {
    if (a.isValid !== b.isValid) return a.isValid ? -1 : 1;
    return isByPrice && !room.byRate ? a.factor - b.factor : b.score - a.score;
  });
  for (const [at, bid] of bids.entries()) bid.rank = at + 1;
}
