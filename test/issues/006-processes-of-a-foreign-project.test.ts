import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readCity } from '../../hub/city-file.js';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// Below a project of another place, the list of its processes was filtered to the city's own, and empty.
let hub: TestHub | undefined;
beforeAll(async () => {
  const city = readCity(inject('server').sampleFolder);
  hub = await createHub('embedded', { sample: false, writes: true, ...(city && { city }) });
  await hub.database.sql(
    `insert into projects.project (id, jurisdiction, scheme, title) values ('X/1', 'X', 'X', 'road'), ('C/1', 'CN-349900', 'C', '道路')`,
  );
  await hub.database.sql(
    `insert into procurement.contracting_process (ocid, jurisdiction, project_id) values ('ocds-x-1', 'X', 'X/1'), ('ocds-c-1', 'CN-349900', 'C/1')`,
  );
});
afterAll(() => hub?.[Symbol.asyncDispose]());

it('a foreign project shows its processes; the city’s lists and totals stay its own', async () => {
  const data = dataOf(
    await hub!.query(`{
      foreign: project(id: "X/1") { contractingProcesses { totalCount nodes { ocid } } }
      own: project(id: "C/1") { contractingProcesses { nodes { ocid } } }
      projects { totalCount }
      contractingProcesses { totalCount aggregates { count unlinked } }
    }`),
  );
  expect(data).toEqual({
    foreign: { contractingProcesses: { totalCount: 1, nodes: [{ ocid: 'ocds-x-1' }] } },
    own: { contractingProcesses: { nodes: [{ ocid: 'ocds-c-1' }] } },
    projects: { totalCount: 1 },
    contractingProcesses: { totalCount: 1, aggregates: { count: 1, unlinked: 0 } },
  });
});
