import { addDays } from '../../schema/vocabulary/local-date.js';
import { LAST_DAY, addWorkdays } from '../calendar.js';
import type { Random } from '../random.js';
import type { Agency } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import type { Column } from '../write/table.js';
import type { Process } from './process.js';

export interface Complaint {
  readonly id: string;
  readonly kind: '质疑' | '投诉';
  readonly ocid: string;
  readonly complainant: LegalPerson;
  readonly respondent: Agency | LegalPerson;
  readonly filedOn: string;
  readonly subject: string;
  readonly result: string;
  readonly decisionNo: string;
  readonly decidedOn: string;
  readonly handler: Agency | LegalPerson;
}

export const COMPLAINT_COLUMNS: readonly Column<Complaint>[] = [
  ['编号', ({ id }) => id],
  ['类型', ({ kind }) => kind],
  ['采购项目编号', ({ ocid }) => ocid],
  ['提出人', ({ complainant }) => complainant.name],
  ['提出人统一社会信用代码', ({ complainant }) => complainant.uscc],
  ['被提出人', ({ respondent }) => respondent.name],
  ['被提出人统一社会信用代码', ({ respondent }) => respondent.uscc],
  ['被提出人机构编号', ({ respondent }) => ('id' in respondent ? respondent.id : '')],
  ['受理日期', ({ filedOn }) => filedOn],
  ['事项', ({ subject }) => subject],
  ['处理结果', ({ result }) => result],
  ['处理决定文号', ({ decisionNo }) => decisionNo],
  ['处理日期', ({ decidedOn }) => decidedOn],
  ['处理机关', ({ handler }) => handler.name],
  ['处理机关机构编号', ({ handler }) => ('id' in handler ? handler.id : '')],
];

const SUBJECTS = [
  '对中标（成交）结果有异议',
  '采购文件技术参数具有倾向性',
  '评分标准设置不合理',
  '中标供应商提供虚假业绩',
  '评审过程不规范',
] as const;
const SHARE = 0.033;

/** Draws who questions or complains about what; only failed tenders had a complaint upheld, so no contract stands against one. */
export class ComplaintSource {
  readonly #random: Random;
  readonly #handlerOn: (day: string) => Agency;
  readonly #serials = new Map<string, number>();

  constructor(random: Random, handlerOn: (day: string) => Agency) {
    this.#random = random;
    this.#handlerOn = handlerOn;
  }

  /** At most one complaint of a bidder that did not win. */
  drawFor(process: Process): Complaint | undefined {
    const random = this.#random;
    const [lot] = process.lots;
    const loser = lot?.bids.find((bid) => bid !== lot.winner);
    const filedOn = addWorkdays(process.awardOn, random.int(2, 6));
    if (!loser || process.outcome === 'CANCELLED' || filedOn > LAST_DAY || !random.chance(SHARE)) return undefined;
    const kind = random.weighted([
      ['质疑', 60],
      ['投诉', 40],
    ] as const);
    const decided = addDays(filedOn, kind === '质疑' ? random.int(3, 7) : random.int(20, 42));
    const isDecided = decided <= LAST_DAY;
    const year = filedOn.slice(0, 4);
    const serial = this.#next(`${kind}${year}`);
    const result = this.#result(process);
    return {
      id: `${kind === '质疑' ? 'ZY' : 'TS'}-${year}-${String(serial).padStart(4, '0')}`,
      kind,
      ocid: process.ocid,
      complainant: loser.lead,
      respondent: process.buyer,
      filedOn,
      subject: random.pick(SUBJECTS),
      result: isDecided ? result : '处理中',
      decisionNo:
        isDecided && kind === '投诉' && result !== '撤回'
          ? `阳财购决〔${decided.slice(0, 4)}〕${this.#next(`no${decided.slice(0, 4)}`)}号`
          : '',
      decidedOn: isDecided ? decided : '',
      handler: kind === '质疑' ? process.agent : this.#handlerOn(filedOn),
    };
  }

  #result(process: Process): string {
    if (process.outcome === 'UNSUCCESSFUL') return '成立';
    return this.#random.weighted([
      ['驳回', 70],
      ['部分成立', 12],
      ['撤回', 18],
    ] as const);
  }

  #next(key: string): number {
    const serial = (this.#serials.get(key) ?? 0) + 1;
    this.#serials.set(key, serial);
    return serial;
  }
}
