import type { CrossVerdict } from './cross-rule.js';
import { defineRowRule, operand } from './define-cross-rule.js';

interface ContractingProcess {
  ocid: string;
  title: string | null;
  publishedOn: string | null;
  buyer: {
    scheme: string | null;
    name: string | null;
    agencyId: string | null;
    agency: { id: string; name: string | null; validFrom: string | null; validTo: string | null } | null;
  } | null;
}

/** A body that was abolished may still be named in what it began: the notice has to lie within its time. */
export const agencyKnown = defineRowRule<ContractingProcess>({
  id: 'R15',
  severity: 'E',
  zh: '采购人是登记在册、公告时存续的机构',
  en: 'The buyer is an agency on record that existed on the day of the notice',
  remedy: '补登该机构，或改用公告时承继其职能的机构 / Register the agency, or name the successor that existed then',
  source: '机构名录与沿革 / Register of agencies and their succession',
  service: 'procurement',
  entity: 'ContractingProcess',
  pageSize: 500,
  query: `query AgencyKnown($first: Int!, $after: String) {
    page: contractingProcesses(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { ocid title publishedOn buyer { scheme name agencyId agency { id name validFrom validTo } } }
    }
  }`,
  judge,
});

function judge({ ocid: key, title, publishedOn, buyer }: ContractingProcess): CrossVerdict {
  // A buyer without an agency's id is none of the city's own bodies.
  if (!buyer) return { key, verdict: 'UNCERTAIN' };
  if (buyer.agencyId === null) return { key, verdict: 'NOT_APPLICABLE' };
  const { agency } = buyer;
  const about = {
    key,
    agency: buyer.agencyId,
    left: buyer.agencyId,
    field: 'buyer',
    operands: [
      operand('ContractingProcess', key, 'buyer.agencyId', buyer.agencyId),
      operand('ContractingProcess', key, 'title', title),
    ],
  };
  if (!agency) {
    const zh = `采购人${buyer.name ?? ''}的机构标识${buyer.agencyId}不在机构名录中`;
    return {
      ...about,
      verdict: 'FAIL',
      zh,
      en: `the buyer ${buyer.name ?? ''} has the id ${buyer.agencyId}, which is no agency on record`,
    };
  }
  if (publishedOn === null) return { key, verdict: 'UNCERTAIN' };
  const { validFrom, validTo } = agency;
  if ((validFrom ?? publishedOn) <= publishedOn && (validTo === null || publishedOn < validTo))
    return { key, verdict: 'PASS' };
  return {
    ...about,
    verdict: 'FAIL',
    right: `${validFrom ?? ''}/${validTo ?? ''}`,
    zh: `采购人${agency.name ?? ''}存续于${validFrom ?? ''}至${validTo ?? ''}，公告发布于${publishedOn}`,
    en: `the buyer ${agency.name ?? ''} existed from ${validFrom ?? ''} to ${validTo ?? ''}; the notice is of ${publishedOn}`,
    operands: [...about.operands, operand('Agency', agency.id, 'validTo', validTo)],
  };
}
