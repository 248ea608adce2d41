import { defineRule, type Rule } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { sumTolerance } from '../../../subgraph/check/printed-unit.js';
import { LandInstalment } from './land-instalment.entity.js';
import { LandTransfer } from './land-transfer.entity.js';

const SOURCE = '国有建设用地使用权出让合同 / model contract of land grants';
const operand = (field: string, value: string) => ({ entity: 'LandTransfer', key: 's.id', field, value });

const instalmentsSumToPrice: Rule = defineRule({
  id: 'L01',
  severity: 'W',
  zh: '分期支付约定之和等于成交价格',
  en: 'The agreed instalments sum to the price',
  remedy: '核对合同：是否漏登了某一期 / compare the contract: an instalment may be missing',
  source: SOURCE,
  entity: LandTransfer,
  reads: [LandTransfer, LandInstalment],
  alone: true,
  sql: (t) => {
    const tolerance = sumTolerance('WAN_YUAN', ['s.price', 'i.total'], 'i.parts');
    return judged({
      from: `${t(LandTransfer)} s left join (select land_transfer_id, count(*) as parts, count(amount) as known, sum(amount) as total,
          jsonb_agg(jsonb_build_object('entity', 'LandInstalment', 'key', id, 'field', 'amount', 'value', amount::text) order by sequence) as listed
        from ${t(LandInstalment)} group by 1) i on i.land_transfer_id = s.id`,
      key: 's.id',
      applies: 'i.parts is not null',
      known: 's.price is not null and i.known = i.parts',
      holds: `abs(i.total - s.price) <= ${tolerance}`,
      left: plain('i.total'),
      right: plain('s.price'),
      delta: plain('i.total - s.price'),
      tolerance,
      field: 'instalments',
      zh: `{i.parts} 期合计 {${plain('i.total')}} 元，成交价格 {${plain('s.price')}} 元，相差 {${plain('i.total - s.price')}} 元`,
      en: `{i.parts} instalments come to {${plain('i.total')}} yuan, the price is {${plain('s.price')}} yuan, {${plain('i.total - s.price')}} yuan apart`,
      operands: [operand('price', 's.price')],
      more: 'i.listed',
    });
  },
});

const daysInOrder: Rule = defineRule({
  id: 'L02',
  severity: 'E',
  zh: '合同签订日期不晚于约定开工，约定开工不晚于约定竣工',
  en: 'The contract is signed before the agreed start, and that is before the agreed completion',
  remedy: '核对合同中的日期 / compare the dates of the contract',
  source: SOURCE,
  entity: LandTransfer,
  reads: [LandTransfer],
  alone: true,
  sql: (t) => {
    const days = ['s.signed_on', 's.start_planned', 's.completion_planned'];
    const broken = `(s.signed_on > s.start_planned or s.start_planned > s.completion_planned or s.signed_on > s.completion_planned)`;
    const late = `coalesce(s.start_planned > s.completion_planned, s.start_planned is null)`;
    return judged({
      from: `${t(LandTransfer)} s`,
      key: 's.id',
      // A break is one whatever else is blank.
      known: `${broken} is true or (${days.map((day) => `${day} is not null`).join(' and ')})`,
      holds: `${broken} is not true`,
      left: `case when ${late} then coalesce(s.start_planned, s.signed_on) else s.signed_on end`,
      right: `case when ${late} then s.completion_planned else s.start_planned end`,
      delta: `case when ${late} then s.completion_planned - coalesce(s.start_planned, s.signed_on) else s.start_planned - s.signed_on end`,
      field: 'startPlanned',
      zh: '签订 {s.signed_on}、约定开工 {s.start_planned}、约定竣工 {s.completion_planned} 先后不符',
      en: 'Signed {s.signed_on}, agreed start {s.start_planned}, agreed completion {s.completion_planned}: not in this order',
      operands: [
        operand('signedOn', 's.signed_on'),
        operand('startPlanned', 's.start_planned'),
        operand('completionPlanned', 's.completion_planned'),
      ],
    });
  },
});

const onlyAllocationIsFree: Rule = defineRule({
  id: 'L03',
  severity: 'W',
  zh: '只有划拨可以没有成交价格',
  en: 'Only land that is allocated may be without a price',
  remedy: '补登成交价格，或更正供地方式 / add the price or correct the way of supply',
  source: '城市房地产管理法 §8, §23 / Urban Real Estate Administration Law',
  entity: LandTransfer,
  reads: [LandTransfer],
  alone: true,
  sql: (t) =>
    judged({
      from: `${t(LandTransfer)} s`,
      key: 's.id',
      known: 's.supply_method is not null',
      holds: `s.supply_method = 'ALLOCATION' or coalesce(s.price, 0) > 0`,
      left: 's.price',
      right: 's.supply_method',
      field: 'price',
      zh: '供地方式 {s.supply_method} 而成交价格为 {s.price}',
      en: 'Supplied by {s.supply_method}, yet the price is {s.price}',
      operands: [operand('supplyMethod', 's.supply_method'), operand('price', 's.price')],
    }),
});

