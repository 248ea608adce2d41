import { daysBetween } from '../../schema/vocabulary/local-date.js';
import { wanYuan, yuan } from '../fen.js';
import { postpone } from '../procurement/draw-process.js';
import type { Market } from '../procurement/market.js';
import { type Process, bidAmount } from '../procurement/process.js';
import { LATER_PLANTERS } from './in-purchase-steps.js';
import type { Plan } from './plan.js';
import { type Planter, type Room, type Whole, aboutAward, isContested, isOpen, reprice } from './purchase-planter.js';

const SHOWS_UNTIL = '2024-08-15';

/** Plants at most one anomaly in a purchase that stands alone. */
export function spoilPurchase(process: Process, plan: Plan, room: Room): void {
  const [lot] = process.lots;
  if (!lot?.winner || !lot.contract || lot.contract.amount === null || process.lots.length > 1) return;
  if (process.retenderOf !== '' || process.awardOn > SHOWS_UNTIL) return;
  const whole = { process, lot, winner: lot.winner, contract: lot.contract };
  const planter = PLANTERS.find(({ kind, suits }) => suits(whole, room) && plan.takes(kind));
  if (!planter) return;
  for (const anomaly of [planter.plant(whole, room)].flat()) plan.note({ kind: planter.kind, ...anomaly });
}

