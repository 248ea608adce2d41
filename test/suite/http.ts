import { describe, expect, it } from 'vitest';
import type { TestHub } from '../kit/create-hub.js';

const QUERY = 'query Q($id: ID!) { agency(id: $id) { id name } }';

/** What the gateway answers at each address and to each method. */
export function defineHttp(running: () => TestHub): void {
  describe('over HTTP', () => {
    it('is alive, and ready when database, migrations and every service are', async () => {
      const alive = await running().fetch('/healthz');
      expect([alive.status, await alive.json()]).toEqual([200, { status: 'ok' }]);
      const ready = await running().fetch('/readyz');
      const service = { reachable: true, database: true, migrations: true };
      expect([ready.status, await ready.json()]).toEqual([
        200,
        { ready: true, services: { registry: service, projects: service, procurement: service } },
      ]);
    });

    it('prints the schema of the whole graph', async () => {
      const response = await running().fetch('/schema.graphql');
      const sdl = await response.text();
      expect(response.status).toBe(200);
      expect(sdl).toContain('type Contract');
      expect(sdl).toContain('type LegalEntity');
      expect(sdl).not.toMatch(/@join__|@key|_entities/);
    });

    it('answers GET as POST', async () => {
      const [agency] = await running().database.sql<{ id: string; name: string }>(
        'select id, name from registry.agency order by id limit 1',
      );
      const posted = await running().query(QUERY, { id: agency?.id });
      expect(posted.body).toEqual({ data: { agency } });
      const search = new URLSearchParams({ query: QUERY, variables: JSON.stringify({ id: agency?.id }) });
      const got = await running().fetch(`/graphql?${search.toString()}`, {
        headers: { 'content-type': 'application/json' },
      });
      expect([got.status, await got.json()]).toEqual([200, posted.body]);
    });

    it('answers a key that nothing has with null and no error', async () => {
      const { status, body } = await running().query(QUERY, { id: 'CN-349900-NONE' });
      expect([status, body]).toEqual([200, { data: { agency: null } }]);
    });

    it('refuses what is not a query with 4xx', async () => {
      const post = (body: string) =>
        running().fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      for (const body of ['', '{', '[]', '{}', '{"query":1}', '{"query":"{"}']) {
        const { status } = await post(body);
        expect([body, status >= 400 && status < 500]).toEqual([body, true]);
      }
      const twoOperations = '{"query":"query A { __typename } query B { __typename }"}';
      expect((await post(twoOperations)).status).toBe(400);
    });
  });
}
