import { addDays, daysBetween } from '../../schema/vocabulary/local-date.js';
import { FIRST_DAY, HANDOVER, LAST_DAY, earlier, later, quarterEnd } from '../calendar.js';
import { type Fen, fenOf } from '../fen.js';
import type { Random } from '../random.js';
import type { Report } from './project.js';

/** How far a project is at the end of a day, in percent: an S-curve from the actual start to the completion. */
export class Progress {
  readonly #start: string;
  readonly #end: string;
  readonly #isDone: boolean;

  /** `end` is the actual completion, or the planned one while it is still being built. */
  constructor(start: string, end: string, isDone: boolean) {
    this.#start = start;
    this.#end = end;
    this.#isDone = isDone;
  }

  percentOn(day: string): number {
    if (this.#isDone && day >= this.#end) return 100;
    const elapsed = daysBetween(this.#start, day) / Math.max(1, daysBetween(this.#start, this.#end));
    if (elapsed <= 0) return 0;
    const along = Math.min(0.97, elapsed);
    const share = along ** 1.4 / (along ** 1.4 + (1 - along) ** 1.4);
    return Math.min(98, Math.round(share * 1000) / 10);
  }

  /** What was last reported before a day: the progress at the end of the quarter before it. */
  reportedBefore(day: string): number {
    return this.percentOn(previousQuarterEnd(day));
  }
}

/** The last day of the quarter before the one that a day lies in. */
function previousQuarterEnd(day: string): string {
  const month = 3 * Math.ceil(Number(day.slice(5, 7)) / 3) - 2;
  return addDays(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`, -1);
}

const STAGES: readonly (readonly [number, string])[] = [
  [10, '完成施工招标及场地清表'],
  [30, '基础施工'],
  [60, '主体施工'],
  [85, '主体完工，附属设施施工'],
  [99.9, '收尾及竣工验收准备'],
  [100, '已完工'],
];
const PROBLEMS = ['管线迁改协调滞后', '雨季施工影响工期', '材料价格上涨', '征迁扫尾未完成', '资金拨付需加快'] as const;

/** Quarterly reports from the start (or the first quarter of the sample) to the completion (or the last quarter). */
export function drawReports(random: Random, total: Fen, start: string, end: string, isDone: boolean): Report[] {
  const progress = new Progress(start, end, isDone);
  const spentShare = random.real(0.93, 0.995);
  const spentOn = (day: string): Fen => fenOf((total / 100) * spentShare * (progress.percentOn(day) / 100), 100);
  const last = isDone ? earlier(quarterEnd(end), LAST_DAY) : LAST_DAY;
  const first = quarterEnd(later(start, FIRST_DAY));
  const reports: Report[] = [];
  for (let day = first; day <= last; day = quarterEnd(addDays(day, 1))) {
    const year = Number(day.slice(0, 4));
    const before = spentOn(previousQuarterEnd(day));
    const beforeYear = spentOn(`${year - 1}-12-31`);
    const atYearEnd = spentOn(earlier(`${year}-12-31`, later(last, day)));
    const percent = progress.percentOn(day);
    reports.push({
      year,
      quarter: Number(day.slice(5, 7)) / 3,
      percent,
      planned: fenOf(((atYearEnd - beforeYear) / 100) * 1.05, 1e4),
      thisQuarter: spentOn(day) - before,
      thisYear: spentOn(day) - beforeYear,
      cumulative: spentOn(day),
      text: STAGES.find(([upTo]) => percent <= upTo)?.[1] ?? '',
      problems: percent < 100 && random.chance(0.2) ? random.pick(PROBLEMS) : '',
      publishedOn: earlier(addDays(day, random.int(5, 15)), HANDOVER),
    });
  }
  return reports;
}
