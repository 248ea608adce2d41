import { addDays } from '../../schema/vocabulary/local-date.js';
import { workdayFrom } from '../calendar.js';
import type { Random } from '../random.js';
import type { Category } from './catalogue.js';
import type { ContractStart } from './draw-process.js';
import type { Contract, Payment } from './process.js';

/** Goods are paid after delivery with a rest kept for a year; services in equal parts over their term. */
export function performByTime(
  random: Random,
  start: ContractStart,
  category: Category,
  months: number,
): Pick<Contract, 'start' | 'end' | 'payments' | 'changes'> {
  const first = addDays(start.signedOn, random.int(1, 10));
  const end = addDays(first, months * 30);
  const payments = category === 'services' ? instalments(random, first, months) : afterDelivery(random, first, end);
  return { start: first, end, payments, changes: [] };
}

function instalments(random: Random, first: string, months: number): Payment[] {
  const parts = Math.min(4, Math.max(2, Math.round(months / 3)));
  return Array.from({ length: parts }, (_, at): Payment => {
    const due = addDays(first, Math.round(((at + 1) * months * 30) / parts) + random.int(3, 20));
    return { on: workdayFrom(due), upTo: (at + 1) / parts };
  });
}

function afterDelivery(random: Random, first: string, end: string): Payment[] {
  const advance = random.chance(0.4) ? [{ on: workdayFrom(addDays(first, random.int(5, 15))), upTo: 0.3 }] : [];
  const delivered = workdayFrom(addDays(end, random.int(10, 40)));
  if (random.chance(0.5)) return [...advance, { on: delivered, upTo: 1 }];
  return [...advance, { on: delivered, upTo: 0.95 }, { on: workdayFrom(addDays(delivered, 365)), upTo: 1 }];
}