const PLANTERS: readonly Planter[] = [
  {
    kind: 'BARRED_WINNER',
    suits: (whole, { market }) => isContested(whole) && barred(whole, market) !== undefined,
    plant(whole, { market }) {
      const { process, winner } = whole;
      const firm = barred(whole, market);
      if (firm) winner.lead = firm;
      return {
        rule: 'T08',
        zh: `中标供应商${winner.lead.name}在投标截止日处于禁止参加政府采购活动期内`,
        en: 'The winner was barred from government procurement on the day of the bid deadline',
        ...aboutAward(whole),
        keys: { ...aboutAward(whole).keys, deadline: process.deadline },
      };
    },
  },
  {
    kind: 'AWARD_ABOVE_CEILING',
    suits: isContested,
    plant(whole, { random }) {
      const { lot, winner } = whole;
      winner.factor = (lot.ceiling / lot.budget) * random.real(1.02, 1.07);
      reprice(whole, bidAmount(lot, winner));
      const over = { ceiling: yuan(lot.ceiling), award: yuan(bidAmount(lot, winner)) };
      return {
        rule: 'T03',
        zh: `中标金额${wanYuan(bidAmount(lot, winner))}万元高于最高限价${wanYuan(lot.ceiling)}万元`,
        en: 'The award is above the ceiling price',
        keys: aboutAward(whole).keys,
        amounts: over,
      };
    },
  },
  {
    kind: 'CONTRACT_NOT_AWARD',
    suits: (whole) => whole.process.noticeOn > '2022-03-01',
    plant(whole, { random }) {
      const award = bidAmount(whole.lot, whole.winner);
      // Not above the ceiling, which would be another rule's.
      const asked = Math.round((award * random.real(1.03, 1.09)) / 100) * 100;
      reprice(whole, Math.min(asked, whole.lot.ceiling));
      return {
        rule: 'T05',
        zh: '合同金额与中标金额不一致',
        en: 'The contract’s value is not the award’s',
        keys: { ...aboutAward(whole).keys, contractId: whole.contract.no },
        amounts: { award: yuan(award), contract: yuan(whole.contract.base) },
      };
    },
  },
  {
    kind: 'SIGNED_LATE',
    suits: ({ process, contract }) => daysBetween(process.awardOn, contract.signedOn) <= 20,
    plant(whole, { random }) {
      const { process, contract } = whole;
      postpone(contract, 36 - daysBetween(process.awardOn, contract.signedOn) + random.int(0, 8));
      const late = daysBetween(process.awardOn, contract.signedOn);
      return {
        rule: 'T05b',
        zh: `合同在中标结果公告${late}日后签订，超过30日`,
        en: `The contract was signed ${late} days after the award, more than 30`,
        keys: {
          ...aboutAward(whole).keys,
          contractId: contract.no,
          awardOn: process.awardOn,
          signedOn: contract.signedOn,
        },
        amounts: aboutAward(whole).amounts,
      };
    },
  },
  {
    kind: 'SINGLE_BIDDER_OPEN',
    suits: isOpen,
    plant(whole) {
      whole.lot.bids = [whole.winner];
      return {
        rule: 'T06',
        zh: '公开招标仅有一家投标人',
        en: 'One bidder alone in an open tender',
        ...aboutAward(whole),
      };
    },
  },
  {
    kind: 'NOT_FIRST_CANDIDATE',
    suits: (whole) => isOpen(whole) && isContested(whole),
    plant(whole) {
      const { lot, process, contract } = whole;
      const [first, second] = lot.bids;
      if (second) lot.winner = second;
      const won = { process, lot, winner: second ?? whole.winner, contract };
      reprice(won, bidAmount(lot, won.winner));
      return {
        rule: 'T04c',
        zh: `中标人为第二中标候选人，第一候选人为${first?.lead.name ?? ''}`,
        en: 'The winner is the second candidate, not the first',
        ...aboutAward(won),
      };
    },
  },
  {
    kind: 'IDENTICAL_BIDS',
    suits: (whole) => isOpen(whole) && isContested(whole),
    plant(whole) {
      const { lot } = whole;
      const [, second, third] = lot.bids;
      if (second && third) third.factor = second.factor;
      const bids = [second, third].flatMap((bid) => (bid ? [bid.id] : []));
      const amount = second ? yuan(bidAmount(lot, second)) : '';
      return {
        rule: 'T09',
        zh: '两家投标人报价完全相同',
        en: 'Two bidders asked exactly the same',
        keys: { ocid: whole.process.ocid, bidIds: bids },
        amounts: { bid: amount },
      };
    },
  },
  {
    kind: 'SAME_PHONE',
    suits: (whole) => isOpen(whole) && isContested(whole),
    plant(whole) {
      const [first, second] = whole.lot.bids;
      if (first && second) whole.process.misprints.set(second.lead.uscc, { phone: first.lead.phone });
      const usccs = [first, second].flatMap((bid) => (bid ? [bid.lead.uscc] : []));
      return {
        rule: 'T09c',
        zh: '两家投标人的联系电话相同',
        en: 'Two bidders gave the same telephone number',
        keys: { ocid: whole.process.ocid, usccs, phone: first?.lead.phone ?? '' },
        amounts: {},
      };
    },
  },
  {
    kind: 'NO_CONTRACT_NOTICE',
    suits: () => true,
    plant(whole) {
      whole.lot.contract = null;
      return {
        rule: 'T12',
        zh: '中标结果公告60日后仍无合同公告',
        en: 'No contract notice 60 days after the award',
        ...aboutAward(whole),
      };
    },
  },
  {
    kind: 'TWO_NAMES',
    suits: ({ winner }) => winner.lead.name.endsWith('有限公司'),
    plant(whole) {
      const { lead } = whole.winner;
      const name = lead.name.replace(/(..)(股份)?有限公司/, '$1实业$2有限公司');
      whole.process.misprints.set(lead.uscc, { name });
      return {
        rule: 'R06',
        zh: `同一统一社会信用代码对应两个名称：公告为${name}，登记为${lead.name}`,
        en: 'One code under two names: the notice’s and the register’s',
        keys: { ...aboutAward(whole).keys, printedName: name, registeredName: lead.name },
        amounts: {},
      };
    },
  },
  ...LATER_PLANTERS,
];

function barred({ process }: Whole, market: Market) {
  return market.barredOn(process.lots[0]?.winner?.lead.trade ?? '', process.deadline);
}
