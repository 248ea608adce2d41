import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { DocNo, ID, LocalDate, Text, Uscc } from '../../../subgraph/model/types.js';
import { Complaint } from './complaint.entity.js';

export const complaints = defineDataset({
  id: 'procurement.complaints',
  title: '质疑与投诉 / Questions and complaints',
  file: 'complaints',
  columns: [
    { field: 'id', head: '编号', type: ID, required: true },
    { field: 'kind', head: '类型', type: Text, required: true, codes: { 质疑: 'QUESTION', 投诉: 'COMPLAINT' } },
    { field: 'ocid', head: '采购项目编号', type: ID },
    { field: 'complainant.name', head: '提出人', type: Text },
    { field: 'complainant.uscc', head: '提出人统一社会信用代码', type: Uscc },
    { field: 'respondent.name', head: '被提出人', type: Text },
    { field: 'respondent.uscc', head: '被提出人统一社会信用代码', type: Uscc },
    { field: 'respondent.agencyId', head: '被提出人机构编号', type: ID },
    { field: 'filedOn', head: '受理日期', type: LocalDate },
    { field: 'subject', head: '事项', type: Text },
    {
      field: 'result',
      head: '处理结果',
      type: Text,
      codes: { 成立: 'UPHELD', 部分成立: 'PARTLY_UPHELD', 驳回: 'REJECTED', 撤回: 'WITHDRAWN', 处理中: 'PENDING' },
    },
    { field: 'decisionNo', head: '处理决定文号', type: DocNo },
    { field: 'decidedOn', head: '处理日期', type: LocalDate },
    { field: 'handler.name', head: '处理机关', type: Text },
    { field: 'handler.agencyId', head: '处理机关机构编号', type: ID },
  ],
  entities: [Complaint],
  rows: (cells, { jurisdiction, source }) => [
    [
      {
        ...cells,
        complainant: identifiedParty(cells['complainant'], jurisdiction),
        respondent: identifiedParty(cells['respondent'], jurisdiction),
        handler: identifiedParty(cells['handler'], jurisdiction),
        jurisdiction,
        source,
      },
    ],
  ],
});
