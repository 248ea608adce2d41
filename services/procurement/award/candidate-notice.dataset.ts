import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Decimal, ID, Int, LocalDate, Text, Uscc } from '../../../subgraph/model/types.js';
import { lotId } from '../tender/lot-id.js';
import { CandidateNotice } from './candidate-notice.entity.js';

export const candidateNotices = defineDataset({
  id: 'procurement.candidate-notices',
  title: '中标候选人公示 / Notices of award candidates',
  file: 'candidate-notices',
  columns: [
    { field: 'ocid', head: '采购项目编号', type: ID, required: true },
    { head: '采购项目名称', type: Text },
    { field: 'lot', head: '包号', type: ID },
    { field: 'rank', head: '排名', type: Int, required: true },
    { field: 'candidate.name', head: '中标候选人名称', type: Text, required: true },
    { field: 'candidate.uscc', head: '统一社会信用代码', type: Uscc },
    { field: 'amount', head: '投标报价(元)', type: Decimal, unit: 'YUAN' },
    { field: 'evaluationScore', head: '综合得分', type: Decimal },
    { field: 'noticeFrom', head: '公示开始日期', type: LocalDate },
    { field: 'noticeTo', head: '公示截止日期', type: LocalDate },
  ],
  entities: [CandidateNotice],
  rows: ({ lot, ...cells }, { jurisdiction, currency, source }) => [
    [
      {
        ...cells,
        id: `${String(cells['ocid'])}/${String(lot ?? '-')}/${String(cells['rank'])}`,
        lotId: lotId(cells['ocid'], lot),
        candidate: identifiedParty(cells['candidate'], jurisdiction),
        currency,
        jurisdiction,
        source,
      },
    ],
  ],
});
