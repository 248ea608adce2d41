import { addDays } from '../../schema/vocabulary/local-date.js';
import { LAST_DAY, addWorkdays, drawNoticeDay } from '../calendar.js';
import { thresholdsOn } from '../city.js';
import { type Fen, fenOf } from '../fen.js';
import type { Random } from '../random.js';
import { type Agency, type AgencyRegister, isThere } from '../registry/agencies.js';
import type { ProcessSource, Wish } from './draw-process.js';
import { performByTime } from './pay-by-time.js';
import type { Line, Method, Process } from './process.js';
import { PURCHASES, type Purchase } from './purchases.js';
import type { SplitGuard } from './split-guard.js';

type DrawnLine = Omit<Line, 'id'>;

// 询价 is for goods of one standard only (政府采购法 art. 32).
const SMALL_METHODS: Readonly<Record<'goods' | 'services', readonly (readonly [Method, number])[]>> = {
  goods: [
    ['竞争性磋商', 34],
    ['竞争性谈判', 14],
    ['询价', 26],
    ['公开招标', 14],
    ['邀请招标', 4],
    ['单一来源采购', 8],
  ],
  services: [
    ['竞争性磋商', 60],
    ['竞争性谈判', 10],
    ['公开招标', 17],
    ['邀请招标', 5],
    ['单一来源采购', 8],
  ],
};
/** A buyer must be there this long before the notice (its intention) and after it (its contract). */
const BEFORE = 55;
const AFTER = 120;

interface Room {
  readonly random: Random;
  readonly agencies: AgencyRegister;
  readonly processes: ProcessSource;
  readonly guard: SplitGuard;
  /** What follows a tender that failed; 公开招标 unless an anomaly is planted. */
  readonly methodAfterFailure: (failed: Process) => Method;
}

/** Draws purchases that belong to no investment project; a tender that failed brings its repetition along. */
export class StandaloneSource {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  next(): Process[] {
    const { random, guard } = this.#room;
    for (let tries = 0; ; tries++) {
      const noticeOn = drawNoticeDay(random);
      const purchase = random.weighted(PURCHASES.map((kind) => [kind, kind.weight] as const));
      const buyer = this.#buyer(purchase, noticeOn);
      if (!buyer) continue;
      const { openTender, goods } = thresholdsOn(noticeOn);
      // After some tries in vain a big purchase, which can be no split.
      const target = tries > 15 ? openTender * random.real(1.2, 2.5) : this.#budget(purchase, goods);
      const lines = this.#lines(purchase, target, openTender);
      const budget = budgetOf(lines);
      const isSmall = budget < openTender;
      if (budget < goods || (isSmall && !guard.allows(buyer.id, codesOf(lines), noticeOn))) continue;
      if (isSmall) guard.note(buyer.id, codesOf(lines), noticeOn);
      return this.#draw(purchase, buyer, noticeOn, lines, isSmall);
    }
  }

  /** A purchase of that kind, body, day and method, for what must look a certain way. */
  draw(purchase: Purchase, buyer: Agency, noticeOn: string, lines: readonly DrawnLine[], method: Method): Process {
    return this.#room.processes.draw(this.#wish(purchase, buyer, noticeOn, lines, method));
  }

  /** Lines of a purchase that come to about that budget. */
  linesFor(purchase: Purchase, target: Fen): DrawnLine[] {
    const { random } = this.#room;
    const [first] = purchase.lines;
    if (first && first.price === 0) {
      return [{ ...first, quantity: 1, price: fenOf(target / 100, 1000) }];
    }
    const kinds = purchase.lines.length > 1 && random.chance(0.7) ? purchase.lines : purchase.lines.slice(0, 1);
    return kinds.map((line): DrawnLine => {
      const price = fenOf(line.price * random.real(0.9, 1.1), line.price > 500 ? 10 : 1);
      return { ...line, quantity: Math.max(1, Math.round(target / kinds.length / price)), price };
    });
  }

