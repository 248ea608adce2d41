import { LAST_DAY, compactTime } from '../calendar.js';
import { yuan } from '../fen.js';
import type { Column } from '../write/table.js';
import { type Bid, type Lot, type Process, bidAmount } from './process.js';

/** A bid of a lot of a process. */
export interface Candidate {
  readonly process: Process;
  readonly lot: Lot;
  readonly bid: Bid;
}

/** A lot whose bids were opened. */
export interface Opening {
  readonly process: Process;
  readonly lot: Lot;
}

const CANDIDATES = 3;

export const CANDIDATE_COLUMNS: readonly Column<Candidate>[] = [
  ['采购项目编号', ({ process }) => process.ocid],
  ['采购项目名称', ({ process }) => process.title],
  ['包号', ({ lot }) => lot.id],
  ['排名', ({ bid }) => bid.rank],
  ['中标候选人名称', ({ process, bid }) => printedName(process, bid)],
  ['统一社会信用代码', ({ bid }) => bid.lead.uscc],
  ['投标报价(元)', ({ process, lot, bid }) => (process.byRate ? '' : yuan(bidAmount(lot, bid)))],
  ['综合得分', ({ bid }) => bid.score.toFixed(2)],
  ['公示开始日期', ({ process }) => process.candidatesFrom],
  ['公示截止日期', ({ process }) => process.candidatesTo],
];

export const OPENING_COLUMNS: readonly Column<Opening>[] = [
  ['采购项目编号', ({ process }) => process.ocid],
  ['包号', ({ lot }) => lot.id],
  ['开标时间', ({ process }) => compactTime(process.deadline, '09:30')],
  ['开标地点', ({ process }) => ('id' in process.agent ? process.agent.address : `${process.agent.address}开标室`)],
  ['主持单位', ({ process }) => process.agent.name],
  ['参加人员', ({ lot }) => `采购人代表、代理机构工作人员、监督人员及投标人代表${lot.bids.length}家`],
  ['投标人数量', ({ lot }) => lot.bids.length],
  ['开标记录', (opening) => recordOf(opening)],
  ['公告链接', ({ process, lot }) => `https://ggzy.sunshine.example/opening/${lot.id || process.number}.html`],
];

/** The candidates shown, best first, once their notice began by the last day. */
export function candidatesOf(process: Process): Candidate[] {
  if (process.candidatesFrom === '' || process.candidatesFrom > LAST_DAY || process.outcome !== 'AWARDED') return [];
  return process.lots.flatMap((lot) => {
    const valid = lot.bids.filter(({ isValid }) => isValid);
    return valid.slice(0, CANDIDATES).map((bid) => ({ process, lot, bid }));
  });
}

/** The openings held by the last day; a direct purchase has none. */
export function openingsOf(process: Process): Opening[] {
  const isHeld = process.outcome !== 'CANCELLED' && process.method !== '单一来源采购' && process.deadline <= LAST_DAY;
  return isHeld ? process.lots.map((lot) => ({ process, lot })) : [];
}

function recordOf({ process, lot }: Opening): string {
  const read = lot.bids.map(
    (bid) => `${printedName(process, bid)}：${process.byRate ? bid.rate : `${yuan(bidAmount(lot, bid))}元`}`,
  );
  return `${read.join('；')}。各投标人对开标过程无异议。`;
}

function printedName(process: Process, { lead }: Bid): string {
  return process.misprints.get(lead.uscc)?.name ?? lead.name;
}
