import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkRegionCode, checkRegionEdition, editionInForce } from '../../schema/vocabulary/region-code.js';
import { describeWithCorpus } from '../kit/corpora.js';

describeWithCorpus('gb2260-history', 'region codes of seven revisions of GB/T 2260', (folder) => {
  const editions = folder ? readdirSync(folder).flatMap((file) => /^(\d{6})\.tsv$/.exec(file)?.[1] ?? []) : [];
  const codes = (edition: string): string[] =>
    readFileSync(path.join(folder, `${edition}.tsv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[2] ?? '');

  it('all have the shape, under editions that have theirs', () => {
    expect(editions).toHaveLength(7);
    expect(editions.filter((edition) => !checkRegionEdition(edition).ok)).toEqual([]);
    for (const edition of editions) {
      const listed = codes(edition);
      expect(listed.length).toBeGreaterThan(3500);
      expect(listed.filter((code) => !checkRegionCode(code).ok)).toEqual([]);
    }
  });

  it('show 博望区 340506 to a record of 2013 and 金家庄区 340502 to one of 2011', () => {
    const inForce = (day: string): string[] => codes(editionInForce(editions, day) ?? '');
    expect(inForce('2013-05-01')).toContain('340506');
    expect(inForce('2013-05-01')).not.toContain('340502');
    expect(inForce('2011-12-31')).toContain('340502');
    expect(inForce('2011-12-31')).not.toContain('340506');
  });
});
