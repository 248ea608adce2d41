import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldOf, modelOf, snakeCase, type ToOneField } from '../../subgraph/model/entity-model.js';
import type { DatasetColumn } from '../../subgraph/import/define-dataset.js';
import { PERSONAL_VALUE } from '../../subgraph/dataset/personal-value.js';
import { copyDatabase, type TestDatabase } from '../kit/test-database.js';
import {
  DATASETS,
  digest,
  firstRows,
  headOf,
  importFile,
  importRows,
  sampleFile,
  type Cells,
} from './dataset-files.js';

/** A cell that each kind of value refuses, and the rule it breaks. */
const WRONG: Readonly<Record<string, readonly [cell: string, rule: string]>> = {
  Decimal: ['一百', 'DECIMAL'],
  LocalDate: ['2024-02-30', 'LOCAL_DATE'],
  DateTime: ['2024-02-30 09:00', 'DATE_TIME'],
  Uscc: ['913401001234567890', 'R02'],
  RegionCode: ['34990', 'R07'],
  RegionEdition: ['202313', 'R07'],
  ProjectCode: ['2413-349903-17-01-549790', 'R12'],
  DocNo: ['无文号', 'R14'],
  LandNo: ['123', 'R13'],
  Int: ['1.5', 'INTEGER'],
  Boolean: ['也许', 'YES-NO'],
};

/** How the column can be filled in wrongly, each with the rule that says so. */
function wrongCells(column: DatasetColumn): { cell: string; rule: string }[] {
  const blank = column.required ? [{ cell: '', rule: 'REQUIRED' }] : [];
  if (column.parse) return [{ cell: '不是这种写法', rule: 'CELL-FORM' }];
  if (column.codes) return [...blank, { cell: '无此代码', rule: 'CODE-LIST' }];
  const [cell, rule] = WRONG[column.type.name] ?? [];
  return cell !== undefined && rule !== undefined ? [...blank, { cell, rule }] : blank;
}

let shared: TestDatabase | undefined;
beforeAll(async () => void (shared = await copyDatabase('sample')));
afterAll(() => shared?.[Symbol.asyncDispose]());

describe.each(DATASETS)('$id', (handed) => {
  const { dataset } = handed;

  it('the same file again changes nothing', async () => {
    const report = await importFile(shared!, handed, sampleFile(dataset));
    expect(report.findings).toEqual([]);
    expect(report.rows).toBeGreaterThan(0);
    for (const table of report.tables)
      expect(table).toMatchObject({ inserted: 0, changed: 0, removed: 0, unchanged: table.staged });
  });

  it('a wrong cell refuses the whole file, with row, column and rule', async () => {
    const [right, other] = (await firstRows(sampleFile(dataset), 2)) as [Cells, Cells];
    const before = await digest(shared!, handed);
    let tried = 0;
    for (const column of dataset.columns) {
      const head = headOf(column, other);
      if (head === undefined) continue;
      for (const { cell, rule } of wrongCells(column)) {
        const { findings, tables } = await importRows(shared!, handed, [right, { ...other, [head]: cell }]);
        expect(findings).toHaveLength(1);
        expect({ head, cell, findings, tables }).toMatchObject({
          head,
          cell,
          findings: [
            {
              rule,
              severity: 'E',
              file: 'handed-in.csv',
              path: `第 3 行“${head}” / row 3, ${head}`,
              value: column.personal && cell ? PERSONAL_VALUE : cell || 'null',
              row: 3,
              column: head,
              zh: expect.stringMatching(/[\u4e00-\u9fff]/) as string,
              en: expect.stringMatching(/[a-z]/) as string,
              remedy: expect.any(String) as string,
            },
          ],
          tables: [],
        });
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(1);
    expect(await digest(shared!, handed)).toBe(before);
    // Without the wrong cell it is a file of another name with the same rows: none of them is revised.
    const accepted = await importRows(shared!, handed, [right, other]);
    expect(accepted).toMatchObject({
      outcome: 'PUBLISHED',
      findings: [],
      tables: [{ inserted: 0, changed: 0 }, {}].slice(0, accepted.tables.length),
    });
    expect(await digest(shared!, handed)).toBe(before);
  });

  it('a row given twice, and a column that is missing, refuse it too', async () => {
    const [row] = (await firstRows(sampleFile(dataset), 1)) as [Cells];
    const twice = await importRows(shared!, handed, [row, row]);
    expect([twice.findings, twice.tables]).toMatchObject([
      [{ rule: 'KEY-DUPLICATE', path: '第 3 行 / row 3', en: expect.stringContaining('row 2') as string }],
      [],
    ]);
    for (const column of dataset.columns.filter(({ required }) => required)) {
      const head = headOf(column, row) ?? '';
      const { [head]: _, ...others } = row;
      const { findings, tables } = await importRows(shared!, handed, [others]);
      expect([findings, tables]).toMatchObject([
        [{ rule: 'HEAD-MISSING', zh: expect.stringContaining(column.head) as string }],
        [],
      ]);
    }
  });

  const references = referencesOf(handed);
  it.runIf(references.length)('a row that refers to one that is not there refuses it', async () => {
    const [row] = (await firstRows(sampleFile(dataset), 1)) as [Cells];
    for (const { column, target } of references) {
      const head = headOf(column, row) ?? '';
      const before = await digest(shared!, handed);
      const missing = column.type.name === 'ProjectCode' ? '2401-349903-17-01-000000' : 'none-such';
      const { findings, tables } = await importRows(shared!, handed, [{ ...row, [head]: missing }]);
      expect({ head, findings, tables }).toMatchObject({
        head,
        findings: [
          { rule: 'REF-MISSING', severity: 'E', value: missing, en: expect.stringContaining(target) as string },
        ],
        tables: [],
      });
      expect(await digest(shared!, handed)).toBe(before);
    }
  });
});

/** The columns of a dataset that name a row of the same service. */
function referencesOf({ dataset }: (typeof DATASETS)[number]): { column: DatasetColumn; target: string }[] {
  const [entity] = dataset.entities;
  if (!entity) return [];
  const model = modelOf(entity);
  const fields = [...model.fields.values()].filter((field): field is ToOneField => field.kind === 'toOne');
  return fields.flatMap((field) => {
    const target = modelOf(field.target());
    const [[key, stored] = ['', '']] = field.columns();
    const column = dataset.columns.find(({ field: name }) => name !== undefined && snakeCase(name) === stored);
    const isChecked =
      target.role === 'entity' && !target.lookup && !field.from && fieldOf(target, key).kind === 'column';
    return isChecked && column ? [{ column, target: target.name }] : [];
  });
}
