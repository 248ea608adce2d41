import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of draws that only its seed decides; each part of the sample takes its own, so that one part's change leaves the others. */
export interface Random {
  /** A whole number from min to max, both included. */
  int(min: number, max: number): number;
  /** A number from min up to but not including max. */
  real(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the values, as often as its weight says. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** A draw of the normal distribution. */
  normal(mean: number, deviation: number): number;
  /** A draw of the log-normal distribution with that median; sigma of the logarithm. */
  logNormal(median: number, sigma: number): number;
  /** The same values in another order. */
  shuffled<T>(values: readonly T[]): T[];
}

/** The stream of that name under the seed. */
export function randomStream(seed: number, name: string): Random {
  const generator = xoroshiro128plus(createHash('sha256').update(`${seed}/${name}`).digest().readInt32LE(0));
  const real = (min: number, max: number): number => min + uniformFloat64(generator) * (max - min);
  const int = (min: number, max: number): number => uniformInt(generator, min, max);

  const pick = <T>(from: readonly T[]): T => {
    const value = from[int(0, from.length - 1)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };

  // Box and Muller's second value is thrown away: a stream must not remember anything but its generator.
  const normal = (mean: number, deviation: number): number =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - real(0, 1))) * Math.cos(2 * Math.PI * real(0, 1));

  const weighted = <T>(entries: readonly (readonly [T, number])[]): T => {
    let at = real(
      0,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [value, weight] of entries) {
      at -= weight;
      if (at < 0) return value;
    }
    throw new RangeError('no weights to draw by');
  };

  const shuffled = <T>(values: readonly T[]): T[] => {
    const result = [...values];
    for (let last = result.length - 1; last > 0; last--) {
      const other = int(0, last);
      [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
  };

  return {
    int,
    real,
    pick,
    weighted,
    normal,
    shuffled,
    chance: (probability) => real(0, 1) < probability,
    logNormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
  };
}
