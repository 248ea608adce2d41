/** Every error a client can see: code, sentence in both languages, what to do. `docs/errors.md` is printed from it. */
import { GraphQLError } from 'graphql';

interface ErrorEntry {
  /** HTTP status when the error ends the whole request. */
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly hint: string;
}

export const ERRORS = {
  BAD_CODE: {
    status: 400,
    zh: '代码或数值不符合其编码规则',
    en: 'A code or value breaks the rule of its standard',
    hint: '按提示的规则更正该值 / correct the value as the named rule says',
  },
  BAD_CURSOR: {
    status: 400,
    zh: '分页游标无效，或属于另一种排序',
    en: 'The cursor is not valid, or belongs to another ordering',
    hint: '使用同一查询返回的 startCursor/endCursor / pass on a cursor that the same query and order returned',
  },
  BAD_PAGE: {
    status: 400,
    zh: '分页参数无效',
    en: 'The page arguments are not valid',
    hint: 'first 或 last 取 0–500，且只用其一 / give first or last, 0 to 500, not both',
  },
  QUERY_TOO_LARGE: {
    status: 400,
    zh: '查询会读取过多的行',
    en: 'The query would read too many rows',
    hint: '减小所指列表的 first，或去掉一层嵌套 / ask the named list for fewer rows with first, or nest one list less',
  },
  NULL_OPERAND: {
    status: 400,
    zh: '筛选条件的操作数不能为 null',
    en: 'A filter operand must not be null',
    hint: '查空值请用 isNull: true；不需要该条件时请省略 / use isNull: true to find blanks, or leave the condition out',
  },
  BAD_FILTER: {
    status: 400,
    zh: '筛选条件无效',
    en: 'The filter is not valid',
    hint: '见该筛选类型的说明 / see the description of the filter type',
  },
  UNKNOWN_COLLECTION: {
    status: 404,
    zh: '没有这个列表',
    en: 'There is no such collection',
    hint: '列表的名称见 /schema.graphql 的 Query，如 contracts / the collections are fields of Query in /schema.graphql, such as contracts',
  },
  BAD_EXPORT: {
    status: 400,
    zh: '导出参数无效',
    en: 'The export parameters are not valid',
    hint: '例 / for example: /export/contracts?fields=id,title,supplier.uscc&order=signedOn desc&format=ndjson',
  },
  EXPORT_BUSY: {
    status: 503,
    zh: '同时进行的导出过多',
    en: 'Too many exports are running',
    hint: '稍后重试 / try again later',
  },
  MIXED_CURRENCY: {
    status: 400,
    zh: '金额合计必须限定为一种币种，或按币种分组',
    en: 'An amount is totalled only within one currency, or grouped by currency',
    hint: '在 filter 中加币种条件（eq），或在 groups 的 by 中加入币种 / filter the currency with eq, or add it to groups(by:)',
  },
  AS_OF_INVALID: {
    status: 400,
    zh: 'hub-as-of 既不是时刻、日期，也不是版本名',
    en: 'hub-as-of is neither an instant, a day nor the name of an edition',
    hint: '例 / for example: 2025-03-31T16:00:00Z, 2025-03-31 (该日终了 / the end of that day), 2024-annual',
  },
  AS_OF_FUTURE: {
    status: 400,
    zh: '不能回答将来的时刻',
    en: 'The instant lies in the future',
    hint: '给出已经过去的时刻 / give an instant that has passed',
  },
  AS_OF_TOO_EARLY: {
    status: 400,
    zh: '该时刻尚无此数据',
    en: 'There was no such data yet at that instant',
    hint: '给出不早于 since 的时刻 / give an instant that is not before since',
  },
  AS_OF_BUSY: {
    status: 503,
    zh: '正在发布数据，该时刻的答案尚未确定',
    en: 'A publication is under way: the answer as of that instant is not settled yet',
    hint: '稍后重试，或给出不晚于 lastPublished 的时刻 / try again, or give an instant that is not after lastPublished',
  },
  UNKNOWN_EDITION: {
    status: 404,
    zh: '没有这个版本',
    en: 'There is no such edition',
    hint: '见 editions 列表 / see the collection editions',
  },
  WITHDRAWN: {
    status: 200,
    zh: '该记录已撤回',
    en: 'The record was withdrawn',
    hint: '用 hub-as-of 查询撤回之前的内容 / ask as of an instant before it was withdrawn with hub-as-of',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    zh: '该领域的数据服务暂时不可用，其余数据不受影响',
    en: 'The service of this domain is not available at the moment; the rest of the answer is whole',
    hint: '稍后重试 / try again later',
  },
  STATEMENT_TIMEOUT: {
    status: 400,
    zh: '查询读取的数据过多，已超时',
    en: 'The query reads too much and ran out of time',
    hint: '缩小筛选范围或减少嵌套列表 / narrow the filter or nest fewer lists',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    zh: '系统内部错误',
    en: 'Internal error',
    hint: '请将 traceId 提供给运维人员 / give the traceId to the operators',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** An error of the registry, with what is particular about this case. */
export function hubError(code: ErrorCode, detail?: { zh: string; en: string; [key: string]: unknown }): GraphQLError {
  const { zh, en, hint } = ERRORS[code];
  const { zh: detailZh, en: detailEn, ...extensions } = detail ?? { zh: '', en: '' };
  return new GraphQLError(detailEn ? `${en}: ${detailEn}` : en, {
    extensions: { code, messageZh: detailZh ? `${zh}：${detailZh}` : zh, hint, ...extensions },
  });
}
