import { daysBetween } from '../../schema/vocabulary/local-date.js';
import type { CrossVerdict } from './cross-rule.js';
import { defineRowRule, isWhole, LIST, type Listed, operand } from './define-cross-rule.js';

interface Works {
  id: string;
  contracts: Listed<{ id: string; startOn: string | null; status: string | null }>;
}
interface Project {
  id: string;
  title: string;
  authorityAgencyId: string | null;
  status: string | null;
  actualStart: string | null;
  landTransfers: Listed<{ id: string; signedOn: string | null }>;
  works: Listed<Works>;
}

/** When building began is what the project reports; where it reports nothing, the first start of a works contract. */
export const startedOnItsLand = defineRowRule<Project>({
  id: 'P11',
  severity: 'W',
  zh: '项目在取得土地之后开工',
  en: 'Building starts after the land was granted',
  remedy: '核对实际开工日期与土地合同（划拨决定）签订日期 / Check the actual start and the day of the land contract',
  source: '《土地管理法》第五十三条、《建筑法》第八条 / Land Administration Law art. 53, Construction Law art. 8',
  service: 'projects',
  entity: 'Project',
  pageSize: 40,
  query: `query StartedOnItsLand($first: Int!, $after: String) {
    page: projects(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id title authorityAgencyId status actualStart
        landTransfers(first: 100) { ${LIST} nodes { id signedOn } }
        works: contractingProcesses(first: 50, filter: { mainProcurementCategory: { eq: WORKS } }) {
          ${LIST} nodes { id: ocid contracts(first: 20) { ${LIST} nodes { id startOn status } } }
        }
      }
    }
  }`,
  judge,
});

function judge(project: Project): CrossVerdict {
  const { id: key, title, landTransfers, works, actualStart } = project;
  const lands = landTransfers.nodes;
  if (!lands.length) return { key, verdict: 'NOT_APPLICABLE' };
  if (!isWhole(landTransfers, works, ...works.nodes.map(({ contracts }) => contracts)))
    return { key, verdict: 'UNCERTAIN' };
  const start = startOf(project);
  if (!start)
    return {
      key,
      verdict: actualStart === null && project.status === 'IMPLEMENTATION' ? 'UNCERTAIN' : 'NOT_APPLICABLE',
    };
  const late = lands.find(({ signedOn }) => signedOn !== null && start.day < signedOn);
  if (!late?.signedOn) return { key, verdict: lands.some(({ signedOn }) => signedOn === null) ? 'UNCERTAIN' : 'PASS' };
  return {
    key,
    verdict: 'FAIL',
    agency: project.authorityAgencyId,
    left: start.day,
    right: late.signedOn,
    delta: String(daysBetween(late.signedOn, start.day)),
    field: 'actualStart',
    zh: `${title}于${start.day}开工，土地${late.id}于${late.signedOn}才签订合同`,
    en: `${title} started on ${start.day}; its land ${late.id} was granted on ${late.signedOn}`,
    operands: [
      operand(start.entity, start.key, start.field, start.day),
      operand('LandTransfer', late.id, 'signedOn', late.signedOn),
    ],
  };
}

function startOf({ id, actualStart, works }: Project) {
  if (actualStart !== null) return { entity: 'Project', key: id, field: 'actualStart', day: actualStart };
  const [first] = works.nodes
    .flatMap(({ contracts }) => contracts.nodes)
    .flatMap(({ id: key, startOn, status }) =>
      startOn === null || status === 'CANCELLED' ? [] : [{ entity: 'Contract', key, field: 'startOn', day: startOn }],
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return first;
}
