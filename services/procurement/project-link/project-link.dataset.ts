import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ProjectLink } from './project-link.entity.js';

export const projectLinks = defineDataset({
  id: 'procurement.project-links',
  title: '采购项目与投资项目的人工关联 / Manual links between processes and projects',
  file: 'links',
  owner: '公共资源交易监督管理部门 / Supervisor of public resource trading',
  basis: '举措第 17、18 项 / Measures 17 and 18',
  frequency: 'ON_EVENT',
  key: ['ocid'],
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
      field: 'projectId',
      head: '项目代码',
      aliases: ['投资项目统一代码', '项目统一代码', '投资项目代码'],
      type: ID,
      required: true,
      example: '2401-349903-17-01-549790',
      doc: '政府投资项目库中的项目代码 / Code of the project, as in the register of projects',
    },
    {
      field: 'decidedBy',
      head: '认定人',
      aliases: ['认定人（职务）'],
      type: Text,
      required: true,
      example: '公共资源交易监督管理局信息科经办',
      personal: true,
      doc: '认定人的单位和职务，不写姓名 / Office and post of who decided, never a name',
    },
    {
      field: 'reason',
      head: '认定理由',
      aliases: ['认定依据', '理由'],
      type: Text,
      required: true,
      example: '公告名称为简称，经核对批复文件、采购人和预算金额',
    },
    { field: 'decidedOn', head: '认定日期', aliases: ['认定时间'], type: LocalDate },
  ],
  entities: [ProjectLink],
  rows: (cells, { jurisdiction, source }) => [[{ ...cells, id: cells['ocid'], jurisdiction, source }]],
});
