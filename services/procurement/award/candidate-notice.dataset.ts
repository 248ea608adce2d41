import { normaliseName } from '../../../schema/vocabulary/name.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Decimal, ID, Int, LocalDate, Text, Uscc } from '../../../subgraph/model/types.js';
import { lotId } from '../tender/lot-id.js';
import { CandidateNotice } from './candidate-notice.entity.js';

export const candidateNotices = defineDataset({
  id: 'procurement.candidate-notices',
  title: '中标候选人公示 / Notices of award candidates',
  file: 'candidate-notices',
  owner: '公共资源交易监督管理部门 / Supervisor of public resource trading',
  basis:
    '举措第 18 项；招标投标法实施条例（国务院令第613号）第五十四条 / Measure 18; Regulations on the Bidding Law, art. 54',
  frequency: 'ON_EVENT',
  scope: { period: { field: 'noticeFrom', unit: 'YEAR' } },
  // Not the rank: two first candidates, or none, are a finding about rows that are there.
  key: ['ocid', 'lot', 'candidate.name'],
  officialDate: 'noticeFrom',
  columns: [
    {
      field: 'ocid',
      head: '采购项目编号',
      aliases: ['ocid', '招标项目编号', '招标项目（采购项目）编号', '项目编号'],
      type: ID,
      required: true,
      example: 'ocds-sunsh1-YGCG-2024-00007',
      doc: '采购项目编号，带前缀的 ocid / Number of the contracting process: the ocid with its prefix',
    },
    {
      head: '采购项目名称',
      aliases: ['招标项目名称', '招标项目（采购项目）名称', '项目名称'],
      type: Text,
      example: '澜湾片区雨污分流改造工程（施工）',
      doc: '采购项目名称，以编号为准 / Title of the process; the number decides',
    },
    {
      field: 'lot',
      head: '包号',
      aliases: ['分包号', '标段编号', '标段（包）编号', '采购项目子包编号'],
      type: ID,
      example: '1',
      doc: '标包编号，不分包则为空 / Number of the lot; blank where there are none',
    },
    {
      field: 'rank',
      head: '排名',
      aliases: ['名次', '候选人排名', '候选人排序', '中标候选人排名'],
      type: Int,
      required: true,
    },
    {
      field: 'candidate.name',
      head: '中标候选人名称',
      aliases: ['中标候选人', '候选人名称', '投标人名称', '供应商名称'],
      type: Text,
      required: true,
      example: '朝晖立航水利工程有限公司',
    },
    {
      field: 'candidate.uscc',
      head: '统一社会信用代码',
      aliases: ['社会信用代码', '中标候选人统一社会信用代码', '中标候选人代码', '投标人代码'],
      type: Uscc,
    },
    {
      field: 'amount',
      head: '投标报价(元)',
      aliases: ['报价(元)', '投标价(元)', '投标总价(元)', '投标价格(元)'],
      type: Decimal,
      unit: 'YUAN',
      example: '52431648.42',
    },
    {
      field: 'evaluationScore',
      head: '综合得分',
      aliases: ['得分', '评标得分', '综合评分', '评审得分'],
      type: Decimal,
      example: '87.86',
    },
    {
      field: 'noticeFrom',
      head: '公示开始日期',
      aliases: ['公示开始时间', '公示起始日期'],
      type: LocalDate,
      example: '2024-06-24',
    },
    {
      field: 'noticeTo',
      head: '公示截止日期',
      aliases: ['公示结束时间', '公示结束日期', '公示截止时间'],
      type: LocalDate,
    },
  ],
  entities: [CandidateNotice],
  rows: ({ lot, ...cells }, { jurisdiction, currency, source }) => [
    [
      {
        ...cells,
        id: [cells['ocid'], lot ?? '-', normaliseName((cells['candidate'] as { name: string }).name)]
          .map(String)
          .join('/'),
        lotId: lotId(cells['ocid'], lot),
        candidate: identifiedParty(cells['candidate'], jurisdiction),
        currency,
        jurisdiction,
        source,
      },
    ],
  ],
});
