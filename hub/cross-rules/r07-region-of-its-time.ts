import type { CrossVerdict } from './cross-rule.js';
import { defineRowRule, operand } from './define-cross-rule.js';

interface ContractingProcess {
  ocid: string;
  regionCode: string | null;
  regionEdition: string | null;
  /** Null when the registry has no such code; a key alone would be answered without asking it. */
  region: { name: string } | null;
  buyer: { agencyId: string | null } | null;
}

export const regionOfItsTime = defineRowRule<ContractingProcess>({
  id: 'R07',
  severity: 'E',
  zh: '采购项目的行政区划代码在公告时存在',
  en: 'The region code of a purchase exists on the day of its notice',
  remedy: '改用公告时有效的区划代码 / use the code in force on that day',
  source: 'GB/T 2260',
  service: 'procurement',
  entity: 'ContractingProcess',
  pageSize: 500,
  query: `query RegionOfItsTime($first: Int!, $after: String) {
    page: contractingProcesses(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { ocid regionCode regionEdition region { name } buyer { agencyId } }
    }
  }`,
  judge,
});

function judge({ ocid: key, regionCode, regionEdition, region, buyer }: ContractingProcess): CrossVerdict {
  if (regionCode === null || regionEdition === null) return { key, verdict: 'UNCERTAIN' };
  if (region) return { key, verdict: 'PASS' };
  return {
    key,
    verdict: 'FAIL',
    agency: buyer?.agencyId ?? null,
    left: regionCode,
    right: regionEdition,
    field: 'regionCode',
    zh: `区划代码${regionCode}在${regionEdition}版次中不存在`,
    en: `the region code ${regionCode} is not in the edition of ${regionEdition}`,
    operands: [operand('ContractingProcess', key, 'regionCode', regionCode)],
  };
}
