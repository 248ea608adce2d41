/** `docs/benchmarks.md`: what was measured, on what, how to do it again, and each question as it was put. */
import { CASES } from './cases.js';
import { cpuOf, named, perSecondOf, ratio, shareOf, type CaseResult, type Measured, type Spread } from './figures.js';
import type { Machine } from './machine.js';
import type { Effort } from './measure.js';
import type { VariantName } from './variant-process.js';

export interface ReadReport {
  readonly machine: Machine;
  readonly effort: Effort;
  readonly results: readonly CaseResult[];
}

const TITLES: Readonly<Record<VariantName, string>> = {
  raw: 'raw `pg`',
  hub: '**hub**',
  postgraphile: 'PostGraphile 5',
  resolvers: 'MikroORM + DataLoader',
};
const COLUMNS = Object.keys(TITLES) as VariantName[];

export const renderReport = (report: ReadReport): string =>
  `${[introduction, ratios, reached, amounts, method, questions].map((part) => part(report)).join('\n\n')}\n`;

function introduction(): string {
  return `# 读取性能 · Read benchmarks

\`npm run bench -- read\` 写出本文件，请勿手改。数字随机器而变，可比的是同一次运行中的比值。

Written by \`npm run bench -- read\`. Times differ from machine to machine; the ratios of one run are what compares.`;
}

function ratios({ results }: ReadReport): string {
  const rows = results.map(({ case: { name, title }, large }) => [
    `${title} ([${name}](#${name}))`,
    ...COLUMNS.map((column) => ratioText(named(large, column), named(large, 'raw'), column === 'hub')),
  ]);
  return `## CPU per request ÷ raw pg

Processor time of the Node process and of its PostgreSQL connections together, 16 requests at a time; the median of the
rounds, and in brackets the least and the most. *Raw pg* is SQL written by hand whose JSON text goes straight to the
socket: the limit of what can be reached.

${table(['', ...COLUMNS.map((column) => TITLES[column])], rows)}${absences(results)}`;
}

function absences(results: readonly CaseResult[]): string {
  const missing = results.flatMap(({ case: { name, postgraphile } }) =>
    'why' in postgraphile ? [`\`${name}\`: PostGraphile ${postgraphile.why}.`] : [],
  );
  return missing.length ? `\n\n${missing.join('\n')}` : '';
}

function ratioText(measured: Measured | undefined, raw: Measured | undefined, isOurs: boolean): string {
  if (!measured) return '–';
  const { median, least, most } = ratio(measured, raw, 16);
  const figure = isOurs ? `**${median.toFixed(2)}**` : median.toFixed(2);
  return measured === raw ? figure : `${figure} [${least.toFixed(2)}–${most.toFixed(2)}]`;
}

interface Goal {
  readonly what: string;
  readonly most: number;
  readonly found: Spread | undefined;
  /** What raw pg does there. */
  readonly raw?: Spread;
}

/** The figures that the hub is to reach. */
function reached({ results }: ReadReport): string {
  const of = (name: string): CaseResult | undefined => results.find((each) => each.case.name === name);
  const against = (name: string, peer: VariantName): Spread | undefined => {
    const result = of(name);
    return result && ratio(named(result.large, 'hub'), named(result.large, peer), 16);
  };
  const growth = (result: CaseResult, name: VariantName): Spread =>
    ratio(named(result.large, name), named(result.small, name), 16);
  const goals: Goal[] = [
    { what: 'list ÷ raw pg', most: 1.5, found: against('list', 'raw') },
    { what: 'list ÷ PostGraphile', most: 0.7, found: against('list', 'postgraphile') },
    { what: '_entities × 1000, processes ÷ raw pg', most: 1.3, found: against('entities-process', 'raw') },
    { what: '_entities × 1000, suppliers ÷ raw pg', most: 1.3, found: against('entities-supplier', 'raw') },
    ...results
      .filter(({ small }) => small.length)
      .map((result) => ({
        what: `${result.case.name}: 10× the rows`,
        most: 1.3,
        found: growth(result, 'hub'),
        raw: growth(result, 'raw'),
      })),
  ];
  const rows = goals.flatMap(({ what, most, found, raw }) =>
    found
      ? [[what, `≤ ${most}`, found.median.toFixed(2), found.median <= most ? '✓' : '✗', raw?.median.toFixed(2) ?? '']]
      : [],
  );
  return `## Figures to reach

For *10× the rows* the same page is asked of both databases: processor time with the larger one ÷ with the smaller one,
the last column for raw pg. A search orders all rows that hold the word, which are ten times as many; the rows of one
buyer before a day have no index of their own.

${table(['', 'goal', 'found', '', 'raw pg'], rows)}`;
}

