/** What is wrong with an input, where exactly, by which rule, and what to do: in both languages. */
export interface Finding {
  readonly rule: string;
  /** E refuses, W keeps and flags, I informs. */
  readonly severity: 'E' | 'W' | 'I';
  readonly file: string;
  /** Where inside: `第 12 行，列“成立日期”`, or a JSON pointer. */
  readonly path: string;
  /** The value as found, shortened. */
  readonly value: string;
  readonly zh: string;
  readonly en: string;
  readonly remedy?: string;
  /** The same place for programs: sheet, line from 1, head of the column. */
  readonly sheet?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
  /** The record it is about: GraphQL type name and key, where the row has one in spite of it. */
  readonly entity?: string;
  readonly key?: string;
  /** The column can hold the value as it is: it may be accepted as officially published. */
  readonly acceptable?: boolean;
}

const LONGEST_VALUE = 60;

export const shorten = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
};
