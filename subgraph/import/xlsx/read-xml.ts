/** XML parts as events; a DOCTYPE is refused, so no entity but the five of XML exists. */
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { MEGABYTES_AT_MOST } from './limits.js';
import { broken, hasDtd, tooMuchMemory, XlsxFault } from './xlsx-fault.js';

export interface XmlEvents {
  /** Names without their prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** No part of a workbook nests as deep. */
const DEEPEST = 100;

export class XmlReader {
  readonly #parser = new SaxesParser();
  readonly #part: string;
  #decoder: TextDecoder | undefined;

  constructor(part: string, events: XmlEvents) {
    this.#part = part;
    const parser = this.#parser;
    parser.on('doctype', () => {
      throw new XlsxFault(hasDtd(part));
    });
    let depth = 0;
    parser.on('opentag', ({ name, attributes }) => {
      if (++depth > DEEPEST) throw new XlsxFault(broken(`${part}: 嵌套过深 / it nests too deep`));
      events.open?.(local(name), attributes);
    });
    if (events.text) parser.on('text', (text) => events.text?.(text));
    parser.on('closetag', ({ name }) => {
      depth -= 1;
      events.close?.(local(name));
    });
    parser.on('error', (error) => {
      throw error;
    });
  }

  write(bytes: Uint8Array): void {
    this.#strictly(() => {
      this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
    });
  }

  end(): void {
    this.#strictly(() => this.#parser.write(this.#decoder?.decode() ?? '').close());
  }

  #strictly(parse: () => void): void {
    try {
      parse();
    } catch (error) {
      if (error instanceof XlsxFault) throw error;
      // One text longer than a string can be.
      if (error instanceof RangeError) throw new XlsxFault(tooMuchMemory(MEGABYTES_AT_MOST));
      throw new XlsxFault(broken(`${this.#part}: ${(error as Error).message}`));
    }
  }
}

/** Reads a part whole. */
export async function readXml(part: string, bytes: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const reader = new XmlReader(part, events);
  for await (const piece of bytes) reader.write(piece);
  reader.end();
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
