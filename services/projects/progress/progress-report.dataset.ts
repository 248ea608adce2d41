import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Decimal, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ProgressReport } from './progress-report.entity.js';

export const progressReports = defineDataset({
  id: 'projects.progress-reports',
  title: '政府投资项目季度进度 / Quarterly progress of investment projects',
  file: 'progress-reports',
  columns: [
    { field: 'projectId', head: '项目代码', type: ID, required: true },
    { head: '项目名称', type: Text },
    { field: 'year', head: '年度', type: Int, required: true },
    {
      field: 'quarterNumber',
      head: '季度',
      type: Text,
      required: true,
      codes: { '1': '1', '2': '2', '3': '3', '4': '4' },
    },
    { field: 'plannedInvestment', head: '年度计划投资(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'completedThisQuarter', head: '本季度完成投资(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'completedThisYear', head: '本年累计完成投资(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'completedCumulative', head: '开工以来累计完成投资(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'percent', head: '形象进度(%)', type: Decimal },
    { field: 'description', head: '形象进度说明', type: Text },
    { field: 'problems', head: '存在问题', type: Text },
    { field: 'publishedOn', head: '报送日期', type: LocalDate },
  ],
  entities: [ProgressReport],
  rows: ({ quarterNumber, ...cells }, { jurisdiction, currency, source }) => {
    const quarter = `${String(cells['year'])}Q${String(quarterNumber)}`;
    return [[{ ...cells, id: `${String(cells['projectId'])}/${quarter}`, quarter, currency, jurisdiction, source }]];
  },
});
