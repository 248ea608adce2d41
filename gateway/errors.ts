import { type GraphQLFormattedError, GraphQLError } from 'graphql';
import { randomUUID } from 'node:crypto';
import { ERRORS, hubError } from '../subgraph/errors.js';

/** GraphQL's own refusals of a request, with what the registry of errors says of its codes. */
const REFUSALS: Readonly<Record<string, { zh: string; hint: string }>> = {
  GRAPHQL_PARSE_FAILED: {
    zh: '查询语法有误',
    hint: '对照 GraphQL 语法检查所指位置 / check the syntax at the named place',
  },
  GRAPHQL_VALIDATION_FAILED: {
    zh: '查询与数据目录不符：字段、参数或类型不存在或用法有误',
    hint: '见 /schema.graphql 或 /explorer / see /schema.graphql or /explorer',
  },
  BAD_USER_INPUT: { zh: '变量的值不符合其类型', hint: '检查 variables / check the variables' },
  BAD_REQUEST: {
    zh: '请求格式有误',
    hint: '以 application/json 提交 {"query": …, "variables": …}，每次一个 / send one {"query": …, "variables": …} as application/json',
  },
  OPERATION_RESOLUTION_FAILURE: {
    zh: '无法确定要执行的操作',
    hint: '文档含多个操作时请给出 operationName / name one operation with operationName',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: { zh: '不支持持久化查询', hint: '请提交查询全文 / send the query itself' },
};

/** An error in the form in which a client gets it. */
class PresentedError extends GraphQLError {}

export interface Presentation {
  readonly traceId: string;
  readonly log: (line: string) => void;
}

/**
 * The errors of one execution as a client gets them: a service that is not there is named once however many
 * fetches it failed, what a service said in our codes stays, everything else is masked.
 */
export function presentErrors(errors: readonly unknown[], presentation: Presentation): GraphQLError[] {
  const gone = new Map<string, PresentedError>();
  const presented: GraphQLError[] = [];
  for (const error of errors) {
    if (!isUnavailable(error)) {
      presented.push(presentError(error, presentation));
      continue;
    }
    const name = String(error.extensions['subgraph']);
    const first = gone.get(name);
    const affected = [first, error].flatMap((each) => (each?.extensions['affected'] as string[] | undefined) ?? []);
    const extensions = { ...withoutServiceName(error.extensions), affected: [...new Set(affected)] };
    const merged = new PresentedError(error.message, { extensions });
    if (first) presented[presented.indexOf(first)] = merged;
    else presented.push(merged);
    gone.set(name, merged);
  }
  return presented;
}

const isUnavailable = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && error.extensions['code'] === 'SERVICE_UNAVAILABLE' && 'affected' in error.extensions;

function presentError(error: unknown, { traceId, log }: Presentation): GraphQLError {
  if (!(error instanceof GraphQLError)) return masked(undefined, traceId, error, log);
  const { code, serviceName, traceId: loggedAs } = error.extensions;
  // Without a service's name the error is the gateway's own refusal of a variable; formatError sees to it.
  if (serviceName === undefined && isOpen(code)) return error;
  if (serviceName === undefined && isRefusedVariable(error)) return error;
  const isOurs =
    typeof code === 'string' && code in ERRORS && (code !== 'INTERNAL_SERVER_ERROR' || loggedAs !== undefined);
  if (!isOurs) return masked(error.path, traceId, error, log, serviceName);
  return new PresentedError(error.message, {
    path: error.path,
    extensions: { ...withoutServiceName(error.extensions), subgraph: serviceName },
  });
}

const isOpen = (code: unknown): boolean => typeof code === 'string' && (code in ERRORS || code in REFUSALS);

const isRefusedVariable = (error: GraphQLError): boolean => error.message.startsWith('Variable "$');

function withoutServiceName(extensions: GraphQLError['extensions']): GraphQLError['extensions'] {
  const { serviceName: _, ...rest } = extensions;
  return rest;
}

function masked(
  path: GraphQLError['path'],
  traceId: string,
  error: unknown,
  log: Presentation['log'],
  subgraph?: unknown,
): PresentedError {
  log(
    `${traceId} ${String(subgraph ?? 'gateway')} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  const { message, extensions } = hubError('INTERNAL_SERVER_ERROR');
  const where = subgraph === undefined ? {} : { subgraph };
  return new PresentedError(message, { path, extensions: { ...extensions, traceId, ...where } });
}

/**
 * The last station of every error, `formatError` of the server: refusals get their Chinese sentence, a vocabulary's
 * refusal keeps its own code, suggestions go where `hidesSuggestions`, and what is not known is masked.
 */
export function formatError(hidesSuggestions: boolean, log: Presentation['log']) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (error instanceof PresentedError) return formatted;
    const message = hidesSuggestions ? withoutSuggestion(formatted.message) : formatted.message;
    const vocabulary = vocabularyExtensions(error);
    if (vocabulary) return { ...formatted, message, extensions: vocabulary };
    const code = String(formatted.extensions?.['code']);
    const refusal = REFUSALS[code];
    if (refusal) return { ...formatted, message, extensions: { code, messageZh: refusal.zh, hint: refusal.hint } };
    if (code !== 'INTERNAL_SERVER_ERROR' && code in ERRORS) return { ...formatted, message };
    return masked(formatted.path, randomUUID(), error, log).toJSON();
  };
}

/** Validation files a scalar's refusal under its own code; the code that names the rule lies beneath. */
function vocabularyExtensions(error: unknown): GraphQLError['extensions'] | undefined {
  for (let each: unknown = error; each instanceof GraphQLError; each = each.originalError) {
    if (each.extensions['code'] !== 'BAD_CODE') continue;
    const { http: _, ...extensions } = each.extensions;
    return extensions;
  }
  return undefined;
}

const withoutSuggestion = (message: string): string => message.replace(/ ?Did you mean [^?]*\?/g, '');
