import { addDays, daysBetween } from '../../schema/vocabulary/local-date.js';
import { LAST_DAY, drawDay, earlier, quarterEnd, workdayFrom } from '../calendar.js';
import { type Fen, fenOf } from '../fen.js';
import { Progress } from '../projects/progress.js';
import type { Project } from '../projects/project.js';
import type { Random } from '../random.js';
import type { Category } from './catalogue.js';
import type { ContractStart } from './draw-process.js';
import type { Change, Contract, Payment } from './process.js';

/** 质保金: what is kept back until the warranty ends, beyond the sample's years. */
const KEPT_BACK = 0.03;
/** Progress payments lag the reported progress. */
const PAID_SHARE = 0.92;

/** Contracts of a project lie inside it, and no payment runs ahead of the progress last reported. */
export function performByProgress(
  random: Random,
  start: ContractStart,
  project: Project,
  category: Category,
): Pick<Contract, 'start' | 'end' | 'payments' | 'changes'> {
  const first = addDays(start.signedOn, random.int(3, 10));
  const end = addDays(project.end, -random.int(5, 15));
  const changes = category === 'works' && random.chance(0.3) ? drawChanges(random, start, project) : [];
  return { start: first, end, payments: paymentsOf(random, start.signedOn, project), changes };
}

function paymentsOf(random: Random, signedOn: string, project: Project): Payment[] {
  const progress = new Progress(project.actualStart, project.actualEnd || project.end, project.actualEnd !== '');
  const payments: Payment[] = [];
  let paid = 0;
  for (let day = addDays(signedOn, 60); day <= LAST_DAY && paid < 1 - KEPT_BACK;) {
    const on = workdayFrom(addDays(day, random.int(0, 25)));
    day = addDays(quarterEnd(on), 15);
    if (on > LAST_DAY) break;
    const reported = progress.reportedBefore(on) / 100;
    const upTo = reported === 1 ? 1 - KEPT_BACK : Math.floor(reported * PAID_SHARE * 100) / 100;
    if (upTo - paid >= 0.03) {
      payments.push({ on, upTo });
      paid = upTo;
    }
  }
  return payments;
}

const REASONS = ['地质条件与勘察不符', '设计优化', '使用功能调整', '管线迁改方案调整', '主要材料价格调差'] as const;

/** One or two approved changes; together they never take away more than is kept back. */
function drawChanges(random: Random, start: ContractStart, project: Project): Change[] {
  const first = addDays(start.signedOn, 45);
  const last = earlier(LAST_DAY, addDays(project.end, -25));
  if (daysBetween(first, last) < 30) return [];
  const days = Array.from({ length: random.int(1, 2) }, () => workdayFrom(drawDay(random, first, last))).sort();
  return days.map((on, at): Change => {
    const kind = random.pick(['价款变更', '工期变更', '范围变更'] as const);
    return {
      id: `${start.no}-BG${at + 1}`,
      kind,
      on,
      reason: random.pick(REASONS),
      delta: kind === '工期变更' ? 0 : fenOf((start.base / 100) * random.real(-0.012, 0.022), 100),
      days: kind === '价款变更' ? 0 : random.int(5, 25),
      approvalNo: `阳建变更〔${on.slice(0, 4)}〕${start.no.slice(5)}-${at + 1}号`,
    };
  });
}

/** What all changes of a contract come to. */
export function changeTotal(contract: Contract): Fen {
  return contract.changes.reduce((sum, { delta }) => sum + delta, 0);
}
