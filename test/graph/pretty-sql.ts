/** A statement as one line → the same over many lines, for reviewers: a line per clause and per column, lists indented. */
export function prettySql(sql: string): string {
  const printer = new Printer();
  for (const token of tokens(sql)) printer.add(token);
  return printer.text();
}

interface Token {
  readonly text: string;
  /** Whether a space stood before it. */
  readonly apart: boolean;
}

const TOKEN = /(\s*)('(?:[^']|'')*'|"(?:[^"]|"")*"|[\w.$"]+|[^\s\w])/g;
const CLAUSE = /^(from|where|limit|having|order by|group by|(left|cross|inner) join( lateral)?|union( all)?)\b/;
const SUBQUERY = /^(select|with)$/;

/** Words, quoted names, literals and signs; the words that begin a clause together. */
function* tokens(sql: string): Generator<Token> {
  let skip = 0;
  for (const match of sql.matchAll(TOKEN)) {
    if (match.index < skip) continue;
    const [, space = '', word = ''] = match;
    const start = match.index + space.length;
    const [clause] = CLAUSE.exec(sql.slice(start, start + 30)) ?? [];
    if (clause !== undefined) skip = start + clause.length;
    yield { text: clause ?? word, apart: space !== '' };
  }
}

interface Bracket {
  /** A subquery's lines are indented; what other brackets hold stays on its line. */
  readonly isSubquery: boolean;
  /** Indentation of the line it was opened on. */
  readonly around: string;
}

class Printer {
  readonly #lines: string[] = [''];
  readonly #brackets: Bracket[] = [];
  #isOpening = false;

  add(token: Token): void {
    const { text } = token;
    if (this.#isOpening) this.#open(text);
    if (text === ')') this.#close();
    else if (this.#isClauseLevel() && (CLAUSE.test(text) || text === 'select')) this.#clause(token);
    else this.#write(token);
    if (text === '(') this.#isOpening = true;
    if (text === ',' && this.#isClauseLevel()) this.#line(`${this.#inside()}  `);
  }

  text(): string {
    return this.#lines.map((line) => line.trimEnd()).join('\n');
  }

  #open(next: string): void {
    this.#isOpening = false;
    const around = /^ */.exec(this.#current())?.[0] ?? '';
    this.#brackets.push({ isSubquery: SUBQUERY.test(next), around });
    if (SUBQUERY.test(next)) this.#line(`${around}  `);
  }

  #close(): void {
    const bracket = this.#brackets.pop();
    if (bracket?.isSubquery) this.#line(bracket.around);
    this.#write({ text: ')', apart: false });
  }

  #clause({ text }: Token): void {
    if (this.#current().trim() !== '') this.#line(this.#inside());
    this.#write({ text, apart: false });
  }

  #write({ text, apart }: Token): void {
    const isFirst = this.#current().trim() === '';
    this.#lines[this.#lines.length - 1] += apart && !isFirst ? ` ${text}` : text;
  }

  #line(indent: string): void {
    this.#lines.push(indent);
  }

  #isClauseLevel(): boolean {
    return this.#brackets.at(-1)?.isSubquery ?? true;
  }

  #inside(): string {
    const bracket = this.#brackets.at(-1);
    return bracket ? `${bracket.around}  ` : '';
  }

  #current(): string {
    return this.#lines.at(-1) ?? '';
  }
}
