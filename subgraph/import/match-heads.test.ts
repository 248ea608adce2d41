import { describe, expect, it } from 'vitest';
import { Decimal, Text } from '../model/types.js';
import type { DatasetColumn } from './define-dataset.js';
import { matchHeads } from './match-heads.js';
import { tableHead } from './table-row.js';

const amount: DatasetColumn = { field: 'amount', head: '合同金额', aliases: ['金额'], type: Decimal, unit: 'YUAN' };
const total: DatasetColumn = { field: 'total', head: '总投资(万元)', type: Decimal, unit: 'WAN_YUAN', required: true };
const area: DatasetColumn = { field: 'area', head: '面积(公顷)', type: Decimal };
const name: DatasetColumn = { field: 'name', head: '项目名称', type: Text };

function match(column: DatasetColumn, heads: readonly string[], above: readonly string[] = []) {
  const { heads: matched, findings } = matchHeads([column], tableHead(heads, { above, row: 4 }), 'f.csv');
  return [matched.get(column), ...findings.map(({ rule, value }) => `${rule} ${value}`)];
}

describe('a head stands for a column', () => {
  it.each([
    [amount, '合同金额'],
    [amount, '合同金额（元）'],
    [amount, '合同金额(元)'],
    [amount, '合同 金额\n（单位：元）'],
    [amount, '合同金额:元'],
    [amount, '*合同金额'],
    [amount, '金额（人民币元）'],
    [total, '总投资（万元）'],
    [total, '总投资'],
    [total, '投资情况/总投资(万元)'],
    [area, '面积（公顷）'],
    [name, '项目／名称'],
    [name, '项目/名称'],
    [name, 'ＸＸ/项目名称'],
  ])('%#: %s', (column, head) => {
    expect(match(column, ['序号', head])).toEqual([head]);
  });

  it.each([
    [amount, '金额合计'],
    [name, '项目名称(元)'],
    [area, '面积(亩)'],
  ])('%#: not %s', (column, head) => {
    expect(match(column, [head])[0]).toBeUndefined();
  });

  it('and of two the one with the declared unit, before it the one written as declared', () => {
    expect(match(total, ['总投资(元)', '总投资（万元）'])).toEqual(['总投资（万元）']);
    expect(match(amount, ['合同金额(万元)', '合同金额'])).toEqual(['合同金额']);
  });
});

describe('R16: a unit other than the declared one', () => {
  it.each([
    [amount, '合同金额(万元)', [], '万元'],
    [amount, '合同金额（亿元）', [], '亿元'],
    [amount, '合同金额（千元）', [], '千元'],
    [amount, '合同金额（万美元）', [], '万美元'],
    [total, '总投资(元)', ['单位：万元'], '元'],
    [amount, '合同金额', ['阳光市合同表', '单位：万元'], '万元'],
    [amount, '合同金额', ['阳光市合同表（金额单位: 人民币万元）'], '万元'],
    [amount, '合同金额', ['单位：万元、公顷'], '万元'],
  ])('%#: %s', (column, head, above, unit) => {
    expect(match(column, [head], above)).toEqual([head, `R16 ${unit}`]);
  });

  it.each([
    [amount, '合同金额（元）', ['单位：万元']],
    [amount, '合同金额', ['填报单位：元通集团有限公司']],
    [amount, '合同金额', ['单位：元']],
    [area, '面积(公顷)', ['单位：万元']],
  ])('%#: but not %s under %s', (column, head, above) => {
    expect(match(column, [head], above)).toEqual([head]);
  });

  it('names both units and what to do', () => {
    const { findings } = matchHeads([amount], tableHead(['合同金额(万元)'], { row: 4 }), 'f.csv');
    expect(findings).toMatchObject([
      {
        zh: '“合同金额”应以元为单位，文件印的是万元',
        en: '合同金额 is declared in 元, the file prints 万元',
        remedy: expect.stringContaining('“合同金额(元)”') as string,
        row: 4,
      },
    ]);
  });
});
