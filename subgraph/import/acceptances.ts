/** Wrong figures that somebody took over as officially published: known by rule and record. */
import type { Client } from 'pg';
import type { Finding } from './finding.js';

export interface Acceptance {
  readonly reason: string;
  readonly by: string;
}

export class Acceptances {
  readonly #byRecord: ReadonlyMap<string, Acceptance>;

  private constructor(entries: readonly (readonly [string, Acceptance])[]) {
    this.#byRecord = new Map(entries);
  }

  static async of(client: Client, dataset: string): Promise<Acceptances> {
    const { rows } = await client.query<Acceptance & { rule: string; entity: string; key: string }>(
      'select rule, entity, record_key as key, reason, accepted_by as by from hub.acceptance where dataset_id = $1',
      [dataset],
    );
    return new Acceptances(rows.map(({ rule, entity, key, reason, by }) => [name(rule, entity, key), { reason, by }]));
  }

  find({ rule, entity, key }: Finding): Acceptance | undefined {
    return entity === undefined || key === undefined ? undefined : this.#byRecord.get(name(rule, entity, key));
  }
}

const name = (rule: string, entity: string, key: string): string => `${rule} ${entity} ${key}`;
