import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { packageRoot } from '../../hub/package-root.js';
import { dictionaryRows } from '../../subgraph/dataset/dictionary-rows.js';
import { printDictionary } from '../../subgraph/dataset/print-dictionary.js';

describe('docs/datasets.md', () => {
  it('is what the declarations say; hub print-datasets prints it anew', () => {
    expect(readFileSync(path.join(packageRoot, 'docs', 'datasets.md'), 'utf8')).toBe(printDictionary(SERVICES));
  });
});

describe('the rows of the dictionary', () => {
  const { datasets, columns } = dictionaryRows(SERVICES);

  it('are one for each dataset and one for each column', () => {
    expect(datasets.map(({ id }) => id)).toEqual(SERVICES.flatMap((each) => each.datasets.map(({ id }) => id)));
    expect(columns.length).toBe(SERVICES.flatMap((each) => each.datasets.flatMap((one) => one.columns)).length);
    for (const rows of [datasets, columns]) expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('say of an amount its printed unit, and nothing of the unit in which the graph gives it', () => {
    expect(columns.find(({ id }) => id === 'projects.projects/总投资(万元)')).toEqual({
      id: 'projects.projects/总投资(万元)',
      dataset_id: 'projects.projects',
      position: 14,
      head: '总投资(万元)',
      aliases: ['项目总投资(万元)', '计划总投资(万元)', '投资总额(万元)'],
      field: 'budgetAmount',
      type: 'Decimal',
      required: false,
      unit: '万元',
      code_list: null,
      code_list_edition: null,
      codes: null,
      personal: false,
      doc: '总投资',
      doc_en: 'Total investment (OC4IDS budget.amount)',
      example: '5587.00',
    });
  });

  it('say of a code the list and every word that is read as it', () => {
    expect(columns.find(({ id }) => id === 'registry.legal-persons/登记状态')).toMatchObject({
      type: 'LegalEntityStatus',
      code_list: 'LegalEntityStatus',
      code_list_edition: null,
      codes: { 存续: 'ACTIVE', 在业: 'ACTIVE', '吊销，未注销': 'REVOKED', 迁出: 'MOVED_OUT' },
    });
    expect(columns.find(({ id }) => id === 'projects.projects/行业领域')).toMatchObject({
      code_list: 'OC4IDS projectSector',
      code_list_edition: '0.9.5',
    });
  });

  it('tell a part of a party from the outside in', () => {
    expect(columns.find(({ id }) => id === 'procurement.asset-sales/转让方')).toMatchObject({
      doc: '转让方：名称，按来源所载',
      doc_en: 'Seller: name as the source prints it',
    });
  });

  it('say what part of the city a file speaks for', () => {
    expect(datasets.find(({ id }) => id === 'procurement.misconduct-records')).toMatchObject({
      scope_agency: 'issuingBody.agencyId',
      scope_period: 'decidedOn',
      period_unit: 'YEAR',
      key_columns: ['id'],
      official_date: null,
    });
  });
});
