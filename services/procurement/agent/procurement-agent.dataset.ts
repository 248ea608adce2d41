import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { LocalDate, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { ProcurementAgent, ProcurementAgentKind } from './procurement-agent.entity.js';

export const procurementAgents = defineDataset({
  id: 'procurement.procurement-agents',
  title: '采购代理机构名录 / Directory of procurement agents',
  file: 'procurement-agents',
  owner: '公共资源交易监督管理、财政部门 / Supervisor of public resource trading, and finance department',
  basis:
    '举措第 18 项；政府采购代理机构管理暂行办法（财库〔2018〕2号） / Measure 18; Interim Measures on Procurement Agents (MOF 2018 no. 2)',
  frequency: 'ON_CHANGE',
  key: ['uscc'],
  columns: [
    {
      field: 'uscc',
      head: '统一社会信用代码',
      aliases: ['社会信用代码', '主体代码', '代理机构代码', '采购代理机构代码'],
      type: Uscc,
      required: true,
    },
    {
      field: 'name',
      head: '机构名称',
      aliases: ['代理机构名称', '采购代理机构名称', '单位名称'],
      type: Text,
      required: true,
      example: '映川区立晟项目管理咨询有限公司',
    },
    {
      field: 'kind',
      head: '机构类型',
      aliases: ['代理机构类型'],
      ...coded(ProcurementAgentKind, { 政府集中采购机构: 'CENTRAL', 社会中介代理机构: 'SOCIAL' }),
    },
    {
      field: 'regionCode',
      head: '所在地区划代码',
      aliases: ['行政区划代码', '行政区域代码', '区划代码'],
      type: RegionCode,
    },
    {
      field: 'qualification',
      head: '代理资格',
      aliases: ['代理资质', '资质名称'],
      type: Text,
      example: '政府采购货物、工程和服务代理',
    },
    {
      field: 'registeredOn',
      head: '登记日期',
      aliases: ['名录登记日期', '入库日期'],
      type: LocalDate,
      example: '2018-03-14',
    },
    {
      field: 'phone',
      head: '办公电话',
      aliases: ['联系电话', '单位电话', '电话'],
      type: Text,
      example: '0999-5031676',
    },
  ],
  entities: [ProcurementAgent],
  rows: (cells, { jurisdiction, source, asOf }) => [
    [{ ...cells, regionEdition: editionOf(asOf), jurisdiction, source }],
  ],
});
