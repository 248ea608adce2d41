/** A file that cannot be read as a table at all: the rule, one sentence in each language, and what to do. */
export class UnreadableTable extends Error {
  constructor(
    readonly rule: string,
    readonly zh: string,
    readonly en: string,
    readonly remedy: string,
  ) {
    super(en);
  }
}
