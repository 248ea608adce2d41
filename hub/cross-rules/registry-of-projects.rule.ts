/** R06, R07 and R15 of projects and land: what they name is known to the registry, under that name, at that time. */
import { normaliseName } from '../../schema/vocabulary/name.js';
import type { CrossRule, CrossVerdict } from './cross-rule.js';
import { defineRowRule, operand } from './define-cross-rule.js';

interface Agency {
  /** Asked so that the registry is: whoever is not there has none, and is null. */
  readonly name: string;
  readonly validTo: string | null;
  readonly successor: { readonly id: string } | null;
}

interface Subject {
  readonly id: string;
  readonly regionCode: string | null;
  readonly regionEdition: string | null;
  /** Null when the registry has no such code; a key alone would be answered without asking it. */
  readonly region: { readonly name: string } | null;
  readonly authorityAgencyId?: string | null;
  readonly authorityAgency?: Agency | null;
  readonly party: {
    readonly name: string | null;
    readonly uscc: string | null;
    readonly legalEntity: { readonly uscc: string; readonly name: string } | null;
    readonly agencyId: string | null;
    readonly agency: Agency | null;
  } | null;
}

interface Kind {
  readonly entity: 'Project' | 'LandTransfer';
  readonly collection: string;
  /** The embedded party: owner of the project, holder of the land. */
  readonly party: string;
  readonly hasAuthority: boolean;
}

const KINDS: readonly Kind[] = [
  { entity: 'Project', collection: 'projects', party: 'publicAuthority', hasAuthority: true },
  { entity: 'LandTransfer', collection: 'landTransfers', party: 'holder', hasAuthority: false },
];

const PAGE = 500;

const query = (name: string, { entity, collection, hasAuthority }: Kind, fields: string): string =>
  `query ${name}Of${entity}($first: Int!, $after: String) {
    page: ${collection}(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id ${hasAuthority ? 'authorityAgencyId' : ''} ${fields} }
    }
  }`;

const nameOfRegister = (kind: Kind): CrossRule =>
  defineRowRule<Subject>({
    id: 'R06',
    severity: 'W',
    zh: '当事人名称与法人名录中同一代码的名称一致（统一全半角、括号和空格后）',
    en: 'A party bears the name that the register of legal persons has for its code',
    remedy: '核对名称与代码 / compare name and code',
    source: 'GB 32100-2015: one body, one code',
    service: 'projects',
    entity: kind.entity,
    pageSize: PAGE,
    query: query('NameOfRegister', kind, `party: ${kind.party} { name uscc legalEntity { uscc name } }`),
    judge: (subject) => judgeName(kind, subject),
  });

function judgeName({ entity, party: role }: Kind, { id: key, authorityAgencyId, party }: Subject): CrossVerdict {
  const registered = party?.legalEntity;
  if (!party || party.uscc === null || !registered) return { key, verdict: 'NOT_APPLICABLE' };
  if (party.name === null) return { key, verdict: 'UNCERTAIN', field: `${role}.name` };
  if (normaliseName(party.name) === normaliseName(registered.name)) return { key, verdict: 'PASS' };
  return {
    key,
    verdict: 'FAIL',
    agency: authorityAgencyId ?? null,
    left: party.name,
    right: registered.name,
    field: `${role}.name`,
    zh: `代码 ${party.uscc} 在此为“${party.name}”，在法人名录中为“${registered.name}”`,
    en: `Code ${party.uscc} is ${party.name} here, ${registered.name} in the register`,
    operands: [
      operand(entity, key, `${role}.name`, party.name),
      operand('LegalEntity', registered.uscc, 'name', registered.name),
    ],
  };
}

const regionOfItsTime = (kind: Kind): CrossRule =>
  defineRowRule<Subject>({
    id: 'R07',
    severity: 'E',
    zh: '行政区划代码在记录的日期存在',
    en: 'The region code exists at the record’s date',
    remedy: '改用该日期有效的区划代码 / use the code in force on that date',
    source: 'GB/T 2260',
    service: 'projects',
    entity: kind.entity,
    pageSize: PAGE,
    query: query('RegionOfItsTime', kind, 'regionCode regionEdition region { name }'),
    judge: (subject) => judgeRegion(kind, subject),
  });

function judgeRegion({ entity }: Kind, subject: Subject): CrossVerdict {
  const { id: key, authorityAgencyId, region, regionCode, regionEdition } = subject;
  if (regionCode === null || regionEdition === null) return { key, verdict: 'UNCERTAIN', field: 'regionCode' };
  if (region) return { key, verdict: 'PASS' };
  return {
    key,
    verdict: 'FAIL',
    agency: authorityAgencyId ?? null,
    left: regionCode,
    right: regionEdition,
    field: 'regionCode',
    zh: `区划代码 ${regionCode} 在 ${regionEdition} 版次中不存在`,
    en: `Region code ${regionCode} is not in the edition of ${regionEdition}`,
    operands: [operand(entity, key, 'regionCode', regionCode), operand(entity, key, 'regionEdition', regionEdition)],
  };
}

const agencyIsKnown = (kind: Kind): CrossRule =>
  defineRowRule<Subject>({
    id: 'R15',
    severity: 'E',
    zh: '所引机构在机构名录内；已撤并的有承接机构',
    en: 'The agencies named are in the directory; one that is no more has a successor',
    remedy: '更正机构编号，或补充机构名录与沿革 / correct the id, or complete the directory and its successions',
    source: '机构名录与沿革 / Register of agencies and their succession',
    service: 'projects',
    entity: kind.entity,
    pageSize: PAGE,
    query: query(
      'AgencyIsKnown',
      kind,
      `party: ${kind.party} { agencyId agency { name validTo successor { id } } }
      ${kind.hasAuthority ? 'authorityAgency { name validTo successor { id } }' : ''}`,
    ),
    judge: (subject) => judgeAgency(kind, subject),
  });

function judgeAgency({ entity, party: role, hasAuthority }: Kind, subject: Subject): CrossVerdict {
  const { id: key, authorityAgencyId = null, authorityAgency = null, party } = subject;
  const named = [
    { field: 'authorityAgencyId', id: authorityAgencyId, agency: authorityAgency },
    { field: `${role}.agencyId`, id: party?.agencyId ?? null, agency: party?.agency ?? null },
  ].filter(({ id }) => id !== null);
  if (hasAuthority && authorityAgencyId === null) return { key, verdict: 'UNCERTAIN', field: 'authorityAgencyId' };
  if (!named.length) return { key, verdict: 'NOT_APPLICABLE' };
  const wrong = named.find(({ agency }) => !agency || (agency.validTo !== null && !agency.successor));
  if (!wrong) return { key, verdict: 'PASS' };
  const { field, id, agency } = wrong;
  return {
    key,
    verdict: 'FAIL',
    agency: authorityAgencyId,
    left: id,
    right: agency?.validTo ?? null,
    field,
    zh: agency ? `机构 ${id} 至 ${agency.validTo} 止，没有承接机构` : `机构 ${id} 不在机构名录内`,
    en: agency ? `Agency ${id} ends on ${agency.validTo} without a successor` : `Agency ${id} is not in the directory`,
    operands: named.map((each) => operand(entity, key, each.field, each.id)),
  };
}

export const registryOfProjects: readonly CrossRule[] = KINDS.flatMap((kind) => [
  nameOfRegister(kind),
  regionOfItsTime(kind),
  agencyIsKnown(kind),
]);
