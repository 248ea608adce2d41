/** A failure that an operator can act on, said in Chinese and in English; nothing in it is secret. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options);
    this.zh = zh;
    this.en = en;
  }
}
