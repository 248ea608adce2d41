import { parse as parseYaml } from 'yaml';
import { daysBetween } from '../../../schema/vocabulary/local-date.js';
import { type Bid, type CompiledRelease, dayOf, fen } from './compiled-release.js';
import type { Sample } from './read-sample.js';

/** Keys of what breaks a rule, each once. */
export type Findings = ReadonlySet<string>;

export type Thresholds = Record<
  string,
  Record<'goods' | 'services' | 'works' | 'openTender' | 'openTenderWorks', string>
>;

export function thresholdsOf(cityYaml: string): Thresholds {
  return (parseYaml(cityYaml) as { thresholds: Thresholds }).thresholds;
}

const lotKey = (lots: readonly string[] | undefined): string => lots?.[0] ?? '';
const bidsOf = (process: CompiledRelease, lot: string): Bid[] =>
  (process.bids?.details ?? []).filter((bid) => lotKey(bid.relatedLots) === lot);

/** The processes that a question finds. */
function where(sample: Sample, isWrong: (process: CompiledRelease) => boolean): Findings {
  return new Set(sample.processes.filter(isWrong).map(({ ocid }) => ocid));
}

export const procurementRules: Readonly<Record<string, (sample: Sample, thresholds: Thresholds) => Findings>> = {
  T01: (sample) =>
    where(sample, ({ tender, awards = [], contracts = [] }) => {
      const before = [tender.tenderPeriod.startDate, tender.enquiryPeriod.endDate, tender.tenderPeriod.endDate];
      const chain = [...before, tender.bidOpening.date];
      return awards.some((award) => {
        const contract = contracts.find(({ awardID }) => awardID === award.id);
        const payments = contract?.implementation?.transactions ?? [];
        const days = [...chain, award.date, contract?.dateSigned, payments[0]?.date].filter((day) => day !== undefined);
        return days.some((day, at) => at > 0 && day < (days[at - 1] ?? ''));
      });
    }),
  T02: (sample) =>
    where(sample, ({ tender }) => {
      const least = { open: 20, selective: 20, limited: 3, direct: 5 }[tender.procurementMethod] ?? 0;
      return daysBetween(dayOf(tender.tenderPeriod.startDate), dayOf(tender.tenderPeriod.endDate)) < least;
    }),
  T03: (sample) =>
    where(sample, ({ tender, awards = [] }) =>
      awards.some((award) => {
        const lot = tender.lots?.find(({ id }) => id === lotKey(award.relatedLots));
        const limits = [tender.value, tender.ceilingPrice, lot?.value].filter((limit) => limit !== undefined);
        return award.value !== undefined && limits.some((limit) => fen(award.value) > fen(limit));
      }),
    ),
  T03c: (sample) =>
    where(sample, ({ tender, awards = [], contracts = [] }) =>
      contracts.some((contract) => {
        const award = awards.find(({ id }) => id === contract.awardID);
        const lot = tender.lots?.find(({ id }) => id === lotKey(award?.relatedLots));
        const limit = lot ? lot.value : tender.ceilingPrice;
        return fen(contract.value) !== fen(award?.value) && fen(contract.value) > fen(limit);
      }),
    ),
  T04: (sample) =>
    where(sample, (process) =>
      (process.awards ?? []).some(({ suppliers: [lead] = [], relatedLots }) => {
        const bids = bidsOf(process, lotKey(relatedLots));
        return lead !== undefined && !bids.some(({ tenderers }) => tenderers[0]?.id === lead.id);
      }),
    ),
  T04b: (sample) => {
    const firsts = firstCandidates(sample);
    const wrong = [...firsts].filter(([, usccs]) => usccs.length !== 1);
    return new Set(wrong.map(([key]) => key.split('/')[0] ?? ''));
  },
  T04c: (sample) => {
    const firsts = firstCandidates(sample);
    return where(sample, ({ ocid, awards = [] }) =>
      awards.some(({ suppliers: [lead] = [], relatedLots }) => {
        const [first, ...more] = firsts.get(`${ocid}/${lotKey(relatedLots)}`) ?? [];
        return lead !== undefined && first !== undefined && !more.length && first !== lead.id;
      }),
    );
  },
  T05: (sample) =>
    where(sample, ({ awards = [], contracts = [] }) =>
      contracts.some((contract) => {
        const award = awards.find(({ id }) => id === contract.awardID);
        return !award || (award.value !== undefined && fen(award.value) !== fen(contract.value));
      }),
    ),
  T05b: (sample) =>
    where(sample, ({ awards = [], contracts = [] }) =>
      contracts.some((contract) => {
        const award = awards.find(({ id }) => id === contract.awardID);
        return award !== undefined && daysBetween(dayOf(award.date), dayOf(contract.dateSigned)) > 30;
      }),
    ),
  T06: (sample) =>
    where(sample, (process) => process.tender.procurementMethod === 'open' && process.bids?.details.length === 1),
  T07: (sample, thresholds) => splits(sample, thresholds),
  T07b: (sample, thresholds) =>
    where(sample, ({ tender, relatedProcesses = [] }) => {
      const { openTender = '', openTenderWorks = '' } =
        thresholds[dayOf(tender.tenderPeriod.startDate).slice(0, 4)] ?? {};
      const limit = Number(tender.mainProcurementCategory === 'works' ? openTenderWorks : openTender) * 100;
      return fen(tender.value) >= limit && tender.procurementMethod !== 'open' && relatedProcesses.length === 0;
    }),
  T08: (sample) =>
    where(sample, ({ tender, awards = [] }) => {
      const deadline = dayOf(tender.tenderPeriod.endDate);
      const barred = sample.misconducts.filter((row) => (row['禁止开始日期'] || '9') <= deadline);
      const inForce = barred.filter((row) => deadline <= (row['禁止截止日期'] ?? ''));
      const usccs = new Set(inForce.map((row) => `CN-USCC-${row['统一社会信用代码']}`));
      return awards.some(({ suppliers = [] }) => suppliers.some(({ id }) => usccs.has(id)));
    }),
  T09: (sample) =>
    where(sample, (process) => {
      const lots = new Set((process.bids?.details ?? []).map((bid) => lotKey(bid.relatedLots)));
      return [...lots].some((lot) => {
        const prices = bidsOf(process, lot).flatMap(({ value }) => (value ? [fen(value)] : []));
        return new Set(prices).size < prices.length;
      });
    }),
  T09b: (sample) => bidderShare(sample, ({ address }) => address?.streetAddress),
  T09c: (sample) => bidderShare(sample, ({ contactPoint }) => contactPoint?.telephone),
  T10: (sample) => {
    const direct = sample.processes.filter(({ tender }) => tender.procurementMethod === 'direct');
    return new Set(direct.flatMap(({ relatedProcesses = [] }) => relatedProcesses.map(({ identifier }) => identifier)));
  },
  T11: (sample) =>
    where(sample, (process) => {
      const known = new Set(process.parties.map(({ id }) => id));
      const transactions = (process.contracts ?? []).flatMap(
        ({ implementation }) => implementation?.transactions ?? [],
      );
      const named = [
        process.buyer,
        process.tender.procuringEntity,
        ...(process.bids?.details ?? []).flatMap(({ tenderers }) => tenderers),
        ...(process.awards ?? []).flatMap(({ suppliers = [] }) => suppliers),
        ...(process.contracts ?? []).flatMap(({ suppliers }) => suppliers),
        ...transactions.flatMap(({ payer, payee }) => [payer, payee]),
      ];
      return named.some(({ id }) => !known.has(id));
    }),
  T12: (sample) =>
    where(sample, ({ awards = [], contracts = [] }) =>
      awards.some((award) => {
        const notice = contracts.find(({ awardID }) => awardID === award.id)?.documents[0]?.datePublished;
        return award.status === 'active' && daysBetween(dayOf(award.date), dayOf(notice ?? '2024-12-31')) > 60;
      }),
    ),
};

