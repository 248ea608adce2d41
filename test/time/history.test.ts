import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssetSale } from '../../services/procurement/asset-sale/asset-sale.entity.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { publishTables } from '../../subgraph/import/publish.js';
import type { ImportRow } from '../../subgraph/import/stored-columns.js';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf, expectOneError } from '../kit/expect-answer.js';
import { inDatabase } from '../kit/test-database.js';
import { SYSTEM } from './revise-rows.js';

let hub: TestHub | undefined;
const instants: string[] = [];

/** Publishes asset sales as a file of them would be. */
const sell = (rows: readonly ImportRow[]): Promise<string> =>
  inDatabase(hub!.database.url, (client) =>
    publish(
      client,
      {
        ...SYSTEM,
        officiallyPublishedOn: '2024-03-15',
        files: [{ name: 'sales.csv', sha256: 'ab'.repeat(32), bytes: 7 }],
      },
      async (publication) => {
        const given = rows.map((row, at) => ({ jurisdiction: 'CN-1', source: 'sales.csv', hubRow: at + 2, ...row }));
        await publishTables(publication, 'procurement', [{ entity: AssetSale, rows: given }]);
        return (await publication.open()).instant;
      },
    ),
  );

beforeAll(async () => {
  hub = await createHub('embedded', { sample: false, writes: true });
  instants.push(
    await sell([
      { id: 'S1', tradeValue: '100.00', currency: 'CNY' },
      { id: 'S2', tradeValue: '7', currency: 'CNY' },
    ]),
  );
  instants.push(
    await sell([
      { id: 'S1', tradeValue: '120.00', currency: 'CNY' },
      { id: 'S2', tradeValue: '7', currency: 'CNY' },
    ]),
  );
  instants.push(await sell([{ id: 'S1', tradeValue: '120.00', currency: 'USD' }]));
});
afterAll(() => hub?.[Symbol.asyncDispose]());

const HISTORY = `query ($id: ID!, $first: Int, $after: String) { assetSale(id: $id) { tradeValue currency
  provenance { publishedAt officiallyPublishedOn sourceFile sourceRow batch { id files { nodes { name sha256 } } } }
  history(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { publishedAt until ended changed row { tradeValue currency } provenance { batch { id } } } } } }`;

interface Sale {
  assetSale: {
    tradeValue: string;
    provenance: { publishedAt: string };
    history: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: {
        publishedAt: string;
        until: string | null;
        ended: string | null;
        changed: string[];
        row: { tradeValue: string };
      }[];
    };
  };
}

describe('the history of a row', () => {
  it('has each version once, the newest first, with what changed', async () => {
    const { assetSale } = dataOf(await hub!.query<Sale>(HISTORY, { id: 'S1' }));
    expect(assetSale).toMatchObject({
      tradeValue: '120.00',
      provenance: {
        publishedAt: instants[2],
        officiallyPublishedOn: '2024-03-15',
        sourceFile: 'sales.csv',
        sourceRow: 2,
        batch: { files: { nodes: [{ name: 'sales.csv', sha256: 'ab'.repeat(32) }] } },
      },
      history: {
        totalCount: 3,
        nodes: [
          {
            publishedAt: instants[2],
            until: null,
            ended: null,
            changed: ['currency'],
            row: { tradeValue: '120.00', currency: 'USD' },
          },
          {
            publishedAt: instants[1],
            until: instants[2],
            ended: 'REVISED',
            changed: ['tradeValue'],
            row: { tradeValue: '120.00', currency: 'CNY' },
          },
          {
            publishedAt: instants[0],
            until: instants[1],
            ended: 'REVISED',
            changed: [],
            row: { tradeValue: '100.00', currency: 'CNY' },
          },
        ],
      },
    });
  });

  it('of a row that did not change is one version, whatever batches followed', async () => {
    const { assetSale } = dataOf(await hub!.query<Sale>(HISTORY, { id: 'S2' }));
    expect(assetSale.history.totalCount).toBe(1);
    expect(assetSale.provenance.publishedAt).toBe(instants[0]);
  });

  it('is read page by page', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { assetSale }: Sale = dataOf(await hub!.query<Sale>(HISTORY, { id: 'S1', first: 1, after }));
      seen.push(...assetSale.history.nodes.map(({ publishedAt }) => publishedAt));
      if (!assetSale.history.pageInfo.hasNextPage) break;
      after = assetSale.history.pageInfo.endCursor;
    }
    expect(seen).toEqual(instants.toReversed());
    expectOneError(await hub!.query(HISTORY, { id: 'S1', first: 101 }), 'BAD_PAGE');
  });

  it('as of a past instant knows nothing of what came later', async () => {
    const headers = { 'hub-as-of': instants[1] ?? '' };
    const { assetSale } = dataOf(await hub!.query<Sale>(HISTORY, { id: 'S1' }, headers));
    expect(assetSale.history).toMatchObject({
      totalCount: 2,
      nodes: [
        { publishedAt: instants[1], until: null, ended: null },
        { publishedAt: instants[0], until: instants[1], ended: 'REVISED' },
      ],
    });
  });
});

