import { ERRORS } from '../../subgraph/errors.js';
import { table, twoLines } from './markdown.js';

/** `docs/errors.md`, from the registry of errors. */
export function renderErrors(): string {
  const rows = Object.entries(ERRORS).map(([code, { zh, en, hint }]) => [
    `\`${code}\``,
    `${zh}<br>${en}`,
    twoLines(hint),
  ]);
  return `${HEAD}\n\n${table(['代码 / Code', '含义 / Meaning', '怎样做 / What to do'], rows)}\n\n${TAIL}\n`;
}

const HEAD = `# 错误代码 · Error codes

由 \`subgraph/errors.ts\` 打印，不手工修改。\\
Printed from \`subgraph/errors.ts\`; not edited by hand.

每个错误带 \`extensions\`：\`code\`（下表）、\`messageZh\`、\`hint\`。视情况还有：

- \`rule\`：\`BAD_CODE\` 时，违反的规则，如 \`R02\`（信用代码校验码）；
- \`field\`、\`rows\`：\`QUERY_TOO_LARGE\` 时，最费的列表和估计的行数；
- \`subgraph\`：出错的领域；\`affected\`：因某个服务不可用而为空的字段；\`reason\`：\`UNREACHABLE\`、\`TIMEOUT\`、\`TOO_LARGE\`、\`BAD_ANSWER\`；
- \`traceId\`：在服务端日志中查找本次请求，也在响应头 \`hub-trace-id\` 中。

Every error has \`extensions\`: \`code\` (below), \`messageZh\`, \`hint\`; where they apply also \`rule\` (which rule a code breaks), \`field\` and \`rows\` (the list that costs most), \`subgraph\` (the domain), \`affected\` (fields that stay empty while a service is down) with \`reason\`, and \`traceId\` (as in the header \`hub-trace-id\`), by which the operators find the request in their log.

不是错误：按键查找没有结果，回答是 \`null\`。\\
Not an error: a key that nothing has answers \`null\`.

## 本系统的代码 · Codes of the hub`;

const TAIL = `## GraphQL 自身的代码 · Codes of GraphQL itself

请求没有执行，HTTP 状态为 4xx：\`GRAPHQL_PARSE_FAILED\`（语法）、\`GRAPHQL_VALIDATION_FAILED\`（字段或参数不存在）、\`BAD_USER_INPUT\`（变量类型）、\`BAD_REQUEST\`（请求格式，超过 1 MB）、\`OPERATION_RESOLUTION_FAILURE\`（未指明操作）、\`PERSISTED_QUERY_NOT_SUPPORTED\`。\\
The request was not run and the HTTP status is 4xx.

## HTTP 状态 · HTTP status

| 情形 / Case | 状态 / Status |
|---|---|
| 查询无法执行：语法、字段、变量、代码不合规则（\`BAD_CODE\`）<br>the query cannot be run, a malformed code included | 4xx |
| 查询已执行，某个字段出错：该字段为 \`null\`，其余照常<br>the query ran and a field failed: that field is \`null\`, the rest is there | 200 |`;
