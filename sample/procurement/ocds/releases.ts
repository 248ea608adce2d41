import { LAST_DAY, at } from '../../calendar.js';
import type { Process } from '../process.js';
import { performed } from './contract-sections.js';
import { PartyBook } from './parties.js';
import * as section from './sections.js';

/** A release: what was published about one process on one day. */
export interface Release {
  readonly day: string;
  readonly body: object;
}

/** The releases of a process in the order of their days, up to the last day of the sample. */
export function releasesOf(process: Process): Release[] {
  const book = new PartyBook(process);
  const releases: Release[] = [];
  const publish = (day: string, time: string, tag: string, parts: () => object): void => {
    if (day > LAST_DAY) return;
    const body = parts();
    const id = `${process.ocid}-${String(releases.length + 1).padStart(2, '0')}-${tag}`;
    const head = { ocid: process.ocid, id, date: at(day, time), tag: [tag], initiationType: 'tender', language: 'zh' };
    releases.push({ day, body: { ...head, parties: book.take(day), ...body } });
  };

  const buyer = () => ({ buyer: book.refer(process.buyer, 'buyer') });
  if (process.planningOn !== '') {
    publish(process.planningOn, '10:00', 'planning', () => ({ ...buyer(), ...section.planned(process) }));
  }
  publish(process.noticeOn, '09:00', 'tender', () => ({ ...buyer(), ...section.tendered(process, book) }));
  if (process.amendedOn !== '') publish(process.amendedOn, '16:00', 'tenderAmendment', () => section.amended(process));
  if (process.outcome === 'CANCELLED') {
    publish(process.cancelledOn, '15:00', 'tenderCancellation', () => section.cancelled(process));
    return releases;
  }
  publish(process.awardOn, '17:00', 'award', () => section.awarded(process, book));
  const steps = process.lots.flatMap((lot, serial) => performed(process, lot, serial, book));
  steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (const { day, tag, parts } of steps) publish(day, '18:00', tag, () => ({ ...buyer(), ...parts() }));
  return releases;
}
