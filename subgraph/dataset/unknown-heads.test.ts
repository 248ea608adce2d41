import { expect, it } from 'vitest';
import { unknownHeadFindings, unknownHeads } from './unknown-heads.js';

it('leaves the heads that no column took; a column without a head holds nothing to name', () => {
  expect(unknownHeads(['名称', '金额(万元)'], ['名称', '备注', '', '金额(万元)', '单位名称'])).toEqual([
    '备注',
    '单位名称',
  ]);
});

it('says so once for all of them, and keeps the file', () => {
  expect(unknownHeadFindings(['名称'], ['名称'], 'a.csv')).toEqual([]);
  expect(unknownHeadFindings(['名称'], ['名称', '备注', '附件'], 'a.csv')).toMatchObject([
    {
      rule: 'HEAD-UNKNOWN',
      severity: 'W',
      file: 'a.csv',
      value: '备注、附件',
      zh: expect.stringContaining('备注、附件'),
    },
  ]);
});
