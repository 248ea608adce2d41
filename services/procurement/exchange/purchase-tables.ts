/** Tables of government procurement (books 550–557 of the exchange standard): the fields that have a place here. */
import { exchangeTable } from './exchange-table.js';

export const PURCHASE_PROJECT = exchangeTable(
  '550',
  'PURCHASE_PROJECT',
  '采购项目 / Purchase project',
  `
PURCHASE_PROJECT_CODE C..50 键 采购项目编号
PURCHASE_PROJECT_NAME C..600 是 采购项目名称
RELATE_CODE C1 是 项目类别关联代码
INVEST_PROJECT_CODE C24 否 投资项目统一代码
PURCHASER_NAME C..2000 是 采购人名称
PURCHASER_CODE C..2000 是 采购人代码
PRICE_FORM_CODE C1 是 价款形式代码
PROGRAM_BUDGET N..20,6 否 项目预算
BUDGET_CURRENCY C3 否 预算金额币种
UNIT_BUDGET C1 否 预算金额单位
OTHER_PROGRAM_BUDGET C..2000 否 优惠率或其它类型项目预算
PURCHASER_MODE C1 是 采购方式
PURCHASER_CONTENT C..ul 否 采购内容
PURCHASER_AGENCY_NAME C..200 是 采购代理机构名称
PURCHASER_AGENCY_CODE C..18 是 采购代理机构代码
PURCHASE_SECTION_CODE C..50 是 采购项目子包编号
PURCHASE_SECTION_NAME C..600 是 采购项目子包名称
REGION_CODE C6 是 采购项目子包所在行政区域代码
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const PURCHASE_QUALI_INQUERY_ANN = exchangeTable(
  '551',
  'PURCHASE_QUALI_INQUERY_ANN',
  '采购（资格预审）公告 / Purchase notice',
  `
PURCHASE_PROJECT_CODE C..50 键 采购项目编号
PURCHASE_PROJECT_NAME C..600 是 采购项目名称
PURCHASE_SECTION_CODE C..4000 是 相关采购项目子包编号
BULLETIN_TITLE C..200 是 公告标题
BULLETIN_START_TIME T 是 公告发布时间
URL C..500 是 公告源URL
BID_CLOSING_TIME T 是 投标（提交响应文件）截止时间
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const CORRECTION_ITEM = exchangeTable(
  '552',
  'CORRECTION_ITEM',
  '更正事项 / Correction',
  `
PURCHASE_PROJECT_CODE C..50 键 采购项目编号
PURCHASE_PROJECT_NAME C..600 是 采购项目名称
PURCHASE_SECTION_CODE C..50 是 采购项目子包编号
TERMINATION_BULLETIN_TITLE C..50 是 公告标题
MODIFICATION_START_TIME T 是 发布时间
IS_POSTPONE C1 是 是否延期
POST_BID_CLOSING_TIME T 否 延期后投标（提交响应文件）截止时间
URL C..500 是 公告源URL
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const PURCHASE_BIDDING_RECORD = exchangeTable(
  '556',
  'PURCHASE_BIDDING_RECORD',
  '开标记录 / Bid opening',
  `
PURCHASE_PROJECT_CODE C..50 键 采购项目编号
PURCHASE_SECTION_CODE C..600 否 采购项目子包编号
BID_OPENING_CONTENT C..ul 是 开标记录内容
BID_OPENING_ADDRESS C..200 是 开标地点
BID_OPENING_TIME T 键 开标时间
URL C..500 是 开标记录源URL
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const PURCHASE_TENDER_LIST = exchangeTable(
  '557',
  'PURCHASE_TENDER_LIST',
  '供应商名单 / Bidders',
  `
PURCHASE_PROJECT_CODE C..50 键 采购项目编号
PURCHASE_SECTION_CODE C..50 否 采购项目子包编号
BIDDER_NAME C..200 键 供应商名称
BIDDER_ORG_CODE C..18 是 供应商代码
PRICE_FORM_CODE C1 是 价款形式代码
OTHER_BID_PRICE C..2000 否 费率或其它类型报价
BID_PRICE N..20,6 是 报价金额
PRICE_CURRENCY C3 否 报价币种
PRICE_UNIT C1 是 报价单位
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const BID_DEAL_ANNOUNCE = exchangeTable(
  '553',
  'BID_DEAL_ANNOUNCE',
  '中标(成交)结果公告 / Result',
  `
PURCHASE_PROJECT_CODE C..50 键 采购项目编号
PURCHASE_PROJECT_NAME C..600 是 采购项目名称
PURCHASE_SECTION_CODE C..50 是 采购项目子包编号
REGION_CODE C6 是 采购项目子包所在行政区域代码
PURCHASER_AGENCY_NAME C..200 是 采购代理机构名称
PURCHASER_AGENCY_CODE C..18 是 采购代理机构代码
WIN_BID_BULLETIN_TITLE C..200 是 公告标题
WIN_BID_BULLETIN_START_TIME T 是 首次公告时间
URL C..500 是 公告源URL
WINNINGBIDDER_NAME C..2000 键 中标（成交）供应商名称
WINNINGBIDDER_CODE C..2000 是 中标（成交）供应商代码
PRICE_FORM_CODE C1 是 价款形式代码
WIN_BID_PRICE N..20,6 否 中标（成交）价格
CURRENCY_CODE C3 否 价格币种代码
PRICE_UNIT C1 否 价格单位
WIN_BID_RATE C 否 中标优惠率或其它类型价格
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const PURCHASE_CONTRACT = exchangeTable(
  '554',
  'PURCHASE_CONTRACT',
  '采购合同 / Contract',
  `
PURCHASE_PROJECT_CODE C..50 键 采购项目编号
PURCHASE_PROJECT_NAME C..600 是 采购项目名称
PURCHASE_SECTION_CODE C..50 是 采购项目子包编号
CONTRACT_NAME C..600 是 合同名称
PURCHASER_NAME C..2000 是 采购人名称
PURCHASER_CODE C..2000 是 采购人代码
SUPPLIER_NAME C..2000 键 中标（成交）供应商名称
SUPPLIER_CODE C..2000 是 中标（成交）供应商代码
PRICE_FORM_CODE C1 是 价款形式代码
CONTRACT_AMOUNT N..20,6 否 合同金额
CURRENCY_CODE C3 否 价格币种代码
PRICE_UNIT C1 否 金额单位
WIN_BID_RATE C..2000 否 优惠率或其它类型合同价格
SIGNING_TIME T 否 合同签署时间
URL C..500 否 合同源URL
DATA_TIMESTAMP T 键 数据时间戳
`,
);
