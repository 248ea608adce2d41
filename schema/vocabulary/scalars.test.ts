import { readFileSync } from 'node:fs';
import { GraphQLObjectType, GraphQLSchema, graphqlSync, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from './scalars.js';

const EXAMPLES: Readonly<Record<string, string>> = {
  Decimal: '1234567.80',
  LocalDate: '2024-02-29',
  DateTime: '2024-03-31T00:30:00.000Z',
  Uscc: '91350100M000100Y43',
  RegionCode: '340503001',
  RegionEdition: '201210',
  ProjectCode: '2104-340503-04-01-123456',
  DocNo: '马政办〔2023〕15号',
  LandNo: '3405032023B00127',
  Quarter: '2024Q1',
  CurrencyCode: 'CNY',
};

// A schema that answers what it is asked, one field for each scalar: what clients meet is tested through graphql itself.
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: Object.fromEntries(
      VOCABULARY.map((type) => [
        `echo${type.name}`,
        { type, args: { value: { type } }, resolve: (_: unknown, { value }: { value?: unknown }) => value },
      ]),
    ),
  }),
});

function byVariable(name: string, value: unknown) {
  return graphqlSync({
    schema,
    source: `query ($v: ${name}) { out: echo${name}(value: $v) }`,
    variableValues: { v: value },
  });
}

function byLiteral(name: string, literal: string) {
  return graphqlSync({ schema, source: `{ out: echo${name}(value: ${literal}) }` });
}

it('is the whole vocabulary, in order', () => {
  expect(VOCABULARY.map(({ name }) => name)).toEqual(Object.keys(EXAMPLES));
});

describe.each(VOCABULARY.map((type) => [type.name, type] as const))('%s', (name, type) => {
  const example = EXAMPLES[name] ?? '';

  it('comes back as it went in, as variable and as literal', () => {
    expect(byVariable(name, example)).toEqual({ data: { out: example } });
    expect(byLiteral(name, JSON.stringify(example))).toEqual({ data: { out: example } });
    expect(byVariable(name, null)).toEqual({ data: { out: null } });
  });

  it.each(['', 'nonsense', `${'9'.repeat(300)}x`])('refuses %j with code, rule, both languages and a hint', (value) => {
    for (const { errors } of [byVariable(name, value), byLiteral(name, JSON.stringify(value))]) {
      const [error] = errors ?? [];
      expect(error?.extensions).toEqual({
        code: 'BAD_CODE',
        rule: expect.stringMatching(/^(?:R\d\d|[A-Z_]+)$/),
        messageZh: expect.stringMatching(/[\u4e00-\u9fff]/),
        hint: expect.stringMatching(/[\u4e00-\u9fff].* \/ /),
      });
      expect(error?.message).toContain(String(error?.extensions['rule']));
      // graphql-js puts the whole value of a variable before our sentence; ours is the original error's.
      expect((error?.originalError ?? error)?.message.length).toBeLessThan(300);
      expect(error?.locations?.length).toBe(1);
    }
  });

  it('refuses what is no string', () => {
    for (const value of [1.5, true, [], {}, 2 ** 53]) {
      expect(byVariable(name, value).errors?.[0]?.extensions['code']).toBe('BAD_CODE');
    }
    for (const literal of ['1.5', '1e5', 'true', 'ENUM', '{ a: 1 }']) {
      expect(byLiteral(name, literal).errors?.[0]?.extensions['code']).toBe('BAD_CODE');
    }
  });

  it('prints what is stored, also a value that was published though it breaks the rule', () => {
    for (const stored of [1.5, {}, []]) expect(() => type.serialize(stored)).toThrow();
    expect(type.serialize('nonsense')).toBe('nonsense');
    expect(type.serialize(example)).toBe(example);
  });

  it('is described in both languages', () => {
    expect(type.description).toMatch(/[\u4e00-\u9fff].* \/ [A-Z]/);
    expect(type.specifiedByURL ?? 'https://').toMatch(/^https:\/\//);
  });
});

describe('Decimal', () => {
  it('reads whole numbers by their digits and no fraction', () => {
    expect(byVariable('Decimal', 1000000)).toEqual({ data: { out: '1000000' } });
    expect(byLiteral('Decimal', '123456789012345678901234567890')).toEqual({
      data: { out: '123456789012345678901234567890' },
    });
    expect(byLiteral('Decimal', '0.10').errors?.[0]?.message).toContain('write it in quotes, "0.10"');
    expect(byVariable('Decimal', 0.1).errors?.[0]?.message).toContain('floating-point');
    expect(byVariable('Decimal', 2 ** 53).errors?.[0]?.message).toContain('loses digits');
  });

  it('prints no JavaScript number', () => {
    const [decimal] = VOCABULARY;
    expect(() => decimal?.serialize(12)).toThrow('12 is not a string');
  });
});

it('normalises what it reads, so one number has one spelling', () => {
  expect(byVariable('DocNo', '马政办[2023]15号')).toEqual({ data: { out: '马政办〔2023〕15号' } });
  expect(byVariable('RegionCode', '340503001000')).toEqual({ data: { out: '340503001' } });
  expect(byVariable('DateTime', '2024-03-31T08:30:00+08:00')).toEqual({ data: { out: '2024-03-31T00:30:00.000Z' } });
});

it('prints into a schema with its standards', () => {
  expect(printSchema(schema)).toContain(
    'scalar LocalDate @specifiedBy(url: "https://scalars.graphql.org/andimarek/local-date.html")',
  );
});

it('imports nothing but graphql and itself', () => {
  const files = [
    'checked',
    'checked-scalar',
    'currency',
    'date-time',
    'decimal',
    'doc-no',
    'land-no',
    'local-date',
    'name',
    'period',
    'project-code',
    'region-code',
    'scalars',
    'uscc',
    'uscc-departments',
    'uscc-refusal',
  ];
  const imported = files.flatMap((file) =>
    [...readFileSync(new URL(`${file}.ts`, import.meta.url), 'utf8').matchAll(/from '([^']+)'/g)].map(
      ([, from = '']) => from,
    ),
  );
  expect([...new Set(imported)].filter((from) => !from.startsWith('./'))).toEqual(['graphql']);
});
