import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.js';
import { CASES } from './read/cases.js';
import { benchAsOf } from './as-of/as-of-bench.js';
import { renderAsOf } from './as-of/report.js';
import { benchImport } from './import/import-bench.js';
import { renderImport } from './import/report.js';
import { benchRead } from './read/read-bench.js';
import { renderReport } from './read/report.js';

const FULL = { rounds: 5, milliseconds: 1000 };
/** To look at one case while working on it; too short for a figure that is published. */
const QUICK = { rounds: 2, milliseconds: 400 };

const [what, ...rest] = process.argv.slice(2);
if (what === 'as-of') {
  const file = path.join(ROOT, 'docs', 'benchmarks-as-of.md');
  writeFileSync(file, renderAsOf(await benchAsOf((line) => console.log(line))));
  console.log('docs/benchmarks-as-of.md');
  process.exit();
}
if (what === 'import') {
  const isQuick = rest.includes('--quick');
  const effort = isQuick ? { sizes: [100_000], rounds: 2 } : { sizes: [100_000, 1_000_000], rounds: 3 };
  const text = renderImport(await benchImport(effort, (line) => console.log(line)));
  if (isQuick) console.log(text);
  else {
    writeFileSync(path.join(ROOT, 'docs', 'benchmarks-import.md'), text);
    console.log('docs/benchmarks-import.md');
  }
  process.exit();
}
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
