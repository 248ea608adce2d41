import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { readFields, selectedFields } from '../../subgraph/export/export-fields.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import type { Selected } from '../../subgraph/read/selection.js';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { askExport, linesOf } from './ask-export.js';

type Row = Record<string, unknown>;
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const MODELS = SERVICES.flatMap(({ entities }) => entities.map((each) => modelOf(each)));

const selectionText = (fields: readonly Selected[]): string =>
  fields.map(({ name, fields }) => (fields.length ? `${name} { ${selectionText(fields)} }` : name)).join(' ');

/** The rows of a collection, page by page, as any client would read them. */
async function pagesOf(
  hub: TestHub,
  collection: string,
  args: string,
  selection: string,
  enough = Infinity,
): Promise<Page> {
  const nodes: Row[] = [];
  let after = '';
  for (;;) {
    const { body } = await hub.query<Record<string, Page>>(
      `{ page: ${collection}(first: 500 ${args} ${after}) { totalCount nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
    );
    const page = body.data?.['page'];
    if (!page) throw new Error(JSON.stringify(body.errors));
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || nodes.length >= enough) return { ...page, nodes };
    after = `after: "${page.pageInfo.endCursor}"`;
  }
}

describe('every collection', () => {
  let hub: TestHub;
  beforeAll(async () => void (hub = await createHub('embedded')));
  afterAll(() => hub[Symbol.asyncDispose]());

  it.each(MODELS.map(({ plural }) => plural))('%s: rows and columns as pages have them', async (plural) => {
    const model = MODELS.find((each) => each.plural === plural)!;
    const selection = selectionText(selectedFields(readFields(model, undefined).fields));
    const { text, status } = await askExport(hub, plural, { format: 'ndjson' });
    expect(status).toBe(200);
    const lines = linesOf(text);
    const last = lines.pop();
    const { totalCount, nodes, pageInfo } = await pagesOf(hub, plural, '', selection, 1_500);
    expect(last).toMatchObject({ count: totalCount, complete: true });
    if (!pageInfo.hasNextPage) expect(last).toMatchObject({ endCursor: pageInfo.endCursor });
    expect(lines.length).toBe(totalCount);
    expect(lines.slice(0, nodes.length)).toEqual(nodes);
  });
});

describe.each(['embedded', 'distributed'] as const)('an export of a hub that is %s', (mode) => {
  let hub: TestHub;
  beforeAll(async () => void (hub = await createHub(mode)));
  afterAll(() => hub[Symbol.asyncDispose]());

  it('filters, searches and orders as a query does, over references and blanks', async () => {
    const filter =
      '{ or: [{ amount: { gt: "500000" } }, { status: { ne: ACTIVE } }], process: { buyer: { agencyId: { isNull: false } } } }';
    const { text } = await askExport(hub, 'contracts', {
      format: 'ndjson',
      filter,
      search: '采购',
      order: 'endOn desc nulls first, title',
      fields: 'id,endOn,supplier.legalEntity.uscc,process.title,process.buyer.agency,award.rank',
    });
    const { totalCount, nodes } = await pagesOf(
      hub,
      'contracts',
      `filter: ${filter}, search: "采购", orderBy: [{ field: END_ON, direction: DESC, nulls: FIRST }, { field: TITLE }]`,
      'id endOn supplier { legalEntity { uscc } } process { title buyer { agency { id } } } award { rank }',
    );
    const lines = linesOf(text);
    expect(lines.pop()).toMatchObject({ count: totalCount });
    expect(totalCount).toBeGreaterThan(10);
    expect(lines).toEqual(nodes);
  });

  it('writes a CSV of the same values', async () => {
    const fields = 'id,title,amount,supplier.uscc,process.title,process.projectLinkConfidence';
    const { text, headers } = await askExport(hub, 'contracts', { fields, order: 'amount desc' });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="contracts-\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''%E9%87%87%E8%B4%AD%E5%90%88%E5%90%8C-\d{4}-\d\d-\d\d\.csv$/,
    );
    expect(text.startsWith('\uFEFFid,title,amount,')).toBe(true);
    // A strict reader takes it, the last line included.
    const table = parse(text, { bom: true, record_delimiter: '\r\n' });
    expect(table.shift()).toEqual(fields.split(','));
    const { totalCount, nodes, pageInfo } = await pagesOf(
      hub,
      'contracts',
      'orderBy: [{ field: AMOUNT, direction: DESC }]',
      'id title amount supplier { uscc } process { title projectLinkConfidence }',
    );
    expect(table.pop()).toEqual([`# ${totalCount} 行 / rows; after=${pageInfo.endCursor}`, '', '', '', '', '']);
    const cell = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
    expect(table).toEqual(
      nodes.map((node) => {
        const { id, title, amount, supplier, process } = node as Record<string, Row | null>;
        return [id, title, amount, supplier?.['uscc'], process?.['title'], process?.['projectLinkConfidence']].map(
          cell,
        );
      }),
    );
  });

  it('leaves out what is switched off', async () => {
    const plain = { fields: 'id', heads: 'off', bom: 'off', count: 'off' };
    const { text } = await askExport(hub, 'agencies', plain);
    const { nodes } = await pagesOf(hub, 'agencies', '', 'id');
    expect(text).toBe(nodes.map(({ id }) => `${String(id)}\r\n`).join(''));
    const { text: objects } = await askExport(hub, 'agencies', { fields: 'id', count: 'off', format: 'ndjson' });
    expect(objects).toBe(nodes.map(({ id }) => `${JSON.stringify({ id })}\n`).join(''));
  });

  it('answers the city’s rows unless the filter names a jurisdiction', async () => {
    const count = async (filter?: string): Promise<unknown> => {
      const { text } = await askExport(hub, 'contracts', { format: 'ndjson', fields: 'id', ...(filter && { filter }) });
      return linesOf(text).pop()?.['count'];
    };
    const [row] = await hub.database.sql(
      `select count(*) n from procurement.contract where jurisdiction = 'CN-349900'`,
    );
    expect(await count()).toBe(Number(row?.['n']));
    expect(await count('{"jurisdiction":{"eq":"PH-DPWH"}}')).toBe(0);
  });

  it('tells its heads to HEAD and holds nothing open', async () => {
    const response = await hub.fetch('/export/contracts', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  });
});
