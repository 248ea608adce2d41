import { addDays } from '../../schema/vocabulary/local-date.js';
import { addWorkdays, drawDay, workdayFrom } from '../calendar.js';
import { type Fen, fenOf, wanYuan } from '../fen.js';
import type { Random } from '../random.js';
import type { Agency } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import type { Column } from '../write/table.js';

export interface AssetSale {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly seller: Agency | LegalPerson;
  /** null = a natural person. */
  readonly buyer: LegalPerson | null;
  readonly person: string;
  readonly evaluated: Fen;
  readonly listed: Fen;
  readonly traded: Fen;
  readonly listedOn: string;
  readonly tradedOn: string;
  readonly method: string;
}

export const ASSET_SALE_COLUMNS: readonly Column<AssetSale>[] = [
  ['项目编号', ({ id }) => id],
  ['项目名称', ({ title }) => title],
  ['资产类别', ({ kind }) => kind],
  ['转让方', ({ seller }) => seller.name],
  ['转让方统一社会信用代码', ({ seller }) => seller.uscc],
  ['转让方机构编号', ({ seller }) => ('id' in seller ? seller.id : '')],
  ['受让方', ({ buyer, person }) => buyer?.name ?? person],
  ['受让方统一社会信用代码', ({ buyer }) => buyer?.uscc ?? ''],
  ['评估价(万元)', ({ evaluated }) => wanYuan(evaluated)],
  ['挂牌价(万元)', ({ listed }) => wanYuan(listed)],
  ['成交价(万元)', ({ traded }) => wanYuan(traded)],
  ['挂牌日期', ({ listedOn }) => listedOn],
  ['成交日期', ({ tradedOn }) => tradedOn],
  ['交易方式', ({ method }) => method],
  ['投资项目统一代码', () => ''],
];

const KINDS = [
  ['车辆', '报废公务用车一批', 120_000, true],
  ['设备', '闲置办公设备一批', 80_000, true],
  ['房产', '闲置办公用房', 6_500_000, true],
  ['股权', '持有的参股企业股权', 18_000_000, false],
  ['经营权', '停车场经营权', 2_400_000, false],
] as const;

/** Property-right sales: listed not below the valuation, sold not below the listing. */
export function drawAssetSales(
  random: Random,
  count: number,
  sellersOn: (day: string) => readonly Agency[],
  platforms: readonly LegalPerson[],
  buyers: readonly LegalPerson[],
): AssetSale[] {
  return Array.from({ length: count }, (_, at): AssetSale => {
    const [kind, what, median, isAgencys] = random.pick(KINDS);
    const listedOn = workdayFrom(drawDay(random, '2022-01-10', '2024-11-08'));
    const seller = isAgencys ? random.pick(sellersOn(listedOn)) : random.pick(platforms);
    const isPersons = kind === '车辆' && random.chance(0.5);
    const evaluated = fenOf(random.logNormal(median, 0.5), 100);
    const listed = random.chance(0.7) ? evaluated : fenOf((evaluated / 100) * random.real(1, 1.1), 100);
    const method = random.weighted([
      ['网络竞价', 70],
      ['协议转让', 15],
      ['拍卖', 15],
    ] as const);
    return {
      id: `CQ-${listedOn.slice(0, 4)}-${String(at + 1).padStart(4, '0')}`,
      title: `${seller.name}${what}转让`,
      kind,
      seller,
      method,
      buyer: isPersons ? null : random.pick(buyers),
      person: `${random.pick([...'孙马朱胡郭何'])}*`,
      evaluated,
      listed,
      listedOn,
      traded: method === '协议转让' ? listed : fenOf((listed / 100) * random.real(1, 1.25), 100),
      tradedOn: addWorkdays(addDays(listedOn, 28), random.int(0, 5)),
    };
  });
}
