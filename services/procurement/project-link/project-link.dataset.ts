import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ProjectLink } from './project-link.entity.js';

export const projectLinks = defineDataset({
  id: 'procurement.project-links',
  title: '采购项目与投资项目的人工关联 / Manual links between processes and projects',
  file: 'links',
  columns: [
    { field: 'ocid', head: '采购项目编号', type: ID, required: true },
    { field: 'projectId', head: '项目代码', type: ID, required: true },
    { field: 'decidedBy', head: '认定人', type: Text, required: true },
    { field: 'reason', head: '认定理由', type: Text, required: true },
    { field: 'decidedOn', head: '认定日期', type: LocalDate },
  ],
  entities: [ProjectLink],
  rows: (cells, { jurisdiction, source }) => [[{ ...cells, id: cells['ocid'], jurisdiction, source }]],
});
