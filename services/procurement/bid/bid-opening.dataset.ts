import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { DateTime, ID, Int, Text } from '../../../subgraph/model/types.js';
import { lotId } from '../tender/lot-id.js';
import { BidOpening } from './bid-opening.entity.js';

export const bidOpenings = defineDataset({
  id: 'procurement.bid-openings',
  title: '开标记录 / Records of bid openings',
  file: 'bid-openings',
  owner: '公共资源交易监督管理部门 / Supervisor of public resource trading',
  basis:
    '举措第 18 项；招标投标法实施条例（国务院令第613号）第四十四条 / Measure 18; Regulations on the Bidding Law, art. 44',
  frequency: 'ON_EVENT',
  scope: { period: { field: 'openedAt', unit: 'YEAR' } },
  key: ['ocid', 'lot'],
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
      field: 'lot',
      head: '包号',
      aliases: ['分包号', '标段编号', '标段（包）编号', '采购项目子包编号'],
      type: ID,
      example: '1',
      doc: '标包编号，不分包则为空 / Number of the lot; blank where there are none',
    },
    {
      field: 'openedAt',
      head: '开标时间',
      aliases: ['开标日期时间', '开标日期'],
      type: DateTime,
      required: true,
      example: '20240630093000',
      doc: '开标时间，北京时间，年月日时分秒 14 位 / Opened at, Beijing time, yyyyMMddHHmmss',
    },
    {
      field: 'address',
      head: '开标地点',
      aliases: ['开标地址'],
      type: Text,
      example: '阳光市映川区澄原路27号开标室',
    },
    {
      field: 'host',
      head: '主持单位',
      aliases: ['开标主持单位'],
      type: Text,
      example: '映川君淼工程造价咨询有限公司',
    },
    {
      field: 'participants',
      head: '参加人员',
      aliases: ['开标参与人', '参与人员', '参加开标人员'],
      type: Text,
      example: '采购人代表、代理机构工作人员、监督人员及投标人代表4家',
      personal: true,
    },
    {
      field: 'numberOfBids',
      head: '投标人数量',
      aliases: ['投标人数', '投标单位数量', '投标家数'],
      type: Int,
      example: '4',
    },
    {
      field: 'record',
      head: '开标记录',
      aliases: ['开标记录内容', '唱标记录'],
      type: Text,
      example: '各投标人对开标过程无异议。',
    },
    {
      field: 'url',
      head: '公告链接',
      aliases: ['开标记录源URL', '公告源URL', '公告网址'],
      type: Text,
      example: 'https://ggzy.sunshine.example/opening/2024-00007.html',
    },
  ],
  entities: [BidOpening],
  rows: ({ lot, ...cells }, { jurisdiction, source }) => [
    [
      {
        ...cells,
        id: `${String(cells['ocid'])}/${String(lot ?? '-')}`,
        lotId: lotId(cells['ocid'], lot),
        jurisdiction,
        source,
      },
    ],
  ],
});
