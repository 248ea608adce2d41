/** Tables of misconduct (300–303) and of land deals (600, 601): the fields that have a place here. */
import { exchangeTable } from './exchange-table.js';

export const VIOLATING_LAWS_RULES_INFO = exchangeTable(
  '300',
  'VIOLATING_LAWS_RULES_INFO',
  '违法违规信息 / Violation',
  `
VIOLATING_CODE C36 键 违法违规信息标识号
VIOLATING_NAME C..600 是 违规事项名称
VIOLATING_TIME D 是 违规时间
BODY_NAME C..200 键 主体名称
BODY_CODE C..18 是 主体代码
BODY_ROLE C2 是 主体角色
VIOLATING_INSTRUCTIONS C..ul 是 违法违规说明
GOVERNMENT C..200 是 违法违规通报部门
TENDER_PROJECT_CODE C20 是 招标项目（采购项目）编号
DOCUMENT_CODE C..50 是 处理文件文号
PUNISHMENT_BASIS C..ul 是 处罚依据
PUNISHMENT_RESULT C..ul 是 处罚结果
CONFINED_START T 是 限制行为开始时间
CONFINED_END T 是 限制行为结束时间
OPERATE_DATE T 是 发布日期
`,
);

export const BLACK_LIST = exchangeTable(
  '302',
  'BLACK_LIST',
  '黑名单信息 / Blacklist',
  `
BLACKLIST_CODE C36 键 黑名单标识号
BODY_NAME C..200 键 主体名称
BODY_CODE C..18 是 主体代码
BODY_ROLE C2 是 主体角色
RECORD_REASON C..ul 是 处罚原因
RECORD_DATE T 是 处罚日期
GOVERNMENT C..200 是 处罚部门
DOCUMENT_CODE C..50 是 处理文件文号
REVOCATION_STATUS C1 是 是否撤销
CONFINED_ACTION C..2 是 限制行为
`,
);

export const WITHDRAW_BLACK_LIST = exchangeTable(
  '303',
  'WITHDRAW_BLACK_LIST',
  '撤销黑名单信息 / Removal from the blacklist',
  `
BODY_NAME C..200 键 主体名称
BLACKLIST_CODE C..50 键 黑名单
GOVERNMENT C..200 是 执行部门
DOCUMENT_CODE C..50 是 处理文件文号
APPLICATION_DATE T 是 申请日期
`,
);

export const DEAL_BEHAVIOR_INFO = exchangeTable(
  '600',
  'DEAL_BEHAVIOR_INFO',
  '成交行为信息 / Land deal',
  `
ANNOUNCEMENT_GUID C..100 键 项目编号ID
LAND_PROJECT_NAME C..500 否 项目名称
SUPPLY_TYPE C..10 否 供应方式
LISTING_TYPE C..10 否 招拍挂类型
FIELD_NUM N 否 宗地数量
`,
);

export const DEAL_LAND_INFO = exchangeTable(
  '601',
  'DEAL_LAND_INFO',
  '成交宗地信息 / Land parcel',
  `
DEAL_LAND_CODE C..100 键 成交宗地标示
DEAL_ANNOUNCEMENT_GUID C..100 是 项目编号ID
INVEST_PROJECT_CODE C24 否 投资项目统一代码
LAND_PROJECT_NAME C..500 是 项目名称
REGION_CODE C6 是 项目所在行政区划代码
LAND_AREA N..18,6 是 土地面积
LAND_USAGE C..50 是 土地用途
LEND_AGE_LIMIT C..50 是 出让年限
LAND_POSITION C..200 是 土地坐落
DEAL_PRICE N..18,6 是 成交价格
CURRENCY_CODE C3 是 价格币种代码
PRICE_UNIT C1 是 价格单位
LENDING_NAME C..200 键 受让人名称
LENDING_CODE C..300 是 受让人代码
PUBLISHING_TIME T 是 公示发布时间
`,
);
