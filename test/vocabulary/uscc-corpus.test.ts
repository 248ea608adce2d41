import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { buildUscc, checkUscc, usccParts } from '../../schema/vocabulary/uscc.js';
import { describeWithCorpus } from '../kit/corpora.js';

describeWithCorpus('cn-enterprises-anhui', 'unified social credit codes of 5,375 enterprises of Anhui', (folder) => {
  const rows = (): Record<string, string>[] =>
    parse(readFileSync(path.join(folder, 'enterprises.csv'), 'utf8'), { columns: true, bom: true });
  const codes = (): string[] => rows().map((row) => row['统一社会信用代码'] ?? '');

  it('pass every check but one, which rule R02 refuses', () => {
    const refused = codes().flatMap((code) => {
      const checked = checkUscc(code);
      return checked.ok ? [] : [{ code, rule: checked.rule }];
    });
    expect(codes()).toHaveLength(5375);
    expect(refused).toEqual([{ code: '91340100MA2MQ0323N', rule: 'R02' }]);
  });

  it('are built again from their parts', () => {
    const built = codes().filter((code) => buildUscc(usccParts(code)) === code);
    expect(built).toHaveLength(5374);
  });
});
