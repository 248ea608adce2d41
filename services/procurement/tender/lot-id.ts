import { escapeStep } from '../ocds/finding.js';

/** The key of the lot with this number in a process, as the OCDS mapping makes it; null without a number. */
export const lotId = (ocid: unknown, lot: unknown): string | null =>
  lot ? `${String(ocid)}/${escapeStep(String(lot))}` : null;
