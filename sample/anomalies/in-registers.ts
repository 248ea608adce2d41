import { addDays } from '../../schema/vocabulary/local-date.js';
import { usccParts } from '../../schema/vocabulary/uscc.js';
import type { Succession } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import { COUNTY_BECAME_DISTRICT, OLD_COUNTY } from '../registry/regions.js';
import type { Plan } from './plan.js';

/** Shops, associations and the like: they sell nothing to the city, so that what is changed of them shows nowhere else. */
const isApart = ({ trade, authority, status }: LegalPerson): boolean =>
  trade === '' && status === '存续' && !authority.endsWith('机构编制委员会办公室');

/** The register with a code of a county that was no more, and with two bodies of one name. */
export function spoilPersons(persons: readonly LegalPerson[], plan: Plan): LegalPerson[] {
  const rows = [...persons];
  const old = rows.findIndex((person) => isApart(person) && usccParts(person.uscc).region === OLD_COUNTY);
  const late = rows[old];
  if (late) {
    const establishedOn = addDays(COUNTY_BECAME_DISTRICT, 172);
    rows[old] = { ...late, establishedOn };
    plan.note({
      rule: 'R05',
      kind: 'REGION_OF_CODE',
      zh: `代码中的区划${OLD_COUNTY}在成立日期${establishedOn}已撤销`,
      en: 'The region in the code had ended before the body was established',
      keys: { uscc: late.uscc, establishedOn },
      amounts: {},
    });
  }
  const [first, second] = rows.flatMap((person, at) => (at !== old && isApart(person) ? [at] : []));
  const one = rows[first ?? -1];
  const other = rows[second ?? -1];
  if (one && other && second !== undefined) {
    rows[second] = { ...other, name: one.name };
    plan.note({
      rule: 'R06b',
      kind: 'ONE_NAME_TWO_CODES',
      zh: '同一名称对应两个统一社会信用代码',
      en: 'One name has two unified social credit codes',
      keys: { name: one.name, uscc: [one.uscc, other.uscc] },
      amounts: {},
    });
  }
  return rows;
}

/** Between bodies that nothing of the three years refers to. */
const FORGOTTEN = 'safety';
const SHIFTED = 'planning';

/** The successions without one of them, and with one on another day than the body before ended. */
export function spoilSuccessions(successions: readonly Succession[], plan: Plan): Succession[] {
  const forgotten = successions.find(({ predecessor }) => predecessor.key === FORGOTTEN);
  const shifted = successions.find(({ predecessor }) => predecessor.key === SHIFTED);
  if (!forgotten || !shifted) throw new RangeError('the city lacks a succession that it needs');
  const on = addDays(shifted.on, 15);
  plan.note({
    rule: 'R15b',
    kind: 'NO_SUCCESSOR',
    zh: `${forgotten.predecessor.name}已停用，沿革中没有承接机构`,
    en: 'An agency ended, and no succession says who took over',
    keys: { agencyId: forgotten.predecessor.id, validTo: forgotten.predecessor.to },
    amounts: {},
  });
  plan.note({
    rule: 'R15c',
    kind: 'SUCCESSION_DAY',
    zh: `沿革生效日期${on}不是原机构停用日期${shifted.predecessor.to}`,
    en: 'The succession takes effect on another day than the agency before ended',
    keys: { successionId: shifted.id, effectiveOn: on, validTo: shifted.predecessor.to },
    amounts: {},
  });
  return successions.filter((each) => each !== forgotten).map((each) => (each === shifted ? { ...each, on } : each));
}
