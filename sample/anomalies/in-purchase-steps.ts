import { addDays, daysBetween } from '../../schema/vocabulary/local-date.js';
import { addWorkdays, workdayFrom } from '../calendar.js';
import { thresholdsOn } from '../city.js';
import { type Fen, yuan } from '../fen.js';
import { itemCode } from '../procurement/catalogue.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import { type Planter, type Room, type Whole, aboutAward, isContested, isOpen, reprice } from './purchase-planter.js';

/** A firm that tenders is at least so many days old. */
const YOUNGEST = 200;
const SHORT = 15;

/** Draws nothing, so that what is drawn after a plant stays what it was. */
export const LATER_PLANTERS: readonly Planter[] = [
  {
    kind: 'SIGNED_BEFORE_AWARD',
    suits: ({ contract }) => contract.payments.length > 0,
    plant(whole) {
      const { process, contract } = whole;
      contract.signedOn = addDays(process.awardOn, -2);
      return {
        rule: 'T01',
        zh: `合同于${contract.signedOn}签订，早于中标结果${process.awardOn}`,
        en: 'The contract was signed before the award',
        keys: { ...aboutAward(whole).keys, contractId: contract.no, signedOn: contract.signedOn },
        amounts: aboutAward(whole).amounts,
      };
    },
  },
  {
    kind: 'SHORT_NOTICE',
    suits: (whole) => isOpen(whole) && isAboveLimit(whole) && whole.process.amendedOn === '' && leavesRoom(whole),
    plant(whole) {
      const { process } = whole;
      process.noticeOn = laterNotice(whole);
      process.enquiryEnd = addWorkdays(process.noticeOn, 5);
      const days = daysBetween(process.noticeOn, process.deadline);
      return {
        rule: 'T02',
        zh: `公开招标公告至投标截止仅${days}日，少于20日`,
        en: `Only ${days} days from the notice of an open tender to its deadline`,
        keys: { ocid: process.ocid, noticeOn: process.noticeOn, deadline: process.deadline },
        amounts: {},
      };
    },
  },
  {
    kind: 'CONTRACT_ABOVE_CEILING',
    suits: isContested,
    plant(whole) {
      const { lot, contract, winner } = whole;
      const award = aboutAward({ ...whole, winner });
      reprice(whole, Math.round((lot.ceiling * 1.03) / 100) * 100);
      const about = {
        keys: { ...award.keys, contractId: contract.no },
        amounts: { ...award.amounts, contract: yuan(contract.base), ceiling: yuan(lot.ceiling) },
      };
      return [
        { rule: 'T05', zh: '合同金额与中标金额不一致', en: 'The contract’s value is not the award’s', ...about },
        { rule: 'T03c', zh: '合同金额高于最高限价', en: 'The contract’s value is above the ceiling', ...about },
      ];
    },
  },
  {
    kind: 'WINNER_NOT_BIDDER',
    // Where candidates are announced the winner would not be the first of them either.
    suits: (whole, room) =>
      whole.process.candidatesFrom === '' && isContested(whole) && outsider(whole, room) !== undefined,
    plant(whole, room) {
      const firm = outsider(whole, room);
      const winner = { ...whole.winner, lead: firm ?? whole.winner.lead, partner: null };
      whole.lot.winner = winner;
      return {
        rule: 'T04',
        zh: `成交供应商${winner.lead.name}不在响应供应商名单中`,
        en: 'The winner is not among those who bid',
        ...aboutAward({ ...whole, winner }),
      };
    },
  },
  {
    kind: 'NO_FIRST_CANDIDATE',
    suits: (whole) => isOpen(whole) && isContested(whole),
    plant(whole) {
      for (const bid of whole.lot.bids) bid.rank += 1;
      return {
        rule: 'T04b',
        zh: '公示的中标候选人从第二名起，没有第一中标候选人',
        en: 'The candidates announced begin with the second: there is no first',
        ...aboutAward(whole),
      };
    },
  },
  {
    kind: 'NOT_OPEN_ABOVE_LIMIT',
    suits: (whole) => isOpen(whole) && isAboveLimit(whole) && isContested(whole),
    plant(whole) {
      const { process, lot } = whole;
      process.method = '竞争性磋商';
      process.candidatesFrom = '';
      process.candidatesTo = '';
      return {
        rule: 'T07b',
        zh: '预算达到公开招标数额标准，却采用竞争性磋商',
        en: 'The budget reaches the open-tender limit, the method is another',
        keys: { ocid: process.ocid, buyer: process.buyer.id },
        amounts: { budget: yuan(lot.budget), threshold: yuan(limitOf(whole)) },
      };
    },
  },
  {
    kind: 'SAME_ADDRESS',
    suits: (whole) => {
      const [first, second] = whole.lot.bids;
      return isOpen(whole) && isContested(whole) && first?.lead.place === second?.lead.place && !second?.partner;
    },
    plant(whole) {
      const [first, second] = whole.lot.bids;
      const address = first?.lead.address ?? '';
      if (second) whole.process.misprints.set(second.lead.uscc, { address });
      const usccs = [first, second].flatMap((bid) => (bid ? [bid.lead.uscc] : []));
      return {
        rule: 'T09b',
        zh: '两家投标人的地址相同',
        en: 'Two bidders gave the same address',
        keys: { ocid: whole.process.ocid, usccs },
        amounts: {},
      };
    },
  },
  {
    kind: 'ITEM_OF_OTHER_CATEGORY',
    suits: (whole) =>
      isOpen(whole) && isAboveLimit(whole) && whole.process.category === 'goods' && whole.lot.lines.length === 1,
    plant(whole) {
      const { process, lot } = whole;
      const code = itemCode('C030201');
      lot.lines = lot.lines.map((line) => ({ ...line, code }));
      return {
        rule: 'R11',
        zh: `货物类项目的标的填为服务类品目${code}`,
        en: 'The item of a purchase of goods is classified as a service',
        keys: { ocid: process.ocid, itemId: lot.lines[0]?.id ?? '', item: code },
        amounts: {},
      };
    },
  },
];

function limitOf({ process }: Whole): Fen {
  return thresholdsOn(process.noticeOn).openTender;
}

function isAboveLimit(whole: Whole): boolean {
  return whole.lot.budget >= limitOf(whole);
}

function laterNotice({ process }: Whole): string {
  return workdayFrom(addDays(process.deadline, -SHORT));
}

// The number of a purchase and the limits are those of the year of its notice; holidays may leave no days for enquiries.
function leavesRoom(whole: Whole): boolean {
  const notice = laterNotice(whole);
  return notice.slice(0, 4) === whole.process.noticeOn.slice(0, 4) && addWorkdays(notice, 5) < whole.process.deadline;
}

function outsider({ process, lot, winner }: Whole, { market }: Room): LegalPerson | undefined {
  const bidders = new Set(lot.bids.flatMap(({ lead, partner }) => (partner ? [lead, partner] : [lead])));
  const latest = addDays(process.noticeOn, -YOUNGEST);
  return market.sellersOf(winner.lead.trade).find((firm) => !bidders.has(firm) && firm.establishedOn <= latest);
}
