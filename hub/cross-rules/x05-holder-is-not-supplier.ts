import type { CrossVerdict } from './cross-rule.js';
import { defineRowRule, isWhole, LIST, type Listed, operand } from './define-cross-rule.js';

interface PartyRow {
  uscc: string | null;
  name: string | null;
}
interface Supply {
  id: string;
  supplier: PartyRow | null;
}
interface Project {
  id: string;
  title: string;
  authorityAgencyId: string | null;
  landTransfers: Listed<{ id: string; holder: PartyRow | null }>;
  contractingProcesses: Listed<{
    ocid: string;
    contracts: Listed<{ id: string; amount: string | null; suppliers: Listed<Supply> }>;
  }>;
}

/** Every member of a consortium counts; who has no code cannot be compared. */
export const holderIsNotSupplier = defineRowRule<Project>({
  id: 'X05',
  severity: 'W',
  zh: '项目用地的土地使用权人不是该项目的供应商',
  en: 'Who holds the land of a project does not also supply it',
  remedy: '核查供应商与项目用地的关系 / Look into how supplier and land belong together',
  source: '跨域核查：土地供应 × 政府采购 / Cross-domain check: land supply × procurement',
  service: 'projects',
  entity: 'Project',
  pageSize: 10,
  query: `query HolderIsNotSupplier($first: Int!, $after: String) {
    page: projects(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id title authorityAgencyId
        landTransfers(first: 100) { ${LIST} nodes { id holder { uscc name } } }
        contractingProcesses(first: 60) {
          ${LIST}
          nodes {
            ocid
            contracts(first: 20) {
              ${LIST} nodes { id amount suppliers(first: 6) { ${LIST} nodes { id supplier { uscc name } } } }
            }
          }
        }
      }
    }
  }`,
  judge,
});

function judge({ id: key, title, authorityAgencyId, landTransfers, contractingProcesses }: Project): CrossVerdict {
  const lists = contractingProcesses.nodes.map(({ contracts }) => contracts);
  const contracts = lists.flatMap(({ nodes }) => nodes);
  const lands = landTransfers.nodes;
  if (!lands.length || !contracts.length) return { key, verdict: 'NOT_APPLICABLE' };
  const holders = new Map(lands.flatMap(({ id, holder }) => (holder?.uscc ? [[holder.uscc, id] as const] : [])));
  const supplies = contracts.flatMap(({ id, amount, suppliers }) =>
    suppliers.nodes.map((each) => ({ ...each, contract: id, amount })),
  );
  const hits = supplies.filter(({ supplier }) => supplier?.uscc && holders.has(supplier.uscc));
  const [hit] = hits;
  if (!hit?.supplier) {
    const isKnown =
      isWhole(landTransfers, contractingProcesses, ...lists, ...contracts.map(({ suppliers }) => suppliers)) &&
      lands.every(({ holder }) => holder?.uscc) &&
      supplies.every(({ supplier }) => supplier?.uscc);
    return { key, verdict: isKnown ? 'PASS' : 'UNCERTAIN' };
  }
  const { uscc, name } = hit.supplier;
  const land = holders.get(uscc ?? '') ?? null;
  return {
    key,
    verdict: 'FAIL',
    agency: authorityAgencyId,
    left: uscc,
    right: uscc,
    field: 'landTransfers',
    zh: `${name ?? uscc}既是${title}用地（${land}）的土地使用权人，又是其供应商`,
    en: `${name ?? uscc} holds the land (${land}) of ${title} and supplies it too`,
    operands: [
      operand('LandTransfer', land, 'holder', uscc),
      ...hits.flatMap((each) => [
        operand('ContractSupplier', each.id, 'supplier', each.supplier?.uscc),
        operand('Contract', each.contract, 'amount', each.amount),
      ]),
    ],
  };
}
