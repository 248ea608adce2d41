/**
 * Whether a key may have been seen before, in sixteen bytes a key: two hashes of it are kept, not the key. "No" is
 * certain; "perhaps" is for PostgreSQL to find out, which has all keys and can name the rows.
 */
export class SeenKeys {
  #slots = new Uint32Array(2 * 512);
  #count = 0;
  /** A key was given twice, or two keys look alike, or there are too many to remember. */
  mayRepeat = false;

  add(key: string): void {
    if (this.mayRepeat) return;
    if (this.#count >= this.#slots.length / 4) {
      if (this.#count >= MOST) {
        this.mayRepeat = true;
        this.#slots = new Uint32Array(0);
        return;
      }
      this.#grow();
    }
    let first = 0x81_1c_9d_c5;
    let second = 0x9e_37_79_b9;
    for (let index = 0; index < key.length; index++) {
      const code = key.charCodeAt(index);
      first = Math.imul(first ^ code, 0x01_00_01_93);
      second = Math.imul((second << 5) | (second >>> 27), 0x85_eb_ca_6b) ^ code;
    }
    this.mayRepeat = this.#put(first >>> 0, mixed(second) || 1);
    this.#count += 1;
  }

  /** True when the same two hashes are there already; a second hash of 0 marks a free slot. */
  #put(first: number, second: number): boolean {
    const mask = this.#slots.length / 2 - 1;
    for (let slot = mixed(first) & mask; ; slot = (slot + 1) & mask) {
      const at = 2 * slot;
      if (this.#slots[at + 1] === 0) {
        this.#slots[at] = first;
        this.#slots[at + 1] = second;
        return false;
      }
      if (this.#slots[at] === first && this.#slots[at + 1] === second) return true;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) if (old[at + 1]) this.#put(old[at] ?? 0, old[at + 1] ?? 0);
  }
}

/** Of so many keys the check takes 128 megabytes; beyond, PostgreSQL does it. */
const MOST = 8_000_000;

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7f_eb_35_2d);
  return (once ^ (once >>> 15)) >>> 0;
}
