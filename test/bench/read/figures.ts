/** Samples → the figures of the report: medians, ratios within a round, and how far they spread. */
import type { Case } from './case.js';
import { CONCURRENCIES, type Concurrency, type Sample } from './measure.js';
import type { VariantName } from './variant-process.js';

export interface Measured {
  readonly name: VariantName;
  readonly samples: Readonly<Record<Concurrency, readonly Sample[]>> | undefined;
}

export interface CaseResult {
  readonly case: Case;
  readonly large: readonly Measured[];
  /** Of the ten times smaller database; empty for cases that read all rows anyway. */
  readonly small: readonly Measured[];
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

const cpu = ({ node, postgres }: Sample): number => node + postgres;

export const spread = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
};

const samplesOf = (measured: Measured | undefined, concurrency: Concurrency): readonly Sample[] =>
  measured?.samples?.[concurrency] ?? [];

/** Processor time of one variant divided by another's of the same round. */
export function ratio(measured: Measured | undefined, to: Measured | undefined, concurrency: Concurrency): Spread {
  const others = samplesOf(to, concurrency);
  return spread(samplesOf(measured, concurrency).map((sample, round) => cpu(sample) / cpu(others[round] ?? sample)));
}

export const cpuOf = (measured: Measured | undefined, concurrency: Concurrency): Spread =>
  spread(samplesOf(measured, concurrency).map(cpu));

export const shareOf = (measured: Measured, concurrency: Concurrency, part: 'node' | 'postgres'): number =>
  spread(samplesOf(measured, concurrency).map((sample) => sample[part])).median;

export const perSecondOf = (measured: Measured, concurrency: Concurrency): Spread =>
  spread(samplesOf(measured, concurrency).map(({ perSecond }) => perSecond));

export const named = (all: readonly Measured[], name: VariantName): Measured | undefined =>
  all.find((each) => each.name === name);

/** Lines for a terminal. */
export function printCase({ large, small }: CaseResult): string[] {
  const raw = named(large, 'raw');
  const lines = large.map((measured) => {
    const figures = CONCURRENCIES.map((concurrency) => {
      const { median, least, most } = ratio(measured, raw, concurrency);
      return `${concurrency}: ${cpuOf(measured, concurrency).median.toFixed(2)} ms (node ${shareOf(measured, concurrency, 'node').toFixed(2)} pg ${shareOf(measured, concurrency, 'postgres').toFixed(2)}) ×${median.toFixed(2)} [${least.toFixed(2)}–${most.toFixed(2)}] ${perSecondOf(measured, concurrency).median.toFixed(0)}/s`;
    });
    return `  ${measured.name.padEnd(13)} ${figures.join('   ')}`;
  });
  for (const measured of small) {
    const { median } = ratio(named(large, measured.name), measured, 16);
    lines.push(`  ${measured.name} at 10× the rows: ×${median.toFixed(2)}`);
  }
  return lines;
}
