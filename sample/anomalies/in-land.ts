import { addDays } from '../../schema/vocabulary/local-date.js';
import { yuan } from '../fen.js';
import type { Land } from '../projects/land.js';
import { COUNTY_BECAME_DISTRICT, NEW_DISTRICT, OLD_COUNTY } from '../registry/regions.js';
import type { Anomaly, Occasion, Plan } from './plan.js';

interface Planter {
  readonly kind: Occasion;
  readonly suits: (land: Land) => boolean;
  readonly plant: (land: Land) => Omit<Anomaly, 'kind'>;
}

/** Plants at most one anomaly in a grant of land. */
export function spoilLand(land: Land, plan: Plan): void {
  const planter = PLANTERS.find(({ kind, suits }) => suits(land) && plan.takes(kind));
  if (planter) plan.note({ kind: planter.kind, ...planter.plant(land) });
}

const PLANTERS: readonly Planter[] = [
  {
    kind: 'INSTALMENTS_NOT_PRICE',
    suits: ({ instalments }) => instalments.length === 2,
    plant(land) {
      const last = land.instalments.at(-1);
      if (last) last.amount -= Math.round(last.amount / 7 / 10_000) * 10_000;
      const sum = land.instalments.reduce((total, { amount }) => total + amount, 0);
      return {
        rule: 'L01',
        zh: '分期支付约定之和不等于成交价格',
        en: 'The instalments do not sum to the price',
        keys: { landNo: land.landNo },
        amounts: { price: yuan(land.price ?? 0), instalments: yuan(sum) },
      };
    },
  },
  {
    kind: 'LAND_DATE_ORDER',
    suits: ({ startOn }) => startOn !== '',
    plant(land) {
      const completionOn = addDays(land.startOn, -200);
      land.completionOn = completionOn;
      return {
        rule: 'L02',
        zh: `约定竣工时间${completionOn}早于约定开工时间${land.startOn}`,
        en: 'The agreed completion is before the agreed start',
        keys: {
          landNo: land.landNo,
          signedOn: land.signedOn,
          startPlanned: land.startOn,
          completionPlanned: completionOn,
        },
        amounts: {},
      };
    },
  },
  {
    kind: 'LAND_NO_YEAR',
    suits: ({ signedOn }) => signedOn >= '2022-02-01',
    plant(land) {
      const year = Number(land.signedOn.slice(0, 4)) - 2;
      // A high serial keeps the wrong number from being another parcel's right one.
      land.landNo = `${land.regionCode}${year}B9${land.landNo.slice(-4)}`;
      return {
        rule: 'R13',
        zh: `电子监管号中的年份${year}与合同签订日期${land.signedOn}不符`,
        en: 'The year in the supervision number is not that of the contract',
        keys: { landNo: land.landNo, signedOn: land.signedOn },
        amounts: {},
      };
    },
  },
  {
    kind: 'PRICE_MISSING',
    suits: ({ price }) => price !== null,
    plant(land) {
      const price = yuan(land.price ?? 0);
      land.price = null;
      land.instalments = [];
      return {
        rule: 'L03',
        zh: `${land.method}的地块没有成交价格`,
        en: 'Land that was granted has no price',
        keys: { landNo: land.landNo, method: land.method },
        amounts: { expected: price },
      };
    },
  },
  {
    kind: 'AREA_IN_OTHER_UNIT',
    suits: ({ price }) => price !== null,
    plant(land) {
      const squareMetres = land.squareMetres;
      land.squareMetres *= 10_000;
      return {
        rule: 'L04',
        zh: `面积以平方米填入了公顷栏：${squareMetres}`,
        en: 'The area is in square metres under a head that says hectares',
        keys: { landNo: land.landNo, areaPrinted: String(squareMetres) },
        amounts: { price: yuan(land.price ?? 0) },
      };
    },
  },
  {
    kind: 'HOLDER_OF_OTHER_NAME',
    suits: ({ holder }) => holder.name.endsWith('有限公司'),
    plant(land) {
      const { name, uscc } = land.holder;
      land.holder = { ...land.holder, name: name.replace(/(股份)?有限公司$/, '集团有限公司') };
      return {
        rule: 'R06',
        zh: `土地使用权人${land.holder.name}的代码登记的名称是${name}`,
        en: 'The holder is named otherwise than the register names its code',
        keys: { landNo: land.landNo, uscc, printed: land.holder.name, registered: name },
        amounts: {},
      };
    },
  },
  {
    kind: 'REGION_THAT_ENDED',
    suits: ({ regionCode, signedOn }) => regionCode === NEW_DISTRICT && signedOn >= addDays(COUNTY_BECAME_DISTRICT, 60),
    plant(land) {
      land.regionCode = OLD_COUNTY;
      // Of the same region, so that the number itself is right; the high serial is no other parcel's.
      land.landNo = `${OLD_COUNTY}${land.signedOn.slice(0, 4)}B8${land.landNo.slice(-4)}`;
      return {
        rule: 'R07',
        zh: `行政区代码${OLD_COUNTY}在签订日期${land.signedOn}已撤销`,
        en: 'The region code had ended before the contract was signed',
        keys: { landNo: land.landNo, regionCode: OLD_COUNTY, signedOn: land.signedOn },
        amounts: {},
      };
    },
  },
];
