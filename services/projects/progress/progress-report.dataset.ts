import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Decimal, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ProgressReport } from './progress-report.entity.js';

const QUARTERS = {
  '1': '1',
  第一季度: '1',
  一季度: '1',
  '2': '2',
  第二季度: '2',
  二季度: '2',
  '3': '3',
  第三季度: '3',
  三季度: '3',
  '4': '4',
  第四季度: '4',
  四季度: '4',
} as const;

export const progressReports = defineDataset({
  id: 'projects.progress-reports',
  title: '政府投资项目季度进度 / Quarterly progress of investment projects',
  file: 'progress-reports',
  owner: '发展改革部门及各项目主管部门 / Development and reform department, and the authorities in charge of projects',
  basis:
    '举措第 17 项；政府投资条例（国务院令第712号）；政府信息公开条例（国务院令第711号）第二十条第（十）项 / Measure 17; Government Investment Regulations; Regulations on Open Government Information, art. 20 (10)',
  frequency: 'QUARTERLY',
  scope: { period: { field: 'quarter', unit: 'QUARTER' } },
  key: ['projectId', 'year', 'quarterNumber'],
  officialDate: 'publishedOn',
  columns: [
    {
      field: 'projectId',
      head: '项目代码',
      aliases: ['投资项目统一代码', '项目统一代码', '投资项目代码'],
      type: ID,
      required: true,
      example: '2401-349903-17-01-549790',
      doc: '政府投资项目库中的项目代码 / Code of the project, as in the register of projects',
    },
    {
      head: '项目名称',
      aliases: ['工程名称'],
      type: Text,
      example: '映川区澜湾片区雨污分流改造工程',
      doc: '项目名称，以项目代码为准 / Title of the project; the code decides',
    },
    { field: 'year', head: '年度', aliases: ['年份', '统计年度'], type: Int, required: true, example: '2024' },
    {
      field: 'quarterNumber',
      head: '季度',
      aliases: ['报告季度', '统计季度'],
      type: Text,
      required: true,
      codes: QUARTERS,
      doc: '第几季度，1 至 4 / Quarter of the year, 1 to 4',
    },
    {
      field: 'plannedInvestment',
      head: '年度计划投资(万元)',
      aliases: ['年度投资计划(万元)', '本年度计划投资(万元)', '本年计划投资(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '5996.00',
    },
    {
      field: 'completedThisQuarter',
      head: '本季度完成投资(万元)',
      aliases: ['本季完成投资(万元)', '当季完成投资(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '1395.79',
    },
    {
      field: 'completedThisYear',
      head: '本年累计完成投资(万元)',
      aliases: ['年度累计完成投资(万元)', '自年初累计完成投资(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '2025.89',
    },
    {
      field: 'completedCumulative',
      head: '开工以来累计完成投资(万元)',
      aliases: ['自开工累计完成投资(万元)', '自开工以来累计完成投资(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '2025.89',
    },
    {
      field: 'percent',
      head: '形象进度(%)',
      aliases: ['工程形象进度(%)', '工程进度(%)'],
      type: Decimal,
      example: '25.4',
    },
    {
      field: 'description',
      head: '形象进度说明',
      aliases: ['形象进度', '工程形象进度', '进展情况', '项目进展情况'],
      type: Text,
      example: '基础施工',
    },
    {
      field: 'problems',
      head: '存在问题',
      aliases: ['存在的问题', '存在问题及困难'],
      type: Text,
      example: '管线迁改滞后',
    },
    {
      field: 'publishedOn',
      head: '报送日期',
      aliases: ['填报日期', '上报日期', '发布日期'],
      type: LocalDate,
      example: '2024-07-06',
    },
  ],
  entities: [ProgressReport],
  rows: ({ quarterNumber, ...cells }, { jurisdiction, currency, source }) => {
    const quarter = `${String(cells['year'])}Q${String(quarterNumber)}`;
    return [[{ ...cells, id: `${String(cells['projectId'])}/${quarter}`, quarter, currency, jurisdiction, source }]];
  },
});