describe('a row that was withdrawn', () => {
  beforeAll(async () => {
    await inDatabase(hub!.database.url, (client) =>
      publish(client, { ...SYSTEM, kind: 'WITHDRAWAL', reason: '重复录入 / entered twice' }, async (publication) => {
        const { id } = await publication.open();
        publication.touch('procurement', AssetSale);
        await client.query(`delete from procurement.asset_sale where id = 'S2'`);
        await client.query(
          `insert into hub.withdrawal (dataset_id, service, entity, record_key, reason, withdrawn_by, batch_id)
           values ('procurement.asset-sales', 'procurement', 'AssetSale', 'S2', '重复录入 / entered twice', 'test', $1)`,
          [id],
        );
      }),
    );
  });

  it('answers why it is not there, and what it was before', async () => {
    const look = '{ sale: assetSale(id: "S2") { tradeValue } }';
    const error = expectOneError(await hub!.query(look), 'WITHDRAWN');
    expect(error.extensions).toMatchObject({ recordKey: 'S2', reason: '重复录入 / entered twice' });
    expect(dataOf(await hub!.query(look, {}, { 'hub-as-of': instants[2] ?? '' }))).toEqual({
      sale: { tradeValue: '7' },
    });
    expect(dataOf(await hub!.query('{ assetSale(id: "S9") { id } }'))).toEqual({ assetSale: null });
    const tombs = '{ withdrawals { nodes { entity recordKey reason batch { mode } } } }';
    expect(dataOf(await hub!.query(tombs))).toEqual({
      withdrawals: {
        nodes: [
          { entity: 'AssetSale', recordKey: 'S2', reason: '重复录入 / entered twice', batch: { mode: 'SYSTEM' } },
        ],
      },
    });
  });
});

describe('a field worked out in TypeScript', () => {
  it('is read with the columns it needs, under any name and in any depth', async () => {
    await hub!.database.sql(
      `insert into registry.legal_entity (uscc, jurisdiction, name) values ('91340100MA2MQ0323N', 'CN-1', '甲'), ('11340500003095123P', 'CN-1', '乙')`,
    );
    const query = '{ legalEntities { nodes { kind: registeredAs } edges { node { name registeredAs uscc } } } }';
    expect(dataOf(await hub!.query(query))).toEqual({
      legalEntities: {
        nodes: [{ kind: '机构编制·机关' }, { kind: '工商（市场监管）·企业' }],
        edges: [
          { node: { name: '乙', registeredAs: '机构编制·机关', uscc: '11340500003095123P' } },
          { node: { name: '甲', registeredAs: '工商（市场监管）·企业', uscc: '91340100MA2MQ0323N' } },
        ],
      },
    });
  });
});
