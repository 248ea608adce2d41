import { USCC_ALPHABET, buildUscc } from '../../schema/vocabulary/uscc.js';
import type { Random } from '../random.js';

/** From this day on new enterprises' organisation codes begin with MA (三证合一). */
const NEW_ORGANISATION_CODES = '2015-10-01';

/** Gives unified social credit codes that are valid (GB 32100, GB 11714) and never the same twice. */
export class UsccSource {
  readonly #given = new Set<string>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A code of that department and category, registered in that region on that day. */
  next(department: string, category: string, region: string, registeredOn: string): string {
    for (;;) {
      const organisation8 = this.#organisation8(department === '9' && registeredOn >= NEW_ORGANISATION_CODES);
      if (this.#given.has(organisation8)) continue;
      this.#given.add(organisation8);
      return buildUscc({ department, category, region, organisation8 });
    }
  }

  #organisation8(isNew: boolean): string {
    const serial = (length: number, alphabet: string): string =>
      Array.from({ length }, () => alphabet.charAt(this.#random.int(0, alphabet.length - 1))).join('');
    return isNew ? `MA${serial(6, USCC_ALPHABET)}` : serial(8, '0123456789');
  }
}
