/** Tables of construction tenders (500–513); those of transport, housing and water name the fields alike. */
import { exchangeTable } from './exchange-table.js';

export const PROJECT = exchangeTable(
  '500',
  'PROJECT',
  '项目 / Project',
  `
PROJECT_CODE C17 键 项目编号
PROJECT_NAME C..600 是 项目名称
RELATE_CODE C1 是 项目类别关联代码
INVEST_PROJECT_CODE C24 否 投资项目统一代码
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const TENDER_PROJECT = exchangeTable(
  '501',
  'TENDER_PROJECT',
  '招标项目 / Tender project',
  `
PROJECT_CODE C17 键 项目编号
TENDER_PROJECT_CODE C20 键 招标项目编号
TENDER_PROJECT_NAME C..600 是 招标项目名称
REGION_CODE C6 是 招标项目所在行政区域代码
TENDER_CONTENT C..ul 是 招标内容与范围及招标方案说明
TENDERER_NAME C..200 是 招标人名称
TENDERER_CODE C..18 是 招标人代码
TENDER_AGENCY_NAME C..200 是 招标代理机构名称
TENDER_AGENCY_CODE C..18 是 招标代理机构代码
TENDER_MODE C1 是 招标方式
CREATE_TIME T 键 招标项目建立时间
DATA_TIMESTAMP T 否 数据时间戳
`,
);

export const SECTION = exchangeTable(
  '502',
  'SECTION',
  '标段(包) / Section',
  `
TENDER_PROJECT_CODE C20 键 招标项目编号
BID_SECTION_CODE C23 是 标段（包）编号
BID_SECTION_NAME C..500 是 标段（包）名称
BID_SECTION_CONTENT C..ul 是 标段（包）内容
CONTRACT_RECKON_PRICE N..20,6 是 标段合同估算价
CURRENCY_CODE C3 是 标段合同估算价币种代码
PRICE_UNIT C1 是 标段合同估算价单位
CREATE_TIME T 键 标段(包)建立时间
DATA_TIMESTAMP T 否 数据时间戳
`,
);

export const TENDER_ANN_QUA_INQUERY_ANN = exchangeTable(
  '503',
  'TENDER_ANN_QUA_INQUERY_ANN',
  '招标公告与资格预审公告 / Tender notice',
  `
TENDER_PROJECT_CODE C20 键 招标项目编号
BID_SECTION_CODES C..ul 否 相关标段（包）编号
NOTICE_NAME C..600 是 公告标题
NOTICE_SEND_TIME T 是 公告发布时间
URL C..500 是 公告源URL
DOC_GET_START_TIME T 是 招标文件/资格预审文件获取时间
BID_DOC_REFER_END_TIME T 是 投标文件/资格预审申请文件递交截止时间
BID_OPEN_TIME T 是 开标时间/开启时间
TENDERER_CODE C..18 是 招标人代码
TENDERER_NAME C..200 是 招标人名称
TENDER_AGENCY_CODE C..18 否 招标代理机构代码
TENDER_AGENCY_NAME C..200 否 招标代理机构名称
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const BID_OPENING_RECORD = exchangeTable(
  '506',
  'BID_OPENING_RECORD',
  '开标记录 / Bid opening',
  `
TENDER_PROJECT_CODE C20 键 招标项目编号
BID_SECTION_CODES C..ul 是 相关标段（包）编号
BID_OPENING_CONTENT C..ul 是 开标记录内容
BID_OPENING_ADDRESS C..200 是 开标地点
BID_OPENING_TIME T 键 开标时间
URL C..500 是 开标记录源URL
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const TENDER_LIST = exchangeTable(
  '507',
  'TENDER_LIST',
  '投标人名单 / Bidders',
  `
TENDER_PROJECT_CODE C20 键 招标项目编号
BID_SECTION_CODE C23 是 标段（包）编号
BIDDER_NAME C..300 键 投标人名称
BIDDER_ORG_CODE C..200 是 投标人代码
PRICE_FORM_CODE C1 是 价款形式代码
OTHER_BID_PRICE C..2000 否 费率或其它类型报价
BID_PRICE N..20,6 否 投标报价金额
PRICE_CURRENCY C3 否 投标报价币种
PRICE_UNIT C1 否 投标报价单位
CHECKIN_TIME T 是 投标文件递交时间
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const TENDER_CANDIDATE_ANNOUNCE = exchangeTable(
  '511',
  'TENDER_CANDIDATE_ANNOUNCE',
  '中标候选人公示 / Candidates',
  `
TENDER_PROJECT_CODE C20 键 招标项目编号
BID_SECTION_CODES C..ul 是 相关标段（包）编号
PUBLICITY_NAME C..600 是 公示标题
URL C..500 是 公示源URL
PUBLICITY_START_TIME T 是 公示开始时间
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const WIN_RESULT_ANNO = exchangeTable(
  '513',
  'WIN_RESULT_ANNO',
  '中标结果公告 / Result',
  `
TENDER_PROJECT_CODE C20 键 招标项目编号
BID_SECTION_CODE C23 是 标段（包）编号
REGION_CODE C6 是 标段（包）所在行政区域代码
NOTICE_NAME C..600 是 公告标题
NOTICE_SEND_TIME T 是 公告发布时间
URL C..500 是 公告源URL
WIN_BIDDER_NAME C..200 键 中标投标人名称
WIN_BIDDER_CODE C..2000 是 中标投标人代码
PRICE_FORM_CODE C1 是 价款形式代码
BID_AMOUNT N..20,6 否 中标金额
BID_CURRENCY C3 否 价格币种代码
PRICE_UNIT C1 否 价格单位
RATE C5 否 中标费率
OTHER_BID_PRICE C..ul 否 费率或其它类型结果
DATA_TIMESTAMP T 键 数据时间戳
`,
);

export const CONTRACT_PERFORMANCE = exchangeTable(
  '512',
  'CONTRACT_PERFORMANCE',
  '合同和履约 / Contract',
  `
TENDER_PROJECT_CODE C20 键 招标项目编号
BID_SECTION_CODE C23 是 标段（包）编号
CONTRACT_NAME C..600 是 合同名称
TENDERER_NAME C..2000 是 招标人名称
TENDER_CODE C..2000 是 招标人代码
BIDDER_NAME C..2000 键 中标人名称
BIDDER_CODE C..2000 是 中标人代码
CONTRACT_PRICE N..20,6 否 合同金额
PRICE_CURRENCY C3 否 金额币种代码
PRICE_UNIT C1 是 金额单位
PRICE_FORM_CODE C1 是 价款形式代码
OTHER_CONTRACT_PRICE C..2000 否 其它形式合同报价
CONTRACT_SIGN_TIME T 是 合同签署时间
DATA_TIMESTAMP T 键 数据时间戳
`,
);
