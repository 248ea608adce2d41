/** Identities hold for everyone's data, but only the city's own departments can be asked to correct theirs. */
import type { Rule, Severity, Tables } from './define-rule.js';

export interface Whose {
  readonly id: string;
  readonly severity: Severity;
  /** SQL: whether a row of this jurisdiction (SQL) is among those judged. */
  among(jurisdiction: string, t: Tables): string;
}

/**
 * A rule of severity E refuses the city's own files. Of other jurisdictions the same breach is a W under the id with
 * `f`: what they published stays as it is.
 */
export const ownAndForeign = (id: string, rule: (whose: Whose) => Rule): readonly Rule[] => [
  rule({ id, severity: 'E', among: (jurisdiction, { city }) => `${jurisdiction} = ${city.jurisdiction}` }),
  rule({
    id: `${id}f`,
    severity: 'W',
    among: (jurisdiction, { city }) => `${jurisdiction} is distinct from ${city.jurisdiction}`,
  }),
];