function amounts({ results }: ReadReport): string {
  const rows = results.flatMap(({ case: { name }, large }) =>
    large.map((measured) => [
      name,
      TITLES[measured.name],
      cpuOf(measured, 16).median.toFixed(2),
      shareOf(measured, 16, 'node').toFixed(2),
      shareOf(measured, 16, 'postgres').toFixed(2),
      cpuOf(measured, 1).median.toFixed(2),
      perSecondOf(measured, 1).median.toFixed(0),
      perSecondOf(measured, 16).median.toFixed(0),
    ]),
  );
  return `## Milliseconds and requests per second

${table(['', '', 'CPU ms (16)', 'Node', 'PostgreSQL', 'CPU ms (1)', 'requests/s (1)', 'requests/s (16)'], rows)}

(1), (16): requests at a time. Whoever sends the requests works on the same processors, and so may other programs: requests
per second, and milliseconds too, say little beyond this run. Processor time counts only the variant's own work, and its
ratio to another variant's of the same round is the figure to trust.`;
}

function method({ machine, effort }: ReadReport): string {
  const rows = Object.entries(machine.rows).map(([name, [large, small]]) => [
    `\`${name}\``,
    large.toLocaleString('en'),
    small.toLocaleString('en'),
  ]);
  const versions = Object.entries(machine.versions).map(([name, text]) => `${name} ${text}`);
  return `## How it is measured

${machine.processor}, ${machine.memory}, ${machine.system}. ${versions.join(', ')}.

\`\`\`sh
npm run bench -- read            # everything; writes this file
npm run bench -- read --quick list
\`\`\`

The first run installs the peers (\`test/bench/package.json\`) and builds the data in \`.data/bench\`: the sample city, whose
processes are copied with all their rows until there are as many as below; every copy has its own days and amounts. Documents,
items, parties, milestones and releases are not copied.

${table(['rows', `larger (${machine.size})`, 'smaller'], rows)}

- Four servers, each a process of its own with a pool of 8 connections, on the same tables with the same indexes: SQL by
  hand behind \`node:http\`; the procurement service as the hub serves it; PostGraphile with its filter and aggregates
  plugins, blanks last (\`pgOrderByNullsLast\`, without which no index serves its orders) and a function to search with;
  Apollo Server with resolvers that use MikroORM's \`em.find\` and a DataLoader for each list (totals and top rows per key
  in SQL: an entity manager has no words for them).
- Each variant's answers to all variables of a case are compared with raw pg's before anything is timed; any difference
  ends the run.
- ${effort.rounds} rounds; in each, every variant in turn, ${effort.milliseconds} ms at least, each round beginning with another.
- Processor time is user and system time of the Node process (\`/proc/…/stat\`) and of the server processes of its own
  connections (\`/proc/…/schedstat\`). Queries run without parallel workers and read files themselves
  (\`io_method=sync\`), since a worker's time would belong to no connection; nothing else runs in the database.`;
}

function questions({ results }: ReadReport): string {
  const asked = CASES.filter((each) => results.some((result) => result.case === each));
  return `## The questions

${asked
  .map(({ name, title, graphql, raw, postgraphile }) =>
    [
      `### ${name}`,
      `${title}. The hub and the resolvers are asked:`,
      fence('graphql', graphql.query),
      'raw pg:',
      fence('sql', raw.text),
      ...('query' in postgraphile ? ['PostGraphile:', fence('graphql', postgraphile.query)] : []),
    ].join('\n\n'),
  )
  .join('\n\n')}`;
}

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.trim()}\n\`\`\``;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
