import { expect, it } from 'vitest';
import { fileName } from './file-name.js';
import { distinctHeads, shortName } from './head-names.js';

it.each([
  ['签订时的合同金额，单位：元（按币种） / Value as signed', '签订时的合同金额（元）'],
  ['形象进度，单位：%，0–100 / Physical progress', '形象进度（%）'],
  ['供应商；联合体为牵头人 / Supplier', '供应商'],
  ['采购项目标识：注册前缀 + 采购项目编号 / Open contracting id', '采购项目标识'],
  ['中标（成交）金额，单位：元 / Value', '中标（成交）金额（元）'],
  ['统一社会信用代码 / Unified social credit code (GB 32100-2015)', '统一社会信用代码'],
])('%s is headed %s', (doc, head) => expect(shortName(doc)).toBe(head));

it('tells heads apart that would be alike', () => {
  const fields = [
    { zh: '标识', path: ['id'] },
    { zh: '名称', path: ['name'] },
    { zh: '标识', path: ['localId'] },
  ];
  expect(distinctHeads(fields)).toEqual(['标识（id）', '名称', '标识（localId）']);
});

it('names the file in both scripts, on the day of Beijing', () => {
  const model = { doc: '采购合同 / Procurement contract', plural: 'contracts' } as Parameters<typeof fileName>[0];
  expect(fileName(model, 'csv', Date.UTC(2024, 11, 31, 17))).toBe(
    `attachment; filename="contracts-2025-01-01.csv"; filename*=UTF-8''%E9%87%87%E8%B4%AD%E5%90%88%E5%90%8C-2025-01-01.csv`,
  );
});
