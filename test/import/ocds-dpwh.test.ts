import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { compareDecimals } from '../../schema/vocabulary/decimal.js';
import { mapDpwh } from '../../services/procurement/dpwh/map-dpwh.js';
import { readDpwh } from '../../services/procurement/dpwh/read-dpwh.js';
import { jsonFiles } from '../../services/procurement/ocds/json-file.js';
import { describeWithCorpus } from '../kit/corpora.js';

interface Printed {
  contractId: string;
  budget: number;
  bidders: unknown[];
  procurement: { abc: string; awardAmount: string };
}

describeWithCorpus('infra-projects-dpwh', 'public works of the Philippines', (folder) => {
  const loading = readDpwh([folder]).then((corpus) => ({ corpus, mapped: corpus.documents.map(mapDpwh) }));

  it('every contract once, and every copy noticed', async () => {
    const { corpus } = await loading;
    const files = await jsonFiles(folder);
    const distinct = new Set(files.map((file) => basename(file))).size;
    expect(corpus.files).toBe(files.length);
    expect(corpus.documents).toHaveLength(distinct);
    expect(corpus.identicalCopies).toBe(files.length - distinct);
    expect(corpus.identicalCopies).toBeGreaterThan(0);
    expect(corpus.findings).toEqual([]);
  });

  it('amounts are exactly those printed, whether as numbers, with trailing zeros or with commas', async () => {
    const { corpus, mapped } = await loading;
    let grouped = 0;
    for (const [index, { file }] of corpus.documents.entries()) {
      const { data } = JSON.parse(await readFile(file, 'utf8')) as { data: Printed };
      const { project, process } = mapped[index] ?? expect.fail('a document is not mapped');
      if (data.procurement.awardAmount.includes(',')) grouped++;
      expect(Number(project.budgetAmount)).toBe(data.budget);
      expect(process.tenders[0]?.ceilingAmount).toBe(data.procurement.abc);
      expect(process.awards[0]?.amount).toBe(data.procurement.awardAmount.replaceAll(',', ''));
      expect(process.bids).toHaveLength(data.bidders.length);
      expect(process.contractingProcess.projectId).toBe(project.id);
    }
    expect(grouped).toBeGreaterThan(0);
  });

  it('every row id is unique, every award has a supplier, every project a status', async () => {
    const { mapped } = await loading;
    const ids = mapped.flatMap(({ project, process }) => [
      `project ${project.id}`,
      ...project.components.map(({ id }) => `component ${id}`),
      ...Object.entries(process).flatMap(([table, rows]: [string, object]) =>
        (Array.isArray(rows) ? rows : []).map((row: { id: string }) => `${table} ${row.id}`),
      ),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(mapped.filter(({ process }) => !process.awards[0]?.supplier?.name)).toEqual([]);
    expect(mapped.filter(({ project }) => project.status === null)).toEqual([]);
  });

  it('reports the contracts without a marked winner, and nothing else', async () => {
    const { mapped } = await loading;
    const rules = mapped.flatMap(({ findings, project }) => findings.map(({ rule }) => `${rule} ${project.sourceId}`));
    const known = ['15B00017', '15K00202', '18Z00026'].map((id) => `DPWH-WINNER ${id}`);
    expect(rules).toEqual(expect.arrayContaining(known));
    expect(rules.filter((rule) => !rule.startsWith('DPWH-WINNER'))).toEqual([]);
  });

  it('holds what an auditor looks for: awards above the ceiling, single bidders, finished but not completed', async () => {
    const { mapped } = await loading;
    const above = mapped.filter(({ process: { tenders, awards } }) => {
      const [ceiling, awarded] = [tenders[0]?.ceilingAmount, awards[0]?.amount];
      return ceiling != null && awarded != null && compareDecimals(awarded, ceiling) > 0;
    });
    const ids = above.map(({ project }) => project.sourceId);
    expect(ids).toEqual(expect.arrayContaining(['18Z00004', '18Z00026', '21Z00007', '21Z00008']));
    expect(mapped.some(({ process }) => process.bids.length === 1)).toBe(true);
    expect(mapped.some(({ project }) => project.progressPercent === '100' && project.status !== 'completion')).toBe(
      true,
    );
  });
});
