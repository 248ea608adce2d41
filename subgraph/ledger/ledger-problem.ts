/** An act that the ledger refuses, with what to do instead: an operator reads it as it is. */
export class LedgerProblem extends Error {
  override readonly name = 'LedgerProblem';

  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh}\n${en}`);
  }
}