/** A slip of 公顷 against 平方米 or 亩, or of 万元 against 元, moves the price of a square metre out of these limits. */
const plausibleUnitPrice: Rule = defineRule({
  id: 'L04',
  severity: 'W',
  zh: '出让地块每平方米价格在合理范围内（city.yaml 的 checks.landUnitPriceLeast、landUnitPriceMost）',
  en: 'The price of a square metre of granted land is plausible (checks.landUnitPriceLeast and landUnitPriceMost in city.yaml)',
  remedy: '核对面积单位（公顷）和价格单位（万元） / check the units: area in hectares, price in 万元',
  source: 'landchina.com results of 2018: 91 to 13,500 yuan a square metre',
  entity: LandTransfer,
  reads: [LandTransfer],
  alone: true,
  sql: (t) => {
    const [least, most] = [t.city.number('landUnitPriceLeast', '10'), t.city.number('landUnitPriceMost', '100000')];
    const price = 'round(s.price / (s.area_hectares * 10000), 2)';
    return judged({
      from: `${t(LandTransfer)} s`,
      key: 's.id',
      applies: `s.supply_method is distinct from 'ALLOCATION'`,
      known: 's.price is not null and s.area_hectares is not null and s.supply_method is not null',
      holds: `s.area_hectares > 0 and s.price between ${least} * s.area_hectares * 10000 and ${most} * s.area_hectares * 10000`,
      left: `case when s.area_hectares > 0 then ${price} end`,
      right: `concat(${least}, '–', ${most})`,
      field: 'areaHectares',
      zh: `面积 {${plain('s.area_hectares')}} 公顷，价格 {${plain('s.price')}} 元，每平方米 {case when s.area_hectares > 0 then ${price} end} 元，超出 {${least}}–{${most}} 元`,
      en: `{${plain('s.area_hectares')}} hectares for {${plain('s.price')}} yuan are {case when s.area_hectares > 0 then ${price} end} yuan a square metre, outside {${least}} to {${most}}`,
      operands: [operand('areaHectares', 's.area_hectares'), operand('price', 's.price')],
    });
  },
});

const numberOfRow: Rule = defineRule({
  id: 'R13',
  severity: 'W',
  zh: '电子监管号格式正确，其区划、年份与本行的行政区、签订日期相符',
  en: 'The land supervision number is well formed; its region and year are those of the row',
  remedy: '核对电子监管号与合同 / compare the number with the contract',
  source: 'landchina.com numbering: region 6, year 4, A or B, serial 5',
  entity: LandTransfer,
  reads: [LandTransfer],
  alone: true,
  sql: (t) => {
    // 340500 stands for all of 3405xx.
    const significant = (code: string): string => `regexp_replace(left(${code}, 6), '(00){1,2}$', '')`;
    const region = 'left(s.land_no, 6)';
    return judged({
      from: `${t(LandTransfer)} s cross join lateral (select s.land_no ~ '^[0-9]{10}[AB][0-9]{5}(-[0-9]{1,4})?$' as is_formed,
          substr(s.land_no, 7, 4) = to_char(s.signed_on, 'YYYY') as is_of_year,
          starts_with(s.region_code, ${significant(region)}) or starts_with(${region}, ${significant('s.region_code')}) as is_of_region) n`,
      key: 's.id',
      known: 's.land_no is not null and (not n.is_formed or s.signed_on is not null)',
      // What the row does not say is not compared.
      holds: 'n.is_formed and coalesce(n.is_of_year, true) and coalesce(n.is_of_region, true)',
      left: 's.land_no',
      right: `case when n.is_of_year then s.region_code else s.signed_on::text end`,
      field: 'landNo',
      zh: `电子监管号 {s.land_no} {case when not n.is_formed then '格式不符' when not n.is_of_year then concat('的年份与签订日期 ', s.signed_on, ' 不符') else concat('的区划与行政区 ', s.region_code, ' 不符') end}`,
      en: `Land number {s.land_no} {case when not n.is_formed then 'is not well formed' when not n.is_of_year then concat('is not of the year of signing, ', s.signed_on) else concat('is not of region ', s.region_code) end}`,
      operands: [
        operand('landNo', 's.land_no'),
        operand('signedOn', 's.signed_on'),
        operand('regionCode', 's.region_code'),
      ],
    });
  },
});

export const landRules: readonly Rule[] = [
  instalmentsSumToPrice,
  daysInOrder,
  onlyAllocationIsFree,
  plausibleUnitPrice,
  numberOfRow,
];
