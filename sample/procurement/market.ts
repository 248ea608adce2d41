import { addDays } from '../../schema/vocabulary/local-date.js';
import type { Random } from '../random.js';
import type { LegalPerson } from '../registry/legal-persons.js';

/** A firm that tenders is at least so many days old. */
const YOUNGEST = 200;

/** Who sells what: draws bidders of a trade that exist, are old enough and were never barred. */
export class Market {
  readonly #sellers = new Map<string, LegalPerson[]>();
  readonly #barred = new Map<string, Bar[]>();

  constructor(random: Random, persons: readonly LegalPerson[], trades: readonly string[]) {
    for (const trade of trades) {
      const sellers = persons.filter((person) => person.trade === trade && person.status === '存续');
      this.#sellers.set(trade, random.shuffled(sellers));
    }
  }

  /** Every firm in being of that trade. */
  sellersOf(trade: string): readonly LegalPerson[] {
    return this.#sellers.get(trade) ?? [];
  }

  /** Takes a firm off the market, for what it did. */
  bar(person: LegalPerson, from: string, to: string): void {
    this.#sellers.set(
      person.trade,
      this.sellersOf(person.trade).filter((other) => other !== person),
    );
    this.#barred.set(person.trade, [...(this.#barred.get(person.trade) ?? []), { person, from, to }]);
  }

  /** A firm of that trade that is barred on that day. */
  barredOn(trade: string, day: string): LegalPerson | undefined {
    return this.#barred.get(trade)?.find(({ from, to }) => from <= day && day <= to)?.person;
  }

  /** So many different firms that may bid on that day, and some of them much more often than others. */
  bidders(random: Random, trade: string, count: number, day: string, avoid?: LegalPerson): LegalPerson[] {
    const sellers = this.sellersOf(trade);
    const latest = addDays(day, -YOUNGEST);
    const chosen = new Set<LegalPerson>();
    for (let tries = 0; chosen.size < count; tries++) {
      if (tries > 2000) throw new RangeError(`not ${count} firms of the trade ${trade} on ${day}`);
      const seller = sellers[Math.floor(sellers.length * random.real(0, 1) ** 1.7)];
      if (seller && seller !== avoid && seller.establishedOn <= latest) chosen.add(seller);
    }
    return [...chosen];
  }
}

interface Bar {
  readonly person: LegalPerson;
  readonly from: string;
  readonly to: string;
}
