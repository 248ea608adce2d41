import { enumType } from '../../../subgraph/model/types.js';

export const RowStage = enumType(
  'RowStage',
  '所属环节 / Where in a process a document, item, milestone or amendment stands (section of an OCDS release)',
  {
    PLANNING: '采购意向与计划 / Planning',
    TENDER: '采购公告 / Tender',
    BID: '投标（响应） / Bid',
    AWARD: '中标（成交）结果 / Award',
    CONTRACT: '合同 / Contract',
    IMPLEMENTATION: '履约、验收与支付 / Implementation',
  },
);
