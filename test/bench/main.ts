import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.js';
import { CASES } from './read/cases.js';
import { benchRead } from './read/read-bench.js';
import { renderReport } from './read/report.js';

const FULL = { rounds: 5, milliseconds: 1000 };
/** To look at one case while working on it; too short for a figure that is published. */
const QUICK = { rounds: 2, milliseconds: 400 };

const [what, ...rest] = process.argv.slice(2);
const options = new Set(rest.filter((each) => each.startsWith('--')));
const only = rest.filter((each) => !each.startsWith('--'));
const isKnown = (name: string): boolean => CASES.some((each) => each.name === name);
if (what !== 'read' || !only.every(isKnown) || [...options].some((each) => each !== '--quick')) {
  console.error(`npm run bench -- read [--quick] [${CASES.map(({ name }) => name).join(' | ')}]…`);
  process.exit(1);
}

const log = (line: string): void => console.log(line);
const report = await benchRead({ effort: options.has('--quick') ? QUICK : FULL, only, log });
log('');
const text = renderReport(report);
if (options.has('--quick') || only.length) log(text.split('\n## ')[1] ?? text);
else {
  writeFileSync(path.join(ROOT, 'docs', 'benchmarks.md'), text);
  log(text.split('\n## ').slice(1, 4).join('\n## '));
  log('docs/benchmarks.md');
}
