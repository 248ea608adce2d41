/** A query's variables stand in its comment `# variables {…}`. */
export function variablesOf(query: string): Record<string, unknown> {
  const text = /^# variables (.*)$/m.exec(query)?.[1];
  return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
}
