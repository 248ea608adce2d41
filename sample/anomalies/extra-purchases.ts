import { addDays } from '../../schema/vocabulary/local-date.js';
import { drawDay, workdayFrom } from '../calendar.js';
import { thresholdsOn } from '../city.js';
import { fenOf, yuan } from '../fen.js';
import { placeName } from '../names/places.js';
import { itemCode } from '../procurement/catalogue.js';
import type { ProcessSource } from '../procurement/draw-process.js';
import { performByTime } from '../procurement/pay-by-time.js';
import { PURCHASES } from '../procurement/purchases.js';
import type { SplitGuard } from '../procurement/split-guard.js';
import type { StandaloneSource } from '../procurement/standalone.js';
import { type Process, bidAmount } from '../procurement/process.js';
import type { Random } from '../random.js';
import type { AgencyRegister } from '../registry/agencies.js';
import { COUNTY_PLACES, regionNameOn } from '../registry/regions.js';
import type { Plan } from './plan.js';

interface Room {
  readonly random: Random;
  readonly agencies: AgencyRegister;
  readonly processes: ProcessSource;
  readonly standalone: StandaloneSource;
  readonly guard: SplitGuard;
}

const SPLITS = [
  { buyer: 'edu', what: '办公设备', from: '2022-08-22' },
  { buyer: 'health', what: '信息系统运维服务', from: '2023-09-04' },
] as const;
const PARTS = 3;

/** Purchases that exist only to be wrong: one need bought in parts below the threshold, and works of no project. */
export function extraPurchases(plan: Plan, room: Room): Process[] {
  return [
    ...SPLITS.flatMap((split) => splitPurchase(plan, room, split)),
    ...[0, 1, 2].map(() => strayWorks(plan, room)),
  ];
}

function splitPurchase(plan: Plan, room: Room, split: (typeof SPLITS)[number]): Process[] {
  const { random, agencies, standalone, guard } = room;
  const purchase = PURCHASES.find(({ what }) => what === split.what);
  const buyer = agencies.on(split.buyer, 'city', split.from);
  if (!purchase || !buyer) throw new RangeError(`nothing to split: ${split.what}`);
  const [line] = purchase.lines;
  if (!line) throw new RangeError(`${split.what} has no lines`);
  const { openTender } = thresholdsOn(split.from);
  const processes = Array.from({ length: PARTS }, (_, at): Process => {
    const noticeOn = workdayFrom(addDays(split.from, at * 24));
    const budget = openTender * random.real(0.72, 0.97);
    const price = line.price === 0 ? fenOf(budget / 100, 1000) : line.price * 100;
    const quantity = Math.max(1, Math.floor(budget / price));
    guard.note(buyer.id, [line.code], noticeOn);
    const process = standalone.draw(purchase, buyer, noticeOn, [{ ...line, price, quantity }], '竞争性磋商');
    process.title = `${buyer.name}${split.what}采购项目（${['第一批', '第二批', '第三批'][at]}）`;
    return process;
  });
  const budgets = processes.map(({ lots }) => lots[0]?.budget ?? 0);
  plan.note({
    rule: 'T07',
    kind: 'SPLIT_PURCHASE',
    zh: `${buyer.name}在90日内将同一品目分${PARTS}次采购，每次均低于公开招标数额标准`,
    en: 'One body bought one item in three parts within 90 days, each below the open-tender threshold',
    keys: { buyer: buyer.id, item: line.code, ocids: processes.map(({ ocid }) => ocid) },
    amounts: { threshold: yuan(openTender), together: yuan(budgets.reduce((sum, budget) => sum + budget, 0)) },
  });
  return processes;
}

// Repairs of a road that no project of the list stands behind.
function strayWorks(plan: Plan, { random, agencies, processes, guard }: Room): Process {
  for (;;) {
    const noticeOn = workdayFrom(drawDay(random, '2022-03-01', '2024-07-31'));
    const buyer = agencies.on('urban', 'city', noticeOn);
    const code = itemCode('B030202');
    if (!buyer || !guard.allows(buyer.id, [code], noticeOn)) continue;
    guard.note(buyer.id, [code], noticeOn);
    const place = random.pick(COUNTY_PLACES);
    const title = `${regionNameOn(place, noticeOn)}${placeName(random)}路路面维修施工`;
    const price = fenOf(random.real(900_000, 3_400_000), 1000);
    const process = processes.draw({
      title,
      description: `${title}，含铣刨、罩面及标线恢复`,
      category: 'works',
      method: '竞争性磋商',
      buyer,
      place,
      noticeOn,
      trade: 'municipal',
      payerOn: (day) => agencies.heirOn(buyer, day),
      lots: [
        [
          {
            code,
            what: '路面维修施工',
            unit: '项',
            quantity: 1,
            price,
          },
        ],
      ],
      perform: (start) => performByTime(random, start, 'works', 3),
    });
    const [lot] = process.lots;
    plan.note({
      rule: 'P10',
      kind: 'WORKS_WITHOUT_PROJECT',
      zh: '工程类合同未填投资项目代码，也无法按名称对应任何项目',
      en: 'A works contract without a project code, and no project of that name',
      keys: { ocid: process.ocid, contractId: lot?.contract?.no ?? '', buyer: buyer.id },
      amounts: { contract: lot?.winner ? yuan(bidAmount(lot, lot.winner)) : '' },
    });
    return process;
  }
}
