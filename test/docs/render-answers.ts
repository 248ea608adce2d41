/** The answers to the three example questions as README.md shows them. */
import { table } from './markdown.js';

interface Party {
  name: string;
}

export interface LargestContracts {
  contracts: {
    totalCount: number;
    nodes: {
      title: string;
      signedOn: string;
      amount: string;
      supplier: Party & { legalEntity: { region: { name: string } | null } | null };
      buyer: Party & { agency: { successor: { name: string } | null } | null };
      process: { project: { title: string; latestProgress: { quarter: string; percent: string } | null } | null };
    }[];
  };
}

export interface BarredSuppliers {
  misconductRecords: {
    totalCount: number;
    nodes: {
      subject: Party & { legalEntity: { awards: { totalCount: number; nodes: Award[] } } | null };
      bannedFrom: string;
      bannedTo: string;
      decisionNo: string;
    }[];
  };
}

interface Award {
  awardedOn: string;
  amount: string | null;
}

export interface SpendingByBuyer {
  contracts: {
    aggregates: Totals;
    byBuyer: (Totals & { keys: { buyer: Party & { agency: { shortName: string | null } | null } } })[];
    byQuarter: (Totals & { keys: { signedOn: string } })[];
  };
}

interface Totals {
  count: number;
  sum: { amount: string };
}

export function renderLargest({ contracts }: LargestContracts): string {
  const rows = contracts.nodes.map(({ amount, title, signedOn, supplier, buyer, process: { project } }) => [
    grouped(amount),
    `${title}<br>${signedOn}`,
    `${supplier.name}（${supplier.legalEntity?.region?.name ?? '–'}）`,
    [buyer.name, buyer.agency?.successor?.name].filter(Boolean).join(' → '),
    project?.latestProgress ? `${project.latestProgress.quarter} ${project.latestProgress.percent} %` : '–',
  ]);
  const heads = [
    '元 / CNY',
    '合同，签订日期 / Contract, signed on',
    '供应商（登记地） / Supplier',
    '采购人 → 承接机构 / Buyer → successor',
    '项目进度 / Project',
  ];
  const zh = `共 ${contracts.totalCount} 份合同，最大的十份：`;
  const en = `The ten largest of ${contracts.totalCount} contracts:`;
  return `${zh}\\\n${en}\n\n${table(heads, rows)}`;
}

export function renderBarred({ misconductRecords: { totalCount, nodes } }: BarredSuppliers): string {
  const awardsOf = ({ subject }: (typeof nodes)[number]): Award[] => subject.legalEntity?.awards.nodes ?? [];
  const winners = nodes.filter((each) => awardsOf(each).length > 0);
  const rows = winners.map((record) => {
    const { subject, bannedFrom, bannedTo, decisionNo } = record;
    const awards = awardsOf(record).map(({ awardedOn, amount }) => {
      const shown = `${awardedOn}：${amount === null ? '–' : grouped(amount)}`;
      return awardedOn >= bannedFrom && awardedOn <= bannedTo ? `**${shown}**` : shown;
    });
    return [subject.name, `${bannedFrom} – ${bannedTo}`, decisionNo, awards.join('<br>')];
  });
  const heads = ['供应商 / Supplier', '禁止期间 / Barred', '决定文号 / Decision', '中标（元） / Awards, CNY'];
  const others = totalCount - winners.length;
  const zh = `${totalCount} 条记录，其中 ${others} 条的供应商没有中标。粗体：禁止期内中标。`;
  const en = `${totalCount} records; the suppliers of ${others} have no awards. Bold: awarded while barred.`;
  return `${zh}\\\n${en}\n\n${table(heads, rows)}`;
}

export function renderSpending({ contracts: { aggregates, byBuyer, byQuarter } }: SpendingByBuyer): string {
  const total = `${aggregates.count} 份合同，合计 ${grouped(aggregates.sum.amount)} 元；金额最大的十个采购人：`;
  const totalEn = `${aggregates.count} contracts, CNY ${grouped(aggregates.sum.amount)} in all; the ten buyers that spent most:`;
  const buyers = byBuyer.map(({ keys: { buyer }, count, sum }) => [
    buyer.agency?.shortName ?? buyer.name,
    String(count),
    grouped(sum.amount),
  ]);
  const quarters = byQuarter.map(({ keys, count, sum }) => [
    quarterOf(keys.signedOn),
    String(count),
    grouped(sum.amount),
  ]);
  return [
    `${total}\\\n${totalEn}`,
    table(['采购人 / Buyer', '合同 / Contracts', '元 / CNY'], buyers),
    '按季度 / By quarter:',
    table(
      ['季度 / Quarter', '合同 / Contracts', '元 / CNY'],
      quarters.toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    ),
  ].join('\n\n');
}

/** Digits in threes; the text stays exact. */
const grouped = (amount: string): string => amount.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
