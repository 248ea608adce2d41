import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreateHub, TestHub } from '../kit/create-hub.js';
import { expectOneError } from '../kit/expect-answer.js';

interface ThreeDomains {
  agencies: { nodes: { id: string; name: string; contracts: unknown }[] };
  projects: { nodes: { title: string; latestProgress: object | null; contractingProcesses: unknown }[] };
  contracts: unknown;
}

const THREE_DOMAINS = `{
  agencies(first: 3) { nodes { id name contracts(first: 2) { nodes { id } } } }
  projects(first: 3) { nodes { title latestProgress { quarter } contractingProcesses(first: 2) { totalCount } } }
  contracts(first: 3) { nodes { id supplier { legalEntity { name } } } }
}`;

/** A hub one of whose services is gone, in production: what is said then is what the public reads. */
export function defineOutage(createHub: CreateHub): void {
  describe('a hub whose procurement service is gone', () => {
    let hub: TestHub | undefined;
    let whole: ThreeDomains | null | undefined;
    beforeAll(async () => {
      hub = await createHub({ production: true });
      whole = (await hub.query<ThreeDomains>(THREE_DOMAINS)).body.data;
      await hub.stopService('procurement');
    });
    afterAll(() => hub?.[Symbol.asyncDispose]());

    it('answers the other two domains, and says once what is missing', async () => {
      const answer = await hub!.query<ThreeDomains>(THREE_DOMAINS);
      expect(answer.status).toBe(200);
      const error = expectOneError(answer, 'SERVICE_UNAVAILABLE');
      expect(error.message).toContain('procurement');
      expect(error.extensions).toMatchObject({
        subgraph: 'procurement',
        affected: expect.arrayContaining(['contracts']) as string[],
      });
      expect(answer.body.data).toEqual({
        agencies: { nodes: whole?.agencies.nodes.map((agency) => ({ ...agency, contracts: null })) },
        projects: { nodes: whole?.projects.nodes.map((project) => ({ ...project, contractingProcesses: null })) },
        contracts: null,
      });
      expect(whole?.agencies.nodes).toHaveLength(3);
      expect(whole?.contracts).toBeTruthy();
    });

    it('is alive, but not ready', async () => {
      expect((await hub!.fetch('/healthz')).status).toBe(200);
      const ready = await hub!.fetch('/readyz');
      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({
        ready: false,
        services: { registry: { database: true }, projects: { database: true }, procurement: { database: false } },
      });
    });

    it('in production, does not tell the fields that it has', async () => {
      const answer = await hub!.query('{ agensies { nodes { id } } }');
      expect(answer.status).toBe(400);
      expect(expectOneError(answer, 'GRAPHQL_VALIDATION_FAILED').message).not.toMatch(/did you mean|agencies/i);
    });
  });
}
