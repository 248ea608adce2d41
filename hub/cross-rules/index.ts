/** Every rule across services. */
import { agencyKnown } from './r15-agency-known.js';
import type { CrossRule } from './cross-rule.js';
import { contractWithinProject } from './p08-contract-within-project.js';
import { contractsWithinEstimate } from './x03-contracts-within-estimate.js';
import { holderIsNotSupplier } from './x05-holder-is-not-supplier.js';
import { paidByProgress } from './p06-paid-by-progress.js';
import { changesApproved } from './p07-changes-approved.js';
import { printedAsRegistered } from './r06-printed-as-registered.js';
import { registryOfProjects } from './registry-of-projects.rule.js';
import { regionOfItsTime } from './r07-region-of-its-time.js';
import { startedOnItsLand } from './p11-started-on-its-land.js';

export const CROSS_RULES: readonly CrossRule[] = [
  ...registryOfProjects,
  printedAsRegistered,
  regionOfItsTime,
  agencyKnown,
  paidByProgress,
  changesApproved,
  contractWithinProject,
  startedOnItsLand,
  contractsWithinEstimate,
  holderIsNotSupplier,
];
