/** The types every collection of every service has in common, printed into each subgraph alike. */
import { describe } from './sdl-text.js';
import type { FilterFamily } from './types.js';

export const conventionTypes = `
${describe('分页信息 / Page information (Relay)')}
type PageInfo @shareable {
  ${describe('后面还有 / There are rows after this page')} hasNextPage: Boolean!
  ${describe('前面还有 / There are rows before this page')} hasPreviousPage: Boolean!
  ${describe('本页首行的游标 / Cursor of the first row')} startCursor: String
  ${describe('本页末行的游标 / Cursor of the last row')} endCursor: String
}
${describe('排序方向 / Direction of an order')}
enum OrderDirection { ${describe('升序 / Ascending')} ASC ${describe('降序 / Descending')} DESC }
${describe('空值位置 / Where blanks go')}
enum NullsOrder { ${describe('在前 / First')} FIRST ${describe('在后 / Last')} LAST }
${describe('时段，按北京时间 / Calendar bucket, Asia/Shanghai')}
enum Bucket { ${describe('日 / Day')} DAY ${describe('周（周一起） / Week from Monday')} WEEK ${describe('月 / Month')} MONTH ${describe('季 / Quarter')} QUARTER ${describe('年 / Year')} YEAR }`;

const operand = {
  eq: (type: string) => `${describe('等于 / Equal')} eq: ${type}`,
  ne: (type: string) => `${describe('不等于 / Not equal')} ne: ${type}`,
  in: (type: string) => `${describe('属于 / One of')} in: [${type}!]`,
  notIn: (type: string) => `${describe('不属于 / None of')} notIn: [${type}!]`,
  lt: (type: string) => `${describe('小于 / Less than')} lt: ${type}`,
  lte: (type: string) => `${describe('小于等于 / At most')} lte: ${type}`,
  gt: (type: string) => `${describe('大于 / Greater than')} gt: ${type}`,
  gte: (type: string) => `${describe('大于等于 / At least')} gte: ${type}`,
  between: (type: string) =>
    `${describe('介于两值之间，含两端 / Between two values, both included')} between: [${type}!]`,
  contains: () => `${describe('包含 / Contains')} contains: String`,
  startsWith: () => `${describe('以…开头 / Starts with')} startsWith: String`,
  isNull: () => `${describe('是否为空 / Is blank')} isNull: Boolean`,
};

const input = (name: string, type: string, operators: readonly (keyof typeof operand)[]): string =>
  `${describe(`${type} 的条件，各项须同时满足 / Condition on ${type}; all given operators hold together`)}\ninput ${name} {\n${operators.map((op) => operand[op](type)).join('\n')}\n}`;

/** The filter input of a kind of value: its name, and the type of one operand. */
export const FILTER_TYPES: Readonly<Record<FilterFamily, (name: string, type: string) => string>> = {
  text: (name, type) => input(name, type, ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'isNull']),
  code: (name, type) => input(name, type, ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'isNull']),
  comparable: (name, type) =>
    input(name, type, ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between', 'isNull']),
  equality: (name, type) => input(name, type, ['eq', 'ne', 'in', 'notIn', 'isNull']),
  boolean: (name, type) => input(name, type, ['eq', 'ne', 'isNull']),
  list: (name, type) =>
    `${describe(`${type} 列表的条件 / Condition on a list of ${type}`)}\ninput ${name} {\n${describe('含有 / Holds this')} has: ${type}\n${describe('含有其一 / Holds one of these')} hasSome: [${type}!]\n${operand.isNull()}\n}`,
};
