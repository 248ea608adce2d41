import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { build } from '../kit/hub-command.js';
import { FaultyHub, type Moment, type Victim } from './faulty-hub.js';
import { writeVersion } from './versioned-file.js';

// Run by hand: what it is told may come from the environment.
const KILLS = Number(process.env['FAULTS_KILLS'] ?? 50);
const SEED = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
/** Of fifty kills. */
const COMMITTED = Math.ceil((KILLS * 20) / 50);

const log = (line: string): void => console.log(line);

test(`${KILLS} kills, seed ${SEED}`, async () => {
  await build();
  using hub = new FaultyHub();
  const file = path.join(hub.folder, 'legal-persons.csv');
  const generator = xoroshiro128plus(SEED);
  const random = (): number => (generator.next() >>> 0) / 2 ** 32;

  writeVersion(file, 1);
  expect((await hub.run('migrate')).status).toBe(0);
  let { whole, commit } = await hub.time(file);
  writeVersion(file, 2);
  ({ whole, commit } = await hub.time(file));
  log(`FAULTS_SEED=${SEED}: an import takes ${Math.round(whole)} ms and commits after ${Math.round(commit)} ms`);

  let version = 2;
  const count = { kills: 0, old: 0, new: 0, recoveries: 0 };
  for (let attempt = 0; count.kills < KILLS || count.new < COMMITTED; attempt++) {
    expect(attempt, 'kills that came too late').toBeLessThan(KILLS * 3);
    const victim: Victim = attempt % 2 ? 'PostgreSQL' : 'Node';
    const moment = momentOf(attempt, random, whole, commit);
    writeVersion(file, version + 1);
    hub.forgetFiles();
    const isKilled = await hub.killDuring(file, victim, moment);
    const after = await hub.look();
    expect(after.verification.faults).toEqual([]);
    expect([version, version + 1], `${after.rows} rows`).toContain(after.version);
    const isNew = after.version === version + 1;
    // The machine is not always as fast: the next moments follow.
    const { from, delay } = moment;
    if (from === 'start' && !isKilled) ({ whole, commit } = { whole: Math.min(whole, delay), commit: commit * 0.95 });
    else if (from === 'start' && !isNew && delay > commit) ({ whole, commit } = { whole: whole * 1.1, commit: delay });
    else if (from === 'start' && isNew && delay < commit) commit = delay;
    version = after.version ?? version;
    if (!isKilled) continue;
    count.kills += 1;
    count[isNew ? 'new' : 'old'] += 1;
    log(
      `  ${count.kills}: ${victim} ${from === 'word' ? 'after its commit, ' : ''}after ${Math.round(delay)} ms: ${isNew ? 'new' : 'old'} (${after.verification.versions} versions verified)`,
    );
    if (await recovers(hub, file, version, count.kills)) count.recoveries += 1;
    if (count.kills % 10 === 0) version += 1;
  }
  log(
    `kills ${count.kills}, committed ${count.new}, old version whole ${count.old}, new version whole ${count.new}, log verified ${count.kills} times, next import worked ${count.recoveries} times`,
  );
  expect(count.recoveries).toBe(count.kills);
});

/** A third anywhere in the import, a third close to the commit, a third between it and the end of the command. */
function momentOf(attempt: number, random: () => number, whole: number, commit: number): Moment {
  switch (Math.floor(attempt / 2) % 3) {
    case 0:
      return { from: 'start', delay: random() * whole };
    case 1:
      return { from: 'start', delay: Math.max(0, commit + (random() - 0.5) * 0.1 * whole) };
    default:
      return { from: 'word', delay: random() * 100 };
  }
}

/** The next import works: of a few rows each time, of the whole file now and then. */
async function recovers(hub: FaultyHub, file: string, version: number, kills: number): Promise<boolean> {
  if (kills % 10 === 0) {
    writeVersion(file, version + 1);
    const { status, output } = await hub.run('import', 'registry.legal-persons', file);
    expect(status, output).toBe(0);
    const after = await hub.look();
    expect(after.verification.faults).toEqual([]);
    return after.version === version + 1;
  }
  const small = path.join(hub.folder, 'agencies.csv');
  writeFileSync(small, `机构编号,机构名称\nCN-349900-A${String(kills).padStart(3, '0')},第${kills}局\n`);
  const { status, output } = await hub.run('import', 'registry.agencies', small);
  expect(status, output).toBe(0);
  return output.includes('B');
}
