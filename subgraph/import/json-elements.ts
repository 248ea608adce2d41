/** JSON text in pieces → the objects of its array (or of its `rows`), each as its own text: a large file is never held. */
import { LONGEST_RECORD } from './csv-records.js';
import { UnreadableTable } from './unreadable-table.js';

export interface JsonElement {
  readonly text: string;
  /** Line where it begins, from 1. */
  readonly line: number;
}

const OUTSIDE = /["{}[\]\n]/g;
const INSIDE = /["\\\n]/g;

export class JsonElements {
  #line = 1;
  #depth = 0;
  #isString = false;
  #isEscaped = false;
  /** Depth at which the elements stand, once their array has begun; 0 after its end. */
  #level = -1;
  /** Text of the element so far, or of what stands between two. */
  #held = '';
  #elementLine = 0;
  #isElement = false;
  #isFirst = true;
  /** The last string of the outermost object: the key of the array that follows. */
  #key = '';

  read(piece: string): JsonElement[] {
    const found: JsonElement[] = [];
    // What is held ends where this piece begins.
    let from = 0;
    let at = 0;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at = 1;
    }
    while (at < piece.length) {
      const token = this.#isString ? INSIDE : OUTSIDE;
      token.lastIndex = at;
      const match = token.exec(piece);
      if (!match) break;
      at = match.index + 1;
      const letter = match[0];
      if (letter === '\n') this.#line += 1;
      else if (letter === '\\') {
        this.#isEscaped = at === piece.length;
        at += 1;
      } else if (letter === '"') {
        this.#isString = !this.#isString;
        if (this.#depth !== 1 || this.#level > 0) continue;
        if (this.#isString) from = at;
        else this.#key = this.#held + piece.slice(from, at - 1);
        this.#held = '';
      } else if (letter === '{' || letter === '[') {
        if (this.#depth === this.#level && this.#level > 0) {
          this.#between(this.#held + piece.slice(from, at - 1), letter);
          this.#isElement = true;
          this.#held = '';
          this.#elementLine = this.#line;
          from = at - 1;
        } else if (this.#opensRows(letter)) {
          this.#level = this.#depth + 1;
          this.#held = '';
          from = at;
        }
        this.#depth += 1;
      } else {
        this.#depth -= 1;
        if (this.#depth < 0) throw this.#broken();
        if (this.#isElement && this.#depth === this.#level) {
          found.push({ text: this.#held + piece.slice(from, at), line: this.#elementLine });
          this.#isElement = false;
          this.#isFirst = false;
          this.#held = '';
          from = at;
        } else if (this.#depth === this.#level - 1 && this.#level > 0) {
          this.#between(`${this.#held}${piece.slice(from, at - 1)}`, ']');
          this.#level = 0;
        }
      }
    }
    const isKey = this.#isString && this.#depth === 1;
    if (this.#level > 0 || isKey) this.#held += piece.slice(from);
    if (this.#held.length > LONGEST_RECORD) throw this.#broken();
    return found;
  }

  end(): void {
    if (this.#depth !== 0 || this.#isString) throw this.#broken();
    if (this.#level < 0)
      throw new UnreadableTable(
        'FILE-JSON',
        'JSON 里没有对象数组',
        'the JSON holds no array of objects',
        '写成 [{…}, {…}] 或 {"rows": [{…}, {…}]} / write [{…}, {…}] or {"rows": [{…}, {…}]}',
      );
  }

  #opensRows(letter: string): boolean {
    if (letter !== '[' || this.#level >= 0) return false;
    return this.#depth === 0 || (this.#depth === 1 && this.#key === 'rows');
  }

  /** Between two elements stands one comma, and nothing that would be passed over. */
  #between(text: string, next: string): void {
    const plain = text.trim();
    const isRight = next === ']' ? plain === '' : next === '{' && plain === (this.#isFirst ? '' : ',');
    if (!isRight) throw this.#broken();
  }

  #broken(): UnreadableTable {
    return brokenJson(this.#line);
  }
}

export const brokenJson = (line: number): UnreadableTable =>
  new UnreadableTable(
    'FILE-JSON',
    `第 ${line} 行处的 JSON 有误：每一行数据应是一个完整的对象`,
    `the JSON is malformed at line ${line}: each row is one whole object`,
    '重新导出该文件 / export the file again',
  );
