import { type ASTNode, GraphQLError, GraphQLScalarType, Kind, type ValueNode, print } from 'graphql';
import { type Checked, type Refusal, quoted, refusal } from './checked.js';

/** How a check becomes a GraphQL scalar; inside and on the wire the value is a string. */
export interface CheckedScalar {
  readonly name: string;
  /** `中文 / English`, with the source standard. */
  readonly description: string;
  readonly specifiedByURL?: string;
  /** Rule named when the value is not even a string. */
  readonly rule: string;
  /** `中文 / English`: how a right value looks. */
  readonly hint: string;
  readonly check: (text: string) => Checked<string>;
  /** What a stored value that is not a string prints as; without it only strings are printed. */
  readonly printed?: (stored: unknown) => string | undefined;
  /** Whole numbers are read by their digits. Fractions never are: JSON has rounded them before we see them. */
  readonly readsIntegers?: boolean;
}

/** A scalar that reads only what its check accepts; a refusal is a `BAD_CODE` error that names the rule. */
export function checkedScalar(scalar: CheckedScalar): GraphQLScalarType<string, string> {
  const accept = (checked: Checked<string>, nodes?: ASTNode): string => {
    if (checked.ok) return checked.value;
    throw badCode(checked, scalar.hint, nodes);
  };
  return new GraphQLScalarType<string, string>({
    name: scalar.name,
    description: scalar.description,
    specifiedByURL: scalar.specifiedByURL,
    parseValue: (input) => accept(readInput(scalar, input)),
    parseLiteral: (node) => accept(readLiteral(scalar, node), node),
    serialize: (stored) => {
      // What is stored was checked when it was imported; a figure that is officially published though it is wrong is
      // printed as it was published.
      const text = typeof stored === 'string' ? stored : scalar.printed?.(stored);
      if (text === undefined) return accept(notText(scalar, quoted(stored)));
      const checked = scalar.check(text);
      return checked.ok ? checked.value : text;
    },
  });
}

/** The error of a malformed value: a client error, never masked. */
function badCode(refused: Refusal, hint: string, nodes?: ASTNode): GraphQLError {
  return new GraphQLError(refused.en, {
    nodes,
    extensions: { code: 'BAD_CODE', rule: refused.rule, messageZh: refused.zh, hint },
  });
}

function readInput(scalar: CheckedScalar, input: unknown): Checked<string> {
  if (typeof input === 'string') return scalar.check(input);
  if (typeof input !== 'number' || !scalar.readsIntegers) return notText(scalar, quoted(input));
  // Beyond 2^53 the JSON reader has already rounded the digits, so nothing here can be trusted.
  return Number.isSafeInteger(input) ? scalar.check(String(input)) : inexact(scalar, quoted(input));
}

function readLiteral(scalar: CheckedScalar, node: ValueNode): Checked<string> {
  if (node.kind === Kind.STRING) return scalar.check(node.value);
  if (node.kind === Kind.INT && scalar.readsIntegers) return scalar.check(node.value);
  if (node.kind === Kind.FLOAT && scalar.readsIntegers) return inexact(scalar, node.value);
  return notText(scalar, print(node).slice(0, 40));
}

function notText({ name, rule }: CheckedScalar, shown: string): Refusal {
  return refusal(
    rule,
    `${shown} 不是字符串（规则 ${rule}）：${name} 请加引号书写。`,
    `${shown} is not a string (rule ${rule}): write a ${name} in quotes.`,
  );
}

function inexact({ name, rule }: CheckedScalar, shown: string): Refusal {
  return refusal(
    rule,
    `${shown} 是浮点数，会丢失位数（规则 ${rule}）：${name} 请加引号书写，如 "${shown}"。`,
    `${shown} is a floating-point number, which loses digits (rule ${rule}): write it in quotes, "${shown}".`,
  );
}
