import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { curlLine, readExamples } from './examples.js';

test('examples come in the order of their files, with the first comment as title', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'examples-'));
  writeFileSync(path.join(folder, '2-b.graphql'), '{ b }');
  writeFileSync(path.join(folder, '1-a.graphql'), '# 甲 / A\n# more\n{ a }');
  writeFileSync(path.join(folder, 'notes.md'), '');
  expect(readExamples(folder)).toEqual([
    { title: '甲 / A', query: '# 甲 / A\n# more\n{ a }' },
    { title: '2-b', query: '{ b }' },
  ]);
  rmSync(folder, { recursive: true });
});

test('a shell gives curl exactly the query, whatever it quotes', () => {
  const query = `# comment\n{ contracts(filter: { title: { contains: "it's 应急 \\"x\\" $HOME" } }) { nodes { id } } }`;
  const line = curlLine('http://127.0.0.1:4000', query);
  expect(line).not.toContain('\n');
  const shown = execFileSync('sh', ['-c', line.replace(/^curl -s/, 'printf "%s\\n"')], { encoding: 'utf8' });
  const [url, , , , body] = shown.trimEnd().split('\n');
  expect(url).toBe('http://127.0.0.1:4000/graphql');
  expect(JSON.parse(String(body))).toEqual({
    query: `{contracts(filter:{title:{contains:"it's 应急 \\"x\\" $HOME"}}){nodes{id}}}`,
  });
});
