import type { ProjectStatus, ProjectType } from './project-row.js';

/** What each status of the portal means in OC4IDS (project) and OCDS (contract, stage). */
export const STATUS: Readonly<
  Record<string, { project: ProjectStatus; contract: string; stage: 'CONTRACT' | 'IMPLEMENTATION' | 'CLOSED' }>
> = {
  'Not Yet Started': { project: 'preparation', contract: 'pending', stage: 'CONTRACT' },
  'On-Going': { project: 'implementation', contract: 'active', stage: 'IMPLEMENTATION' },
  // OCDS says `terminated` of a contract that has come to its end, whether fulfilled or broken off.
  Completed: { project: 'completion', contract: 'terminated', stage: 'CLOSED' },
  Terminated: { project: 'cancelled', contract: 'terminated', stage: 'CLOSED' },
};

const SECTOR: Readonly<Record<string, string>> = {
  Roads: 'transport.road',
  Bridges: 'transport.road',
  'Flood Control and Drainage': 'naturalResources.floodProtection',
  'Septage and Sewerage Plants': 'waterAndWaste',
};

/** OC4IDS projectSector of a kind of infrastructure; buildings and consultancy have none. */
export function sectorOf(infraType: string | null): string | null {
  return SECTOR[infraType ?? ''] ?? null;
}

const TYPES: readonly (readonly [RegExp, ProjectType])[] = [
  [/^(Construction|Completion|Channelization|Embankment)/, 'construction'],
  [/^Replacement/, 'replacement'],
  [/^(Rehabilitation|Retrofitting|Reconstruction|Repair|Preventive Maintenance|Dredging)/, 'rehabilitation'],
  [/^(Widening|Road Widening|Additional Lane|Upgrading|Road Upgrading|Paving|Off-Carriageway)/, 'expansion'],
];

/** OC4IDS projectType of a kind of work; road safety equipment and design are none of its types. */
export function typeOf(typeOfWork: string | null): ProjectType | null {
  return TYPES.find(([words]) => words.test(typeOfWork ?? ''))?.[1] ?? null;
}

/** Document type (OCDS documentType where it has a code) of each link of the portal. */
export const LINKS = [
  { key: 'advertisement', stage: 'TENDER', documentType: 'tenderNotice', title: 'Advertisement' },
  { key: 'noticeOfAward', stage: 'AWARD', documentType: 'awardNotice', title: 'Notice of award' },
  { key: 'contractAgreement', stage: 'CONTRACT', documentType: 'contractSigned', title: 'Contract agreement' },
  { key: 'noticeToProceed', stage: 'CONTRACT', documentType: 'noticeToProceed', title: 'Notice to proceed' },
  { key: 'programOfWork', stage: 'CONTRACT', documentType: 'contractSchedule', title: 'Program of work' },
  { key: 'engineeringDesign', stage: 'TENDER', documentType: 'technicalSpecifications', title: 'Engineering design' },
] as const;