  #draw(purchase: Purchase, buyer: Agency, noticeOn: string, lines: readonly DrawnLine[], isSmall: boolean): Process[] {
    const { random, processes } = this.#room;
    const method = isSmall ? random.weighted(SMALL_METHODS[purchase.category]) : '公开招标';
    const wish = this.#wish(purchase, buyer, noticeOn, lines, method);
    const outcome = isSmall
      ? random.weighted([
          ['AWARDED', 98.5],
          ['CANCELLED', 1.5],
        ] as const)
      : random.weighted([
          ['AWARDED', 91],
          ['CANCELLED', 2],
          ['UNSUCCESSFUL', 7],
        ] as const);
    const process = processes.draw({ ...wish, outcome });
    if (outcome !== 'UNSUCCESSFUL') return [process];
    const again = addWorkdays(process.awardOn, random.int(6, 15));
    // In a year of higher thresholds the repetition could be small, and look like part of a split.
    const isSmallThen = budgetOf(lines) < thresholdsOn(again).openTender;
    if (again > LAST_DAY || isSmallThen || !isThere(buyer, addDays(again, AFTER))) return [process];
    const next = this.#room.methodAfterFailure(process);
    const title = `${wish.title}（${next === '公开招标' ? '二次' : '单一来源'}）`;
    return [process, processes.draw({ ...wish, title, noticeOn: again, method: next, retenderOf: process.ocid })];
  }

  #wish(purchase: Purchase, buyer: Agency, noticeOn: string, lines: readonly DrawnLine[], method: Method): Wish {
    const { random, agencies } = this.#room;
    const year = noticeOn.slice(0, 4);
    const named = random.chance(0.6) ? `${buyer.name}${year}年度` : `${buyer.name}`;
    const inLots = method === '公开招标' && lines.length > 1 && random.chance(0.3);
    return {
      title: `${named}${purchase.what}采购项目`,
      description: `${buyer.shortName}采购${lines.map(({ what, quantity, unit }) => `${what}${quantity}${unit}`).join('、')}`,
      category: purchase.category,
      method,
      buyer,
      place: buyer.place,
      noticeOn,
      trade: purchase.trade,
      payerOn: (day) => agencies.heirOn(buyer, day),
      lots: inLots ? lines.map((line) => [line]) : [lines],
      byRate: purchase.byRate,
      perform: (start) => performByTime(random, start, purchase.category, purchase.months),
    };
  }

  #lines(purchase: Purchase, target: Fen, openTender: Fen): DrawnLine[] {
    const lines = this.linesFor(purchase, target);
    const [first] = purchase.lines;
    // Cleaning and collection are tendered by district when they are big.
    const byDistrict = first?.price === 0 && target > openTender * 2 && this.#room.random.chance(0.25);
    if (!byDistrict || !first) return lines;
    return ['城东片区', '城西片区'].map((part): DrawnLine => {
      return { ...first, what: `${first.what}（${part}）`, quantity: 1, price: fenOf(target / 200, 1000) };
    });
  }

  #budget(purchase: Purchase, least: Fen): Fen {
    return Math.max(least * 1.02, fenOf(this.#room.random.logNormal(purchase.median, 0.6), 100));
  }

  #buyer(purchase: Purchase, noticeOn: string): Agency | undefined {
    const { random, agencies } = this.#room;
    const there = agencies.throughout(addDays(noticeOn, -BEFORE), addDays(noticeOn, AFTER));
    const able =
      purchase.buyers.length === 0 ? there : there.filter((agency) => purchase.buyers.includes(roleOf(agency)));
    return able.length === 0 ? undefined : random.pick(able);
  }
}

/** What a body buys like: a further school like the first one. */
function roleOf(agency: Agency): string {
  if (!agency.key.startsWith('institution')) return agency.key;
  return agency.name.endsWith('医院') ? 'hospital' : 'school';
}

function codesOf(lines: readonly DrawnLine[]): Set<string> {
  return new Set(lines.map(({ code }) => code));
}

function budgetOf(lines: readonly DrawnLine[]): Fen {
  return lines.reduce((sum, line) => sum + line.quantity * line.price, 0);
}
