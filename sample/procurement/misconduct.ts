import { addDays } from '../../schema/vocabulary/local-date.js';
import { drawDay, workdayFrom } from '../calendar.js';
import type { Random } from '../random.js';
import type { Agency } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import { type Column, yesNo } from '../write/table.js';
import type { Market } from './market.js';

export interface Misconduct {
  readonly id: string;
  /** A masked name for an expert. */
  readonly subject: Agency | LegalPerson | string;
  readonly role: '采购人' | '采购代理机构' | '供应商' | '评审专家';
  readonly reason: string;
  readonly basis: string;
  readonly decisionNo: string;
  readonly decidedOn: string;
  readonly penalty: string;
  readonly bannedFrom: string;
  readonly bannedTo: string;
  readonly issuer: Agency;
  readonly revokedOn: string;
  ocid: string;
}

const LAW = '《中华人民共和国政府采购法》';
const SUPPLIER_REASONS = [
  '提供虚假材料谋取中标',
  '与其他投标人串通投标',
  '中标后无正当理由不与采购人签订合同',
  '擅自变更、中止合同',
] as const;
const BUYER_REASONS = ['未按规定公告采购信息', '超过法定期限签订合同', '将应当公开招标的项目化整为零'] as const;
const AGENT_REASONS = ['采购文件编制不合规', '未按规定组织重新评审', '泄露应当保密的采购信息'] as const;
const EXPERT_REASONS = ['未按评审标准独立评审', '无正当理由中途退出评审'] as const;
/** Trades that the first barred suppliers come from, so that there is always one who could have won. */
const TRADES = [
  'itsystems',
  'office',
  'property',
  'software',
  'furniture',
  'medical',
  'security',
  'teaching',
  'municipal',
  'sanitation',
];

interface Room {
  readonly random: Random;
  readonly market: Market;
  readonly agents: readonly LegalPerson[];
  readonly buyers: readonly Agency[];
  readonly issuerOn: (day: string) => Agency;
}

/** Draws the misconduct records and takes barred suppliers off the market; about 20 at scale 1. */
export function drawMisconduct(count: number, room: Room): Misconduct[] {
  const { random, market } = room;
  const serials = new Map<string, number>();
  return Array.from({ length: count }, (_, at): Misconduct => {
    const role =
      (
        [
          '供应商',
          '供应商',
          '供应商',
          '采购代理机构',
          '供应商',
          '采购人',
          '供应商',
          '评审专家',
          '供应商',
          '供应商',
        ] as const
      )[at % 10] ?? '供应商';
    const decidedOn = workdayFrom(drawDay(random, '2021-03-01', at < 12 ? '2023-03-31' : '2024-11-30'));
    const year = decidedOn.slice(0, 4);
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    const isBanned = role === '供应商' ? at < 12 || random.chance(0.7) : false;
    const years = random.weighted([
      [1, 50],
      [2, 20],
      [3, 30],
    ] as const);
    const bannedFrom = isBanned ? addDays(decidedOn, 1) : '';
    const bannedTo = isBanned ? addDays(decidedOn, years * 365) : '';
    const subject = subjectOf(role, at, room);
    if (isBanned && typeof subject !== 'string' && !('id' in subject)) market.bar(subject, bannedFrom, bannedTo);
    const fine = `罚款${random.int(5, 60) * 1000}元`;
    return {
      id: `BLXW-${year}-${String(serial).padStart(3, '0')}`,
      subject,
      role,
      decidedOn,
      bannedFrom,
      bannedTo,
      ocid: '',
      reason: random.pick(reasonsOf(role)),
      basis: `${LAW}${articleOf(role)}`,
      issuer: room.issuerOn(decidedOn),
      decisionNo: `阳财购罚〔${year}〕${serial}号`,
      penalty: isBanned
        ? `${fine}，列入不良行为记录名单，${years}年内禁止参加政府采购活动`
        : role === '供应商'
          ? fine
          : '警告，通报批评',
      revokedOn: '',
    };
  });
}

function subjectOf(
  role: Misconduct['role'],
  at: number,
  { random, market, agents, buyers }: Room,
): Misconduct['subject'] {
  switch (role) {
    case '供应商': {
      const sellers = market.sellersOf(TRADES[at % TRADES.length] ?? 'office');
      return random.pick(sellers.filter(({ establishedOn }) => establishedOn < '2018-01-01'));
    }
    case '采购代理机构':
      return random.pick(agents);
    case '采购人':
      return random.pick(buyers);
    case '评审专家':
      return `${random.pick([...'王李张刘陈杨赵黄周吴'])}*`;
  }
}

function reasonsOf(role: Misconduct['role']): readonly string[] {
  return { 供应商: SUPPLIER_REASONS, 采购人: BUYER_REASONS, 采购代理机构: AGENT_REASONS, 评审专家: EXPERT_REASONS }[
    role
  ];
}

function articleOf(role: Misconduct['role']): string {
  return { 供应商: '第七十七条', 采购人: '第七十一条', 采购代理机构: '第七十八条', 评审专家: '第七十五条' }[role];
}

/** The columns; the sheets of the years to 2022 have older heads. */
export function misconductColumns(year: string): readonly Column<Misconduct>[] {
  const isOld = year <= '2022';
  return [
    ['记录编号', ({ id }) => id],
    [isOld ? '单位名称' : '当事人名称', ({ subject }) => (typeof subject === 'string' ? subject : subject.name)],
    [isOld ? '社会信用代码' : '统一社会信用代码', ({ subject }) => (typeof subject === 'string' ? '' : subject.uscc)],
    ['机构编号', ({ subject }) => (typeof subject !== 'string' && 'id' in subject ? subject.id : '')],
    [isOld ? '主体类型' : '当事人类型', ({ role }) => role],
    [isOld ? '违法违规行为' : '不良行为事由', ({ reason }) => reason],
    ['处理依据', ({ basis }) => basis],
    ['处理决定文号', ({ decisionNo }) => decisionNo],
    ['处理日期', ({ decidedOn }) => decidedOn],
    ['处理结果', ({ penalty }) => penalty],
    ['是否禁止参加政府采购活动', ({ bannedFrom }) => yesNo(bannedFrom !== '')],
    ['禁止开始日期', ({ bannedFrom }) => bannedFrom],
    ['禁止截止日期', ({ bannedTo }) => bannedTo],
    ['处理机关', ({ issuer }) => issuer.name],
    ['处理机关机构编号', ({ issuer }) => issuer.id],
    ['是否撤销', ({ revokedOn }) => yesNo(revokedOn !== '')],
    ['撤销日期', ({ revokedOn }) => revokedOn],
    ['关联采购项目编号', ({ ocid }) => ocid],
  ];
}
