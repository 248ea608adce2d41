import { describe, expect, it } from 'vitest';
import { compileProcess } from './compile-process.js';
import { readOcds, type OcdsUnit } from './read-ocds.js';

const ocid = 'ocds-abc123-1';

function release(id: string, day: number, content: object = {}) {
  return { ocid, id, date: `2024-01-${String(day).padStart(2, '0')}T00:00:00Z`, tag: ['tender'], ...content };
}

function units(file: string, content: object): OcdsUnit[] {
  return readOcds(file, new TextEncoder().encode(JSON.stringify(content))).units;
}

const title = (text: string) => ({ tender: { id: 't', title: text } });
const rules = (findings: { rule: string }[]) => findings.map(({ rule }) => rule);

describe('the state of one process', () => {
  it('is the only release as it stands', () => {
    const state = compileProcess(ocid, units('a', release('r1', 1, title('one'))));
    expect(state).toMatchObject({ releaseId: 'r1', firstDate: '2024-01-01T00:00:00Z', findings: [] });
  });

  it('is all releases merged', () => {
    const all = [...units('a', release('r2', 2, title('two'))), ...units('b', release('r1', 1, title('one')))];
    expect(compileProcess(ocid, all).release).toMatchObject({ tag: ['compiled'], tender: { title: 'two' } });
  });

  it('is the compiled release of a record, without the releases that it lists', () => {
    const record = {
      ocid,
      releases: [{ url: 'https://example.org/#r1', date: '2023-12-31T00:00:00Z' }],
      compiledRelease: release('c', 5, { tag: ['compiled'], ...title('compiled') }),
    };
    const listed = units('a', release('r1', 6, title('listed')));
    const older = units('b', release('r0', 1, title('older')));
    const newer = units('c', release('r7', 7, { tender: { id: 't', status: 'complete' } }));
    const state = compileProcess(ocid, [...units('d', record), ...listed, ...older, ...newer]);
    expect(state.used.map((unit) => unit.release.id)).toEqual(['c', 'r7']);
    expect(state.release).toMatchObject({ tender: { title: 'compiled', status: 'complete' } });
    expect(state.firstDate).toBe('2023-12-31T00:00:00Z');
  });

  it('takes a copy once and says nothing', () => {
    const one = release('r1', 1, title('one'));
    // The same members in another order.
    const reordered = { ...title('one'), ...one };
    const state = compileProcess(ocid, [...units('a', one), ...units('b', reordered)]);
    expect(state.used).toHaveLength(1);
    expect(state.findings).toEqual([]);
  });

  it('T11-RELEASE: keeps one of two that differ under one id, the same one in any order', () => {
    const old = units('old', release('r1', 1, title('a longer title than the other')));
    const current = units('current', release('r1', 1, { ...title('short'), version: '1.1' }));
    for (const all of [
      [...old, ...current],
      [...current, ...old],
    ]) {
      const state = compileProcess(ocid, all);
      expect(state.used.map(({ file }) => file)).toEqual(['current']);
      expect(rules(state.findings)).toEqual(['T11-RELEASE']);
      expect(state.findings[0]).toMatchObject({ severity: 'W', file: 'old', path: '/id' });
    }
  });
});
