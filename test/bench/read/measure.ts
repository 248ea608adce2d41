/** Processor time per request and requests per second, round after round, the variants in turn. */
import { send } from './load.js';
import type { Variant } from './variant-process.js';

export const CONCURRENCIES = [1, 16] as const;
export type Concurrency = (typeof CONCURRENCIES)[number];

export interface Sample {
  /** Processor time per request, in milliseconds. */
  readonly node: number;
  readonly postgres: number;
  readonly perSecond: number;
}

export interface Contestant {
  readonly variant: Variant;
  readonly bodies: readonly string[];
}

/** Samples by contestant and concurrency, one per round. */
export type Samples = ReadonlyMap<Contestant, Readonly<Record<Concurrency, Sample[]>>>;

export interface Effort {
  readonly rounds: number;
  /** Of each measurement; slow cases take as long as four requests, or one of each sender, need. */
  readonly milliseconds: number;
}

/**
 * Every variant is warm before it is measured: its connections are open, its statements prepared and run more than
 * the five times after which PostgreSQL settles how to plan them, its JavaScript compiled. A slow case is spared most
 * of it.
 */
const WARM = { requests: 1000, milliseconds: 3000 };
const AGAIN = { requests: 32, milliseconds: 150 };

export async function measure(contestants: readonly Contestant[], effort: Effort): Promise<Samples> {
  const samples = new Map(contestants.map((each) => [each, { 1: [] as Sample[], 16: [] as Sample[] }]));
  for (const contestant of contestants) await warm(contestant, WARM);
  for (let round = 0; round < effort.rounds; round++)
    for (const concurrency of CONCURRENCIES)
      for (const [index] of contestants.entries()) {
        // Each round begins with another variant, so that none is always the one after a certain other.
        const contestant = contestants[(index + round) % contestants.length];
        if (!contestant) continue;
        await warm(contestant, AGAIN);
        samples.get(contestant)?.[concurrency].push(await sample(contestant, concurrency, effort));
      }
  return samples;
}

async function warm({ variant, bodies }: Contestant, most: typeof WARM): Promise<void> {
  const began = performance.now();
  // One request alone, to see how slow it is.
  await send(variant.url, bodies, { concurrency: 1, milliseconds: 0, least: 1 });
  for (let sent = 0; sent < most.requests && performance.now() - began < most.milliseconds; sent += 16)
    await send(variant.url, bodies, { concurrency: 16, milliseconds: 0, least: 16 });
}

async function sample(
  { variant, bodies }: Contestant,
  concurrency: Concurrency,
  { milliseconds }: Effort,
): Promise<Sample> {
  const before = await variant.used();
  const load = await send(variant.url, bodies, { concurrency, milliseconds, least: Math.max(4, concurrency) });
  const after = await variant.used();
  return {
    node: (after.node - before.node) / load.requests,
    postgres: (after.postgres - before.postgres) / load.requests,
    perSecond: (load.requests * 1000) / load.milliseconds,
  };
}
