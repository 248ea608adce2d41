/** The parts of an XLSX container (ZIP): sizes are capped by what the directory says and by what really comes out. */
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { INFLATED_AT_MOST, PARTS_AT_MOST } from './limits.js';
import { broken, tooLarge, tooManyParts, XlsxFault } from './xlsx-fault.js';

export class ZipParts {
  readonly #file: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #seen = new Set<Entry>();
  #inflated = 0;

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#entries = entries;
  }

  static async open(path: string): Promise<ZipParts> {
    try {
      const file = await openPromise(path, { autoClose: false, strictFileNames: false });
      if (file.entryCount > PARTS_AT_MOST) throw new XlsxFault(tooManyParts(file.entryCount));
      const entries = new Map<string, Entry>();
      for await (const entry of file.eachEntry()) entries.set(partName(entry.fileName), entry);
      return new ZipParts(file, entries);
    } catch (error) {
      throw error instanceof XlsxFault ? error : new XlsxFault(broken((error as Error).message));
    }
  }

  get names(): string[] {
    return [...this.#entries.values()].map(({ fileName }) => fileName);
  }

  has(name: string): boolean {
    return this.#entries.has(partName(name));
  }

  /** Refuses parts that together are too large by their own account: nothing of them is unpacked. */
  checkSizes(names: readonly string[]): void {
    const size = names.reduce((sum, name) => sum + (this.#entries.get(partName(name))?.uncompressedSize ?? 0), 0);
    if (size > INFLATED_AT_MOST) throw new XlsxFault(tooLarge(INFLATED_AT_MOST / 1024 / 1024));
  }

  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(partName(name));
    if (!entry) throw new XlsxFault(broken(`缺少 ${name} / ${name} is missing`));
    // Sheets are read twice, first to see their heads; what is unpacked counts once.
    const isFirst = !this.#seen.has(entry);
    this.#seen.add(entry);
    let sum = 0;
    try {
      // A part that holds more than the directory says is an error of the stream.
      const stream = await this.#file.openReadStreamPromise(entry);
      for await (const bytes of stream as AsyncIterable<Buffer>) {
        sum = crc32(bytes, sum);
        if (isFirst) this.#inflated += bytes.length;
        if (this.#inflated > INFLATED_AT_MOST) throw new XlsxFault(tooLarge(INFLATED_AT_MOST / 1024 / 1024));
        yield bytes;
      }
    } catch (error) {
      throw error instanceof XlsxFault ? error : new XlsxFault(broken(`${name}: ${(error as Error).message}`));
    }
    if (sum !== entry.crc32) throw new XlsxFault(broken(`${name} 校验和不符 / the checksum of ${name} differs`));
  }

  close(): void {
    this.#file.close();
  }
}

/** Part names do not tell letters by case (ECMA-376 part 2). */
const partName = (name: string): string => name.replace(/^\/+/, '').replaceAll('\\', '/').toLowerCase();
