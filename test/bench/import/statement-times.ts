import type { Client } from 'pg';

/** What takes the time: how long statements were under way, by their first words. */
export function timeStatements(client: Client): () => Record<string, number> {
  const times = new Map<string, number>();
  const add = (label: string, milliseconds: number): void =>
    void times.set(label, (times.get(label) ?? 0) + milliseconds);
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  (client as { query: unknown }).query = (...given: unknown[]): unknown => {
    const began = performance.now();
    const [first] = given;
    const result = query(...given);
    if (typeof first === 'string' && result instanceof Promise)
      void result.then(
        () => add(labelOf(first), performance.now() - began),
        () => undefined,
      );
    else if (typeof first === 'object' && first !== null && 'once' in first)
      (first as NodeJS.EventEmitter).once('finish', () => add('copy', performance.now() - began));
    return result;
  };
  return () =>
    Object.fromEntries(
      [...times]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, 12)
        .map(([label, time]) => [label, Math.round(time)]),
    );
}

const labelOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 70);
