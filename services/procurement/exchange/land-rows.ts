/** Table 601 (with the way of supply of table 600) → results of land supply, which the service of projects keeps. */
import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { multiplyDecimals, parseDecimal } from '../../../schema/vocabulary/decimal.js';
import { checkUscc } from '../../../schema/vocabulary/uscc.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import type { ImportRow } from '../../../subgraph/import/stored-columns.js';
import type { ExchangeRow } from './exchange-row.js';
import type { ExchangeSetting } from './release-parts.js';

const METHODS: Readonly<Record<string, string>> = {
  划拨: 'ALLOCATION',
  挂牌: 'LISTING',
  挂牌出让: 'LISTING',
  拍卖: 'AUCTION',
  拍卖出让: 'AUCTION',
  招标: 'TENDER',
  招标出让: 'TENDER',
  协议: 'AGREEMENT',
  协议出让: 'AGREEMENT',
};

/** Rows for `projects.land_transfer`; the form prints areas in square kilometres, of which one has 100 hectares. */
export function landRows(rows: readonly ExchangeRow[], setting: ExchangeSetting): ImportRow[] {
  const deals = new Map(
    rows
      .filter(({ table }) => table.name === 'DEAL_BEHAVIOR_INFO')
      .map((row) => [row.text('ANNOUNCEMENT_GUID') ?? '', row] as const),
  );
  return rows
    .filter(({ table }) => table.name === 'DEAL_LAND_INFO')
    .map((row) => {
      const deal = deals.get(row.text('DEAL_ANNOUNCEMENT_GUID') ?? '');
      const words = deal?.text('SUPPLY_TYPE') ?? deal?.text('LISTING_TYPE') ?? '';
      const published = row.day('PUBLISHING_TIME');
      const region = row.text('REGION_CODE');
      const money = row.money('DEAL_PRICE', 'PRICE_UNIT', 'CURRENCY_CODE', setting.currency);
      const area = parseDecimal(row.text('LAND_AREA') ?? '');
      const holder = row.text('LENDING_NAME');
      const code = checkUscc(row.texts('LENDING_CODE')[0] ?? '');
      return {
        id: row.text('DEAL_LAND_CODE'),
        landNo: null,
        regionCode: region,
        regionEdition: region !== null && published !== null ? editionOf(published) : null,
        projectTitle: row.text('LAND_PROJECT_NAME'),
        projectCode: row.text('INVEST_PROJECT_CODE'),
        location: row.text('LAND_POSITION'),
        areaHectares: area.ok ? multiplyDecimals(area.value, '100') : null,
        landUse: row.text('LAND_USAGE'),
        supplyMethod: METHODS[words] ?? null,
        usageYears: row.text('LEND_AGE_LIMIT'),
        price: money?.amount ?? null,
        currency: money?.currency ?? setting.currency,
        sourceUnit: row.text('PRICE_UNIT') === '1' ? 'WAN_YUAN' : 'YUAN',
        holder: identifiedParty({ name: holder, uscc: code.ok ? code.value : null }, setting.jurisdiction),
        jurisdiction: setting.jurisdiction,
        source: row.file,
      };
    });
}
