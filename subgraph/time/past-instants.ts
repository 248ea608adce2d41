/** Which instants can be answered for, and when an answer for one is settled for ever. */
import type { Pool } from 'pg';
import { hubError } from '../errors.js';
import { PUBLISH_LOCK } from '../ledger/publish-lock.js';
import type { EntityModel } from '../model/entity-model.js';
import { readAsOf } from './as-of-header.js';

/** An instant a little ahead is another clock's now. */
const CLOCK_SKEW_MS = 1_000;
/** How long a reader waits for a publication under way. */
const PATIENCE = '2s';
const LOCK_NOT_AVAILABLE = '55P03';

const ISO = (sql: string): string => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export class PastInstants {
  /** By entity, from when on there is data of it; it never changes once there is. */
  #since = new Map<string, string>();
  readonly #editions = new Map<string, string>();
  /** Publications up to here are committed. */
  #settled = '';

  constructor(
    private readonly pool: Pool,
    private readonly service: string,
  ) {}

  /** The ISO instant that a header names, once nothing can change what was there at it. */
  async resolve(header: string): Promise<string> {
    const request = readAsOf(header);
    if (!request) throw hubError('AS_OF_INVALID', { zh: header, en: header });
    const instant =
      request.kind === 'instant'
        ? request.instant
        : request.kind === 'edition'
          ? await this.edition(request.name)
          : new Date().toISOString();
    if (instant > this.#settled) await this.settle(instant);
    return instant;
  }

  /** Refuses entities of which there was no data yet: an empty answer would say that there was nothing to report. */
  async ensureKnown(models: Iterable<EntityModel>, instant: string): Promise<void> {
    for (const model of models) {
      if (model.ledger) continue;
      const since = this.#since.get(model.name) ?? (await this.readSince()).get(model.name);
      if (since !== undefined && since <= instant) continue;
      throw hubError('AS_OF_TOO_EARLY', {
        zh: since === undefined ? `${model.name} 尚未发布过` : `${model.name} 自 ${since} 起才有数据`,
        en:
          since === undefined ? `no ${model.name} has been published` : `there is data of ${model.name} since ${since}`,
        entity: model.name,
        since: since ?? null,
        asOf: instant,
      });
    }
  }

  private async readSince(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ entity: string; since: string }>(
      `select f.entity, ${ISO('f.at')} since from hub.first_published f where f.service = $1`,
      [this.service],
    );
    this.#since = new Map(rows.map(({ entity, since }) => [entity, since]));
    return this.#since;
  }

  private async edition(name: string): Promise<string> {
    const known = this.#editions.get(name);
    if (known !== undefined) return known;
    const { rows } = await this.pool.query<{ instant: string }>(
      `select ${ISO('e.as_of')} instant from hub.edition e where e.name = $1`,
      [name],
    );
    const [edition] = rows;
    if (!edition) throw hubError('UNKNOWN_EDITION', { zh: name, en: name });
    this.#editions.set(name, edition.instant);
    return edition.instant;
  }

  /**
   * Waits until no publication under way can have taken an instant up to this one. A publication takes its instant
   * under the lock, later than any before it; with the lock shared, those to come are later than now.
   */
  private async settle(instant: string): Promise<void> {
    const now = await this.clock();
    if (instant <= now.last) return;
    const ahead = Date.parse(instant) - Date.parse(now.now);
    if (ahead > CLOCK_SKEW_MS) throw hubError('AS_OF_FUTURE', { zh: instant, en: instant });
    if (ahead >= 0) await new Promise((resolve) => setTimeout(resolve, ahead + 1));
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query(`set local lock_timeout = '${PATIENCE}'`);
      await client.query(`select pg_advisory_xact_lock_shared(${PUBLISH_LOCK})`);
      await client.query('commit');
      client.release();
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      client.release();
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      throw hubError('AS_OF_BUSY', { zh: instant, en: instant, lastPublished: now.last || null });
    }
    if (instant > this.#settled) this.#settled = instant;
  }

  private async clock(): Promise<{ now: string; last: string }> {
    const { rows } = await this.pool.query<{ now: string; last: string | null }>(
      `select ${ISO('clock_timestamp()')} now, ${ISO('max(b.published_at)')} last from hub.batch b`,
    );
    const last = rows[0]?.last ?? '';
    if (last > this.#settled) this.#settled = last;
    return { now: rows[0]?.now ?? '', last };
  }
}
