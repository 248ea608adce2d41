import { Pool } from 'pg';
import { expect, it } from 'vitest';
import { PreparedStatements } from '../../subgraph/database/prepared.js';
import { copyDatabase } from '../kit/test-database.js';

const AT_MOST = 50;
const SHAPES = 10_000;

it('keeps prepared statements bounded over 10,000 different shapes, and answers each', async () => {
  await using database = await copyDatabase('empty');
  const pool = new Pool({ connectionString: database.url, max: 1 });
  try {
    const statements = new PreparedStatements(pool, AT_MOST);
    for (let shape = 0; shape < SHAPES; shape += 1)
      expect(await statements.first(`select ($1::int + ${shape})::text as "s${shape}"`, [1])).toBe(String(shape + 1));
    // One that was used before and given back is prepared again.
    expect(await statements.first(`select ($1::int + 0)::text as "s0"`, [5])).toBe('5');
    const { rows } = await pool.query<{ count: number }>('select count(*)::int from pg_prepared_statements');
    expect(rows[0]?.count).toBeLessThanOrEqual(AT_MOST);
    await expect(statements.first('select 1/0', [])).rejects.toThrow('division by zero');
    expect(await statements.first('select $1::text', ['still whole'])).toBe('still whole');
  } finally {
    await pool.end();
  }
});
