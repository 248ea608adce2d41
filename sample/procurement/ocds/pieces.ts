import { at } from '../../calendar.js';
import type { LegalPerson } from '../../registry/legal-persons.js';
import { EDITION, itemName } from '../catalogue.js';
import { type Bid, type Line, type Lot, type Process, unitPrice } from '../process.js';
import { value } from './value.js';

/** An item with the unit price of the winner, or without one. */
export function item(lot: Lot, line: Line, winner: Bid | null): object {
  const priced = winner ? { value: value(unitPrice(line, winner.factor)) } : {};
  return {
    id: line.id,
    description: line.what,
    quantity: line.quantity,
    classification: {
      scheme: `CN-ZFCG-${EDITION}`,
      id: line.code,
      description: itemName(line.code),
    },
    unit: {
      name: line.unit,
      ...priced,
    },
    ...(lot.id === '' ? {} : { relatedLot: lot.id }),
  };
}

/** The lead and, in a consortium, its partner. */
export function firmsOf({ lead, partner }: Bid): LegalPerson[] {
  return partner ? [lead, partner] : [lead];
}

/** The id of the award of the n-th lot. */
export function awardId(process: Process, serial: number): string {
  return `${process.number}-A${serial + 1}`;
}

/** A notice; the address is of a domain that can never exist (RFC 2606). */
export function document(process: Process, key: string, documentType: string, title: string, day: string): object {
  const url = `https://ggzy.sunshine.example/notice/${process.number}/${key}.html`;
  return {
    id: `${process.number}-${key}`,
    documentType,
    title: `${process.title}${title}`,
    url,
    datePublished: at(day, '09:00'),
    format: 'text/html',
    language: 'zh',
  };
}

/** The lot that something is about, when there are lots. */
export function relatedLots(lot: Lot): object {
  return lot.id === '' ? {} : { relatedLots: [lot.id] };
}
