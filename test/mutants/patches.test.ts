import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../kit/hub-command.js';
import { PATCHES, patchFile } from './mutant-copy.js';

// A patch that no longer applies tests nothing: whoever changes the planner changes the mutant with it.
describe('mutants of the planner', () => {
  it('are at least ten', () => expect(PATCHES.length).toBeGreaterThanOrEqual(10));

  it.each(PATCHES)('%s applies to the sources as they are', (patch) => {
    const { status, stderr } = spawnSync('git', ['apply', '--check', patchFile(patch)], {
      cwd: REPOSITORY,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