/** First candidates announced, by process and lot. */
function firstCandidates({ candidates }: Sample): Map<string, string[]> {
  const firsts = new Map<string, string[]>();
  for (const row of candidates) {
    const key = `${row['采购项目编号']}/${row['包号']}`;
    const first = row['排名'] === '1' ? [`CN-USCC-${row['统一社会信用代码']}`] : [];
    firsts.set(key, [...(firsts.get(key) ?? []), ...first]);
  }
  return firsts;
}

/** Processes of which two bidders share something. */
function bidderShare(sample: Sample, of: (party: CompiledRelease['parties'][number]) => string | undefined): Findings {
  return where(sample, ({ parties }) => {
    const bidders = parties.filter(({ roles }) => roles.includes('tenderer'));
    return new Set(bidders.map(of)).size < bidders.length;
  });
}

/** Body and item of several small purchases within 90 days that together pass the open-tender threshold. */
function splits({ processes }: Sample, thresholds: Thresholds): Findings {
  const groups = new Map<string, { day: string; budget: number; limit: number }[]>();
  for (const { tender, buyer } of processes) {
    const day = dayOf(tender.tenderPeriod.startDate);
    const { openTender = '', openTenderWorks = '' } = thresholds[day.slice(0, 4)] ?? {};
    const limit = Number(tender.mainProcurementCategory === 'works' ? openTenderWorks : openTender) * 100;
    if (fen(tender.value) >= limit) continue;
    for (const code of new Set(tender.items.map(({ classification }) => classification.id))) {
      const key = `${buyer.id} ${code}`;
      groups.set(key, [...(groups.get(key) ?? []), { day, budget: fen(tender.value), limit }]);
    }
  }
  const isSplit = (group: { day: string; budget: number; limit: number }[]): boolean =>
    group.some((first) => {
      const near = group.filter(({ day }) => day >= first.day && daysBetween(first.day, day) <= 90);
      return near.length > 1 && near.reduce((sum, { budget }) => sum + budget, 0) > first.limit;
    });
  return new Set([...groups].filter(([, group]) => isSplit(group)).map(([key]) => key));
}
