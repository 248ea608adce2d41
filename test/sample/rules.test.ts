import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleSummary, generateSample } from '../../sample/generate.js';
import { type Thresholds, procurementRules, thresholdsOf } from './kit/procurement-rules.js';
import { linksOf, projectRules } from './kit/project-rules.js';
import { type Sample, readSample } from './kit/read-sample.js';
import { registryRules } from './kit/registry-rules.js';

// Which of an anomaly's keys a rule's finding is named by.
const KEYS = new Map<string, readonly string[]>([
  ...['T01', 'T02', 'T03', 'T03c', 'T04', 'T04b', 'T04c', 'T05', 'T05b', 'T06', 'T07b'].map(
    (rule) => [rule, ['ocid']] as const,
  ),
  ...['T08', 'T09', 'T09b', 'T09c', 'T12', 'P10', 'R11'].map((rule) => [rule, ['ocid']] as const),
  ...['P01', 'P01b', 'P03', 'P04', 'P05', 'P11', 'R15', 'X03', 'X05'].map((rule) => [rule, ['projectCode']] as const),
  ...['P02', 'P09', 'R16b'].map((rule) => [rule, ['projectCode', 'quarter']] as const),
  ...['P06', 'P06b', 'P08'].map((rule) => [rule, ['contractId']] as const),
  ...['L01', 'L02', 'L03', 'L04', 'R13'].map((rule) => [rule, ['landNo']] as const),
  ['T07', ['buyer', 'item']],
  ['T10', ['failedOcid']],
  ...['P07', 'P07b'].map((rule) => [rule, ['changeOrderId']] as const),
  ...['R05', 'R06'].map((rule) => [rule, ['uscc']] as const),
  ['R06b', ['name']],
  ['R07', ['regionCode']],
  ['R14', ['approvalNo']],
  ['R15b', ['agencyId']],
  ['R15c', ['successionId']],
]);
const PLANTED = [...KEYS.keys()];

describe.each([1, 2, 3])('the sample of seed %i', (seed) => {
  let folder: string;
  let summary: SampleSummary;
  let sample: Sample;
  let thresholds: Thresholds;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sample-'));
    summary = await generateSample({ seed, scale: 1, out: folder });
    sample = await readSample(folder);
    thresholds = thresholdsOf(await readFile(join(folder, 'city.yaml'), 'utf8'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const planted = (rule: string): string[] =>
    sample.anomalies
      .filter((anomaly) => anomaly.rule === rule)
      .map(({ keys }) => (KEYS.get(rule) ?? []).map((key) => String(keys[key])).join(' '))
      .sort();

  it('has planted all that it should, of every rule', () => {
    expect(summary.unplanted).toEqual([]);
    expect([...new Set(sample.anomalies.map(({ rule }) => rule))].sort()).toEqual([...PLANTED].sort());
  });

  it.each(Object.keys(procurementRules))('breaks %s only where planted', (rule) => {
    const found = procurementRules[rule]?.(sample, thresholds) ?? new Set();
    expect([...found].sort()).toEqual(planted(rule));
  });

  it.each(Object.keys(projectRules))('breaks %s only where planted', (rule) => {
    const found = projectRules[rule]?.(sample) ?? new Set();
    expect([...found].sort()).toEqual(planted(rule));
  });

  it.each(Object.keys(registryRules))('breaks %s only where planted', (rule) => {
    const found = registryRules[rule]?.(sample) ?? new Set();
    expect([...found].sort()).toEqual(planted(rule));
  });

  it('gives every release one id, and every process its releases in order of date', () => {
    const ids = sample.releases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const last = new Map<string, string>();
    for (const { ocid, date } of sample.releases) {
      expect(date >= (last.get(ocid) ?? '')).toBe(true);
      last.set(ocid, date);
    }
  });

  it('links what prints no code as its answer key says', async () => {
    const key = JSON.parse(await readFile(join(folder, 'anomalies.json'), 'utf8')) as {
      links: { ocid: string; projectCode: string; how: string }[];
    };
    const links = linksOf(sample);
    expect(key.links.filter(({ ocid, projectCode }) => links.get(ocid) !== projectCode)).toEqual([]);
    expect(key.links.filter(({ how }) => how === 'MANUAL').length).toBe(sample.links.length);
    const works = sample.processes.filter(({ tender }) => tender.mainProcurementCategory === 'works');
    const unprinted = works.filter(({ planning }) => planning.budget.projectID === undefined);
    expect(unprinted.length / works.length).toBeGreaterThan(0.15);
    expect(unprinted.length / works.length).toBeLessThan(0.4);
  });

  it('is of the size that was asked for', () => {
    expect(summary.processes).toBeGreaterThanOrEqual(1200);
    expect(summary.processes).toBeLessThan(1210);
    expect(sample.persons.length).toBe(3000);
    expect(sample.projects.length).toBe(150);
    expect(sample.lands.length).toBe(300);
    expect(sample.misconducts.length).toBe(20);
    expect(sample.processes.length).toBe(summary.processes);
  });
});
