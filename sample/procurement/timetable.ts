import { addDays } from '../../schema/vocabulary/local-date.js';
import { addWorkdays, later, workdayFrom } from '../calendar.js';
import type { Random } from '../random.js';
import type { Method } from './process.js';

/** The days of a purchase from the notice to the contract. */
export interface Timetable {
  readonly enquiryEnd: string;
  readonly firstDeadline: string;
  readonly amendedOn: string;
  readonly deadline: string;
  readonly candidatesFrom: string;
  readonly candidatesTo: string;
  readonly awardOn: string;
  readonly signedOn: string;
}

/**
 * Draws the days, each a working day and never before the one above: 20 days and more for 公开招标 and 邀请招标
 * (政府采购法 art. 35), 10 for 竞争性磋商; candidates are shown for 3 days; the contract follows within 30 days (art. 46).
 */
export function drawTimetable(random: Random, method: Method, noticeOn: string, isAmended: boolean): Timetable {
  const isTender = method === '公开招标' || method === '邀请招标';
  const enquiryEnd = addWorkdays(noticeOn, isTender ? random.int(5, 7) : method === '单一来源采购' ? 5 : 2);
  const announced = later(firstDeadline(random, method, noticeOn), addWorkdays(enquiryEnd, 1));
  const deadline = isAmended ? workdayFrom(addDays(announced, random.int(5, 9))) : announced;
  const candidatesFrom = isTender ? addWorkdays(deadline, random.int(1, 2)) : '';
  const candidatesTo = isTender ? workdayFrom(addDays(candidatesFrom, 3)) : '';
  const awardOn = addWorkdays(isTender ? candidatesTo : deadline, random.int(1, 3));
  return {
    enquiryEnd,
    deadline,
    candidatesFrom,
    candidatesTo,
    awardOn,
    firstDeadline: isAmended ? announced : '',
    amendedOn: isAmended ? addWorkdays(noticeOn, random.int(1, 3)) : '',
    signedOn: workdayFrom(addDays(awardOn, random.int(4, 20))),
  };
}

function firstDeadline(random: Random, method: Method, noticeOn: string): string {
  switch (method) {
    case '公开招标':
    case '邀请招标':
      return workdayFrom(addDays(noticeOn, random.int(21, 27)));
    case '竞争性磋商':
      return workdayFrom(addDays(noticeOn, random.int(11, 15)));
    case '竞争性谈判':
    case '询价':
      return addWorkdays(noticeOn, random.int(4, 6));
    case '单一来源采购':
      return addWorkdays(noticeOn, 6);
  }
}
