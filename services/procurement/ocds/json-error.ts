const ESCAPE = String.raw`\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})`;
const STRING = String.raw`"(?:[^"\\\u0000-\u001f]+|${ESCAPE})*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])`;
const TOKEN = new RegExp(String.raw`[ \t\n\r]*(?:([{}[\],:])|(${STRING})|(${NUMBER}|(?:true|false|null)(?!\w)))`, 'y');
const SPACE = /[ \t\n\r]*/y;

/** What may stand next: a value, the first key or item of a container (or its end), a key, a colon, or what follows. */
type Expected = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'next';

/**
 * Where JSON text (RFC 8259) goes wrong, as an offset into it; its length when it only stops too early. V8's own
 * message names the place of some errors only.
 */
export function jsonErrorAt(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    SPACE.lastIndex = at;
    const start = at + (SPACE.exec(text)?.[0].length ?? 0);
    if (!match) return start;
    const next = step(match[1] ?? (match[2] === undefined ? 'literal' : 'string'), expected, open);
    if (next === null) return start;
    expected = next;
    at = TOKEN.lastIndex;
  }
}

function step(token: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  const container = open.at(-1);
  const isValue = expected === 'value' || expected === 'first-item';
  switch (token) {
    case '{':
    case '[':
      if (isValue) open.push(token);
      return isValue ? (token === '{' ? 'first-key' : 'first-item') : null;
    case '}':
      return container === '{' && (expected === 'first-key' || expected === 'next') ? (open.pop(), 'next') : null;
    case ']':
      return container === '[' && (expected === 'first-item' || expected === 'next') ? (open.pop(), 'next') : null;
    case ',':
      return container && expected === 'next' ? (container === '{' ? 'key' : 'value') : null;
    case ':':
      return expected === 'colon' ? 'value' : null;
    case 'string':
      if (expected === 'key' || expected === 'first-key') return 'colon';
      return isValue ? 'next' : null;
    default:
      return isValue ? 'next' : null;
  }
}
