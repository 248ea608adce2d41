import type { ProjectPurchases } from '../procurement/project-purchases.js';
import type { Project } from '../projects/project.js';
import type { Random } from '../random.js';
import { CONTRACT_PLANTERS } from './in-project-contracts.js';
import { PAPER_PLANTERS } from './in-project-papers.js';
import { RECORD_PLANTERS } from './in-project-record.js';
import type { Anomaly, Occasion, Plan } from './plan.js';

interface Room {
  readonly random: Random;
  readonly purchases: ProjectPurchases;
}

/** How one kind of anomaly gets into a project. */
export interface ProjectPlanter {
  readonly kind: Occasion;
  readonly suits: (project: Project, room: Room) => boolean;
  /** undefined when it turned out impossible. */
  readonly plant: (project: Project, room: Room) => Omit<Anomaly, 'kind'> | undefined;
}

const PLANTERS: readonly ProjectPlanter[] = [...CONTRACT_PLANTERS, ...PAPER_PLANTERS, ...RECORD_PLANTERS];

/** The kinds that only a project gives occasion for. */
export const PROJECT_OCCASIONS: readonly Occasion[] = PLANTERS.map(({ kind }) => kind);

/** Plants at most one anomaly in a project and its purchases. */
export function spoilProject(project: Project, plan: Plan, room: Room): void {
  const planter = PLANTERS.find(({ kind, suits }) => suits(project, room) && plan.takes(kind));
  if (!planter) return;
  const anomaly = planter.plant(project, room);
  if (anomaly) plan.note({ kind: planter.kind, ...anomaly });
  else plan.postpone(planter.kind);
}
