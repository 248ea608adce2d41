/** `data` as PostgreSQL printed it, field by field: what goes to the socket is never taken apart on the way. */
export class AnswerText {
  constructor(private readonly fields: readonly { readonly key: string; readonly text: string }[]) {}

  /** The JSON object. */
  get text(): string {
    return `{${this.fields.map(({ key, text }) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
  }

  /** The same as a JavaScript value, for a caller in this process. */
  get value(): Record<string, unknown> {
    return Object.fromEntries(this.fields.map(({ key, text }) => [key, JSON.parse(text) as unknown]));
  }
}

interface Result {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: unknown;
}

/** An execution result as JSON text; data that is text already passes as it is. */
export function stringifyAnswer({ data, ...rest }: Result): string {
  if (!(data instanceof AnswerText)) return JSON.stringify({ data, ...rest });
  const others = JSON.stringify(rest);
  return others === '{}' ? `{"data":${data.text}}` : `${others.slice(0, -1)},"data":${data.text}}`;
}
