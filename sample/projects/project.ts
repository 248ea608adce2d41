import type { Fen } from '../fen.js';
import type { Change, Process } from '../procurement/process.js';
import type { Agency } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import type { Place } from '../registry/regions.js';
import type { Land } from './land.js';
import type { ProjectKind } from './project-kinds.js';

/** An investment project with everything that departments report of it. */
export interface Project {
  readonly code: string;
  readonly legacyCode: string;
  readonly title: string;
  /** The place name inside the title. */
  readonly name: string;
  readonly description: string;
  readonly kind: ProjectKind;
  readonly place: Place;
  readonly owner: Agency | LegalPerson;
  authority: Agency;
  status: '谋划' | '前期' | '在建' | '竣工' | '运营' | '终止';
  readonly type: '新建' | '改建' | '扩建' | '迁建';
  readonly total: Fen;
  readonly start: string;
  end: string;
  actualStart: string;
  actualEnd: string;
  approvalNo: string;
  readonly approvedOn: string;
  readonly publishedOn: string;
  readonly location: string;
  readonly longitude: string;
  readonly latitude: string;
  funding: Funding[];
  reports: Report[];
  readonly processes: Process[];
  /** Changes that name no contract. */
  readonly changes: Change[];
  land: Land | null;
}

export interface Funding {
  readonly kind: string;
  amount: Fen;
  readonly provider: string;
}

export interface Report {
  readonly year: number;
  readonly quarter: number;
  /** Planned in the year. */
  planned: Fen;
  thisQuarter: Fen;
  thisYear: Fen;
  cumulative: Fen;
  /** Physical progress in percent, one digit after the point at most. */
  percent: number;
  readonly text: string;
  readonly problems: string;
  readonly publishedOn: string;
}

/** Whether an owner is one of the city's own bodies. */
export function isAgency(owner: Agency | LegalPerson): owner is Agency {
  return 'id' in owner;
}
