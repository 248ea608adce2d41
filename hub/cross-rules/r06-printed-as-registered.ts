import { normaliseName } from '../../schema/vocabulary/name.js';
import type { CrossVerdict } from './cross-rule.js';
import { defineRowRule, operand } from './define-cross-rule.js';

interface ProcessParty {
  id: string;
  roles: readonly string[] | null;
  process: { ocid: string; buyer: { agencyId: string | null } | null };
  party: {
    uscc: string | null;
    name: string | null;
    agencyId: string | null;
    legalEntity: { uscc: string; name: string | null } | null;
  } | null;
}

/** A body of the city is named by its agency, whose name changes with its history; a code that is not registered is left out. */
export const printedAsRegistered = defineRowRule<ProcessParty>({
  id: 'R06',
  severity: 'W',
  zh: '公告中当事人的名称与其统一社会信用代码登记的名称一致（统一全半角、括号和空格后）',
  en: 'A party is printed under the name that is registered for its code, width, brackets and blanks apart',
  remedy: '核对名称与代码；名称变更过的，更新登记 / Check name and code; where the name changed, update the register',
  source: 'GB 32100-2015：一个主体一个代码一个名称 / GB 32100-2015: one body, one code',
  service: 'procurement',
  entity: 'ProcessParty',
  pageSize: 500,
  query: `query PrintedAsRegistered($first: Int!, $after: String) {
    page: processParties(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id roles
        process { ocid buyer { agencyId } }
        party { uscc name agencyId legalEntity { uscc name } }
      }
    }
  }`,
  judge,
});

function judge({ id: key, party, process }: ProcessParty): CrossVerdict {
  const registered = party?.legalEntity;
  if (!party?.uscc || party.agencyId !== null || !registered) return { key, verdict: 'NOT_APPLICABLE' };
  if (party.name === null || registered.name === null) return { key, verdict: 'UNCERTAIN' };
  if (normaliseName(party.name) === normaliseName(registered.name)) return { key, verdict: 'PASS' };
  return {
    key,
    verdict: 'FAIL',
    agency: process.buyer?.agencyId ?? null,
    left: party.name,
    right: registered.name,
    field: 'party',
    zh: `代码${party.uscc}在公告中的名称为${party.name}，登记为${registered.name}`,
    en: `${party.uscc} is printed as ${party.name} and registered as ${registered.name}`,
    operands: [
      operand('ProcessParty', key, 'party.name', party.name),
      operand('LegalEntity', party.uscc, 'name', registered.name),
    ],
  };
}
