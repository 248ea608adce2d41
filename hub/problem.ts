/** A failure that an operator can act on: printed as it is, without a stack, and the command ends with 1. */
export class HubProblem extends Error {
  override readonly name = 'HubProblem';

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options);
  }
}
