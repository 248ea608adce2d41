/** Statements prepared by name on each connection, the least recently used given back, so that memory stays bounded. */
import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/** What `pg` keeps of a connection's prepared statements; its types leave it out. */
interface WithParsed {
  readonly connection: { readonly parsedStatements: Record<string, string> };
}

export class PreparedStatements {
  private readonly names = new Map<string, string>();
  /** By connection, names in the order of their last use. */
  private readonly used = new WeakMap<PoolClient, Set<string>>();

  constructor(
    private readonly pool: Pool,
    /** Statements kept prepared on one connection. */
    private readonly atMost: number,
  ) {}

  /** Runs the statement and gives the first column of its first row, as text. */
  async first(text: string, values: unknown[]): Promise<string | null> {
    const client = await this.pool.connect();
    try {
      const name = this.nameOf(text);
      await this.use(client, name);
      const { rows } = await client.query<[string | null]>({ name, text, values, rowMode: 'array' });
      client.release();
      return rows[0]?.[0] ?? null;
    } catch (error) {
      // A refused statement leaves its connection whole; a broken connection is not given back.
      const refused = (error as { severity?: unknown }).severity === 'ERROR';
      client.release(!refused);
      throw error;
    }
  }

  private async use(client: PoolClient, name: string): Promise<void> {
    const used = this.used.get(client) ?? new Set<string>();
    this.used.set(client, used);
    used.delete(name);
    used.add(name);
    if (used.size <= this.atMost) return;
    const [oldest = ''] = used;
    used.delete(oldest);
    const { parsedStatements } = (client as unknown as WithParsed).connection;
    if (parsedStatements[oldest] === undefined) return;
    await client.query(`deallocate "${oldest}"`);
    delete parsedStatements[oldest];
  }

  /** A name that the text alone decides; few texts are remembered, the rest are named anew. */
  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    if (this.names.size >= this.atMost) this.names.clear();
    this.names.set(text, name);
    return name;
  }
}
