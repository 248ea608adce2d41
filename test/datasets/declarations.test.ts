import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '../../sample/generate.js';
import { columnDoc } from '../../subgraph/dataset/column-doc.js';
import { exampleOf, unitOf } from '../../subgraph/dataset/column-type.js';
import { unknownHeads } from '../../subgraph/dataset/unknown-heads.js';
import { mapRow } from '../../subgraph/import/map-row.js';
import { declaredHeads, matchHeads } from '../../subgraph/import/match-heads.js';
import { readTable } from '../../subgraph/import/read-table.js';
import { storedColumns } from '../../subgraph/import/stored-columns.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import { DECLARED, SETTING } from './declared.js';

const BILINGUAL = /^[^/]*[\u4e00-\u9fff].* \/ .*[a-z]/;

/** As a reader may compare them: letters of one width, brackets alike, no blanks. */
const plain = (head: string): string => head.normalize('NFKC').replaceAll(/\s/g, '');

describe.each(DECLARED)('$id', ({ service, dataset }) => {
  const { columns, key, officialDate, scope } = dataset;
  const fields = columns.map(({ field }) => field);

  it('says who hands it in, on what basis, and by which key', () => {
    expect(dataset.id.startsWith(`${service}.`)).toBe(true);
    for (const text of [dataset.title, dataset.owner, dataset.basis]) expect(text).toMatch(BILINGUAL);
    expect(key.length).toBeGreaterThan(0);
    expect(key.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('explains every column in both languages and shows a cell of it', () => {
    const lacking = columns.filter((column) => {
      const { zh, en } = columnDoc(dataset, column);
      return !/[\u4e00-\u9fff]/.test(zh) || !/[a-z]/.test(en) || !exampleOf(column);
    });
    expect(lacking.map(({ head }) => head)).toEqual([]);
  });

  it('has no head or alias twice', () => {
    const heads = declaredHeads(columns).map(plain);
    expect(heads.filter((head, index) => heads.indexOf(head) < index)).toEqual([]);
  });

  it('prints the unit of every amount in each of its heads', () => {
    for (const column of columns.filter(({ unit }) => unit !== undefined))
      for (const head of [column.head, ...(column.aliases ?? [])]) {
        expect(column.type.name).toBe('Decimal');
        expect(head).toMatch(new RegExp(`\\(${unitOf(column)}\\)$`));
      }
    const undeclared = columns.filter(({ head, unit }) => /[(（][万亿]?元[)）]/.test(head) && unit === undefined);
    expect(undeclared.map(({ head }) => head)).toEqual([]);
  });

  it('takes the codes of an enumeration from the enumeration', () => {
    for (const entity of dataset.entities)
      for (const field of modelOf(entity).fields.values()) {
        const column = columns.find((each) => each.field === field.name);
        if (field.kind !== 'column' || !field.type.values || !column) continue;
        expect([field.name, column.type]).toEqual([field.name, field.type]);
        expect(new Set(Object.values(column.codes ?? {}))).toEqual(new Set(field.type.values));
        expect(Object.keys(column.codes ?? {}).filter((word) => word.includes(' / '))).toEqual([]);
      }
  });

  it('has its scope and official date in its rows', () => {
    const [entity] = dataset.entities;
    const model = entity && modelOf(entity);
    const has = (name: string | undefined): boolean => name !== undefined && model?.fields.has(name) === true;
    if (scope?.agency) expect([scope.agency, has(scope.agency.split('.')[0])]).toEqual([scope.agency, true]);
    if (scope?.period) expect([scope.period.field, has(scope.period.field)]).toEqual([scope.period.field, true]);
    if (officialDate) expect(columns.find(({ field }) => field === officialDate)?.type.name).toBe('LocalDate');
  });
});

describe('the datasets together', () => {
  it('have ids and file names of their own', () => {
    for (const names of [DECLARED.map(({ id }) => id), DECLARED.map(({ dataset }) => dataset.file)])
      expect(new Set(names).size).toBe(names.length);
  });

  it('name every column that may be personal', () => {
    const personal = DECLARED.flatMap(({ id, dataset }) =>
      dataset.columns.filter((column) => column.personal).map(({ head }) => `${id} ${head}`),
    );
    expect(personal).toEqual([
      'registry.agencies 负责人职务',
      'projects.land-supply 土地使用权人',
      'projects.land-supply 土地使用权人统一社会信用代码',
      'procurement.bid-openings 参加人员',
      'procurement.complaints 提出人',
      'procurement.complaints 提出人统一社会信用代码',
      'procurement.misconduct-records 当事人名称',
      'procurement.misconduct-records 统一社会信用代码',
      'procurement.asset-sales 受让方',
      'procurement.asset-sales 受让方统一社会信用代码',
      'procurement.project-links 认定人',
    ]);
  });
});

describe('the sample city’s files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'hub-test-'));
    await generateSample({ seed: 4, scale: 0.2, out: folder });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(DECLARED)('$id: every head is taken, and the declared key is the key of the rows', async ({ dataset }) => {
    const file = ['csv', 'xlsx'].map((ending) => path.join(folder, `${dataset.file}.${ending}`)).find(existsSync) ?? '';
    const [entity] = dataset.entities;
    const primary = entity ? storedColumns(entity).filter((column) => column.primary) : [];
    const stored = new Map<string, string>();
    const unknown = new Set<string>();
    let rows = 0;
    for await (const row of readTable(file, { heads: declaredHeads(dataset.columns) })) {
      const { heads, findings } = matchHeads(dataset.columns, row.head, file);
      for (const head of unknownHeads(heads.values(), row.head.names)) unknown.add(head);
      const mapped = mapRow(heads, row, file);
      expect([...findings, ...mapped.findings]).toEqual([]);
      const [made] = dataset.rows(mapped.values, SETTING)[0] ?? [];
      if (!made) throw new Error(`${dataset.id} makes no row`);
      stored.set(
        dataset.key.map((field) => String(at(mapped.values, field))).join('\n'),
        primary.map((column) => String(column.pick(made))).join('\n'),
      );
      rows += 1;
    }
    expect(rows).toBeGreaterThan(0);
    expect([...unknown]).toEqual([]);
    expect([stored.size, new Set(stored.values()).size]).toEqual([rows, rows]);
  });
});

/** The value at a path such as `candidate.name`. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], value);
