import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonElements } from '../../subgraph/import/json-elements.js';
import { byLine, readHandedIn } from './read-handed-in.js';

const ROWS = [
  [2, { 编号: '1', 金额: '264000.0' }],
  [3, { 编号: '2', 金额: '12345678901234567.89' }],
];

describe('JSON is read', () => {
  it.each([
    ['array.json', '[\n{"编号":"1","金额":264000.0},\n{"编号":"2","金额":12345678901234567.89}\n]\n'],
    ['rows.json', '{"rows": [\n{"编号":1,"金额":264000.0},\n{"编号":2,"金额":12345678901234567.89}], "n": [1]}'],
    ['lines.ndjson', '\n{"编号":1,"金额":264000.0}\n{"编号":2,"金额":12345678901234567.89}\n'],
    ['lines.jsonl', '\n{"编号":1,"金额":264000.0}\n{"编号":2,"金额":12345678901234567.89}'],
  ])('%s, with the digits of its numbers', async (name, text) => {
    expect(byLine(await readHandedIn(name, text))).toEqual(ROWS);
  });

  it('with keys that come later, truth values, blanks and exponents', async () => {
    const rows = await readHandedIn('f.ndjson', '{"a":true}\n{"b":1e3,"a":null}\n{"a":" ","c":{"x":1}}\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      { a: 'TRUE' },
      { a: null, b: '1000' },
      { a: null, b: null, c: null },
    ]);
    expect(rows[2]?.faults).toMatchObject([{ index: 2, rule: 'FILE-CELL-NESTED' }]);
  });
});

it.each([
  ['cut off', '[{"a":1},\n{"a":', 'line 2'],
  ['without an array', '{"items": [{"a":1}]}', 'no array'],
  ['with a number among its rows', '[{"a":1},\n2]', 'line 2'],
  ['with arrays for rows', '[[1,2]]', 'line 1'],
  ['without a comma', '[{"a":1}\n{"a":2}]', 'line 2'],
  ['with a broken row', '[{"a":1},\n{"a":01}]', 'line 2'],
  ['with more closed than open', '[{"a":1}]]', 'line 1'],
])('JSON %s is refused', async (_, text, where) => {
  await expect(readHandedIn('f.json', text)).rejects.toMatchObject({
    rule: 'FILE-JSON',
    en: expect.stringContaining(where) as string,
  });
});

it('objects are those of JSON.parse, however the text is cut', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
  fc.assert(
    fc.property(
      fc.array(object, { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(3),
      fc.boolean(),
      (rows, size, indent, isInRows) => {
        const text = JSON.stringify(isInRows ? { rows, 'rows"': 1 } : rows, null, indent);
        const reader = new JsonElements();
        const found: unknown[] = [];
        for (let at = 0; at < text.length; at += size)
          for (const each of reader.read(text.slice(at, at + size))) found.push(JSON.parse(each.text));
        reader.end();
        expect(found).toEqual(JSON.parse(JSON.stringify(rows)));
      },
    ),
    { numRuns: 2000 },
  );
});
