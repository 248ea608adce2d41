import { benchRead } from './read/read-bench.js';

const [what, ...rest] = process.argv.slice(2);
if (what !== 'read') {
  console.error('npm run bench -- read [--quick] [case …]');
  process.exit(1);
}
const quick = rest.includes('--quick');
await benchRead({
  effort: quick ? { rounds: 2, milliseconds: 500 } : { rounds: 7, milliseconds: 1000 },
  only: rest.filter((each) => !each.startsWith('--')),
  log: (line) => console.log(line),
});
