import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { createHub } from '../kit/create-hub.js';
import { askExport, linesOf } from './ask-export.js';

const TITLES = [
  '=HYPERLINK("http://example.invalid","点此")',
  '+1+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '合同, "甲"\r\n乙',
  '',
  ' 前后空格 ',
  '913401007117747673',
];

it('leaves no formula in a CSV, and loses nothing', async () => {
  await using hub = await createHub('embedded', { writes: true });
  const { sql } = hub.database;
  await sql(
    `update procurement.contract c set title = t.title, amount = -12.50 from
     (select id, row_number() over (order by id) n from procurement.contract) k
     join unnest($1::text[]) with ordinality t(title, n) on t.n = k.n where c.id = k.id`,
    [TITLES],
  );
  const filter = '{ amount: { lt: "0" } }';
  const ask = { filter, order: 'id', fields: 'title,amount,description' };
  const { text: objects } = await askExport(hub, 'contracts', { ...ask, format: 'ndjson' });
  expect(linesOf(objects).map(({ title }) => title)).toEqual([...TITLES, undefined]);

  const { text } = await askExport(hub, 'contracts', { ...ask, count: 'off' });
  const cells = parse(text, { bom: true, from: 2 }).map(([title, amount]) => ({ title, amount }));
  expect(cells.map(({ title }) => title)).toEqual([
    ...TITLES.slice(0, 7).map((title) => `'${title}`),
    ...TITLES.slice(7),
  ]);
  // A number is a number: its minus makes no formula.
  expect(new Set(cells.map(({ amount }) => amount))).toEqual(new Set(['-12.50']));
  // An empty text and no text are two things.
  expect(text).toContain('\r\n"",-12.50,');

  const { text: forExcel } = await askExport(hub, 'contracts', { ...ask, count: 'off', codes: 'excel' });
  const titles = parse(forExcel, { bom: true, from: 2 }).map(([title]) => title);
  expect(titles.at(-1)).toBe('="913401007117747673"');
  expect(titles[0]).toBe(`'${TITLES[0]}`);
});

it('can have Chinese heads, no two alike', async () => {
  await using hub = await createHub('embedded');
  const { text } = await askExport(hub, 'contracts', { heads: 'zh', fields: 'id,amount,supplier.uscc,*,cursor' });
  const [heads = []] = parse(text, { bom: true, to: 1 });
  expect(heads.slice(0, 3)).toEqual(['合同标识', '签订时的合同金额（元）', '供应商·统一社会信用代码']);
  expect(heads.at(-1)).toBe('cursor');
  expect(new Set(heads).size).toBe(heads.length);
});
