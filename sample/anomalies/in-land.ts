import { addDays } from '../../schema/vocabulary/local-date.js';
import { yuan } from '../fen.js';
import type { Land } from '../projects/land.js';
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
];
