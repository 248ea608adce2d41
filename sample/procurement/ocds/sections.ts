import { at } from '../../calendar.js';
import { type Bid, type Lot, type Method, type Process, bidAmount } from '../process.js';
import type { PartyBook } from './parties.js';
import { awardId, document, firmsOf, item, relatedLots } from './pieces.js';
import { value } from './value.js';

const METHODS: Readonly<Record<Method, 'open' | 'selective' | 'limited' | 'direct'>> = {
  公开招标: 'open',
  邀请招标: 'selective',
  竞争性磋商: 'limited',
  竞争性谈判: 'limited',
  询价: 'limited',
  单一来源采购: 'direct',
};
const OPENS = '09:30';

/** 采购意向: what is meant to be bought, before any notice. */
export function planned(process: Process): object {
  const { title, description, category, noticeOn, planningOn } = process;
  const notice = document(process, 'planning', 'plannedProcurementNotice', '采购意向公开', planningOn);
  return {
    planning: { ...budgetOf(process), documents: [notice] },
    tender: {
      id: process.ocid,
      title,
      description,
      status: 'planned',
      mainProcurementCategory: category,
      communication: { futureNoticeDate: at(noticeOn, '09:00') },
    },
  };
}

/** 采购公告. */
export function tendered(process: Process, book: PartyBook): object {
  const { title, description, category, method, noticeOn, lots, retenderOf } = process;
  const deadline = process.firstDeadline || process.deadline;
  const budget = lots.reduce((sum, lot) => sum + lot.budget, 0);
  const ceiling = lots.reduce((sum, lot) => sum + lot.ceiling, 0);
  const related = { id: '1', relationship: ['unsuccessfulProcess'], scheme: 'ocid', identifier: retenderOf };
  return {
    planning: budgetOf(process),
    tender: {
      id: process.ocid,
      title,
      description,
      status: 'active',
      mainProcurementCategory: category,
      procuringEntity: book.refer(process.agent, 'procuringEntity'),
      procurementMethod: METHODS[method],
      procurementMethodDetails: method,
      value: value(budget),
      ...(process.byRate ? {} : { ceilingPrice: value(ceiling) }),
      awardCriteria: method === '询价' || method === '竞争性谈判' ? 'priceOnly' : 'ratedCriteria',
      submissionMethod: ['electronicSubmission'],
      submissionMethodDetails: '通过公共资源交易平台递交电子投标文件',
      enquiryPeriod: {
        startDate: at(noticeOn, '09:00'),
        endDate: at(process.enquiryEnd, '17:30'),
      },
      ...deadlines(process, deadline),
      ...(lots.length > 1 ? { lots: lots.map(lotOf) } : {}),
      items: lots.flatMap((lot) => lot.lines.map((line) => item(lot, line, null))),
      documents: [document(process, 'tender', 'tenderNotice', `${method}公告`, noticeOn)],
    },
    ...(retenderOf === '' ? {} : { relatedProcesses: [related] }),
  };
}

/** 更正公告: the deadline put off. */
export function amended(process: Process): object {
  const { amendedOn, firstDeadline, deadline } = process;
  const amendment = {
    id: `${process.ocid}-GZ1`,
    date: at(amendedOn, '16:00'),
    rationale: '采购文件澄清，延长投标文件递交时间',
    description: `投标截止时间由${firstDeadline} ${OPENS}更正为${deadline} ${OPENS}`,
  };
  return { tender: { id: process.ocid, ...deadlines(process, deadline), amendments: [amendment] } };
}

/** 终止公告. */
export function cancelled(process: Process): object {
  const { cancelledOn } = process;
  const notice = document(process, 'cancel', 'cancellationDetails', '终止公告', cancelledOn);
  return { tender: { id: process.ocid, status: 'cancelled', documents: [notice] } };
}

/** 中标（成交）结果公告 or 废标公告, with the bids that were opened. */
export function awarded(process: Process, book: PartyBook): object {
  const { lots, awardOn, outcome } = process;
  const bidders = new Map(lots.flatMap((lot) => lot.bids.flatMap(firmsOf).map((firm) => [firm.uscc, firm] as const)));
  const failed = outcome === 'UNSUCCESSFUL';
  return {
    tender: {
      id: process.ocid,
      status: failed ? 'unsuccessful' : 'complete',
      numberOfTenderers: bidders.size,
      tenderers: [...bidders.values()].map((firm) => book.refer(firm, 'tenderer')),
      awardPeriod: {
        startDate: at(process.deadline, OPENS),
        endDate: at(awardOn, '17:00'),
      },
      ...(lots.length > 1
        ? {
            lots: lots.map((lot) => ({
              id: lot.id,
              status: failed ? 'unsuccessful' : 'complete',
            })),
          }
        : {}),
    },
    bids: { details: lots.flatMap((lot) => lot.bids.map((bid) => bidOf(process, lot, bid, book))) },
    awards: lots.map((lot, serial) => award(process, lot, serial, book)),
  };
}

function award(process: Process, lot: Lot, serial: number, book: PartyBook): object {
  const { awardOn, byRate } = process;
  const winner = lot.winner;
  const common = { id: awardId(process, serial), title: lot.title, date: at(awardOn, '17:00'), ...relatedLots(lot) };
  const notice = document(
    process,
    `award${serial + 1}`,
    'awardNotice',
    winner ? '中标（成交）结果公告' : '废标公告',
    awardOn,
  );
  if (!winner) return { ...common, status: 'unsuccessful', documents: [notice] };
  return {
    ...common,
    status: 'active',
    ...(byRate
      ? {
          priceForm: 'RATE',
          priceText: winner.rate,
        }
      : { value: value(bidAmount(lot, winner)) }),
    suppliers: firmsOf(winner).map((firm) => book.refer(firm, 'supplier')),
    items: lot.lines.map((line) => item(lot, line, byRate ? null : winner)),
    documents: [notice],
  };
}

function bidOf(process: Process, lot: Lot, bid: Bid, book: PartyBook): object {
  return {
    id: bid.id,
    date: at(process.deadline, '09:00'),
    status: bid.isValid ? 'valid' : 'disqualified',
    tenderers: firmsOf(bid).map((firm) => book.refer(firm, 'tenderer')),
    ...(process.byRate
      ? {
          priceForm: 'RATE',
          priceText: bid.rate,
        }
      : { value: value(bidAmount(lot, bid)) }),
    ...(bid.isValid && process.method !== '单一来源采购'
      ? {
          score: bid.score,
          rank: bid.rank,
        }
      : {}),
    ...relatedLots(lot),
  };
}

function deadlines(process: Process, deadline: string): object {
  const { noticeOn, agent } = process;
  const where = 'id' in agent ? agent.address : `${agent.address}开标室`;
  return {
    tenderPeriod: { startDate: at(noticeOn, '09:00'), endDate: at(deadline, OPENS) },
    bidOpening: { date: at(deadline, OPENS), address: { streetAddress: where }, description: '公开开标' },
  };
}

function budgetOf(process: Process): object {
  const amount = value(process.lots.reduce((sum, lot) => sum + lot.budget, 0));
  const { project } = process;
  const printed = project?.printed === 'CODE' ? { projectID: project.code, project: project.title } : {};
  return { budget: { description: `${process.noticeOn.slice(0, 4)}年部门预算`, amount, ...printed } };
}

function lotOf(lot: Lot): object {
  return { id: lot.id, title: lot.title, status: 'active', value: value(lot.budget) };
}
