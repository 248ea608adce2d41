/** The measured rounds as a document. */
import os from 'node:os';
import type { ImportCase, ImportRound } from './import-bench.js';

const WANTED = { fresh: 0.4, unchanged: 0.6 };

export function renderImport(cases: readonly ImportCase[]): string {
  const [processor] = os.cpus();
  return [
    '# 导入的性能 / What importing costs',
    '',
    '由 `npm run bench -- import` 写成 / written by `npm run bench -- import`.',
    '',
    `${os.cpus().length} × ${processor?.model.trim() ?? ''}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node.js ${process.version.slice(1)}; PostgreSQL 18, fsync on. ${cases[0]?.rounds.length ?? 0} 轮交替，取中位数 / interleaved rounds, medians.`,
    '',
    '“导入”从读文件起到提交止：保留原件、读取、逐格检查、暂存、规则、发布、摘要与日志。“COPY”是同一文件直接 COPY 进同样的列、带主键、记日志的表。',
    '“An import” is everything from reading the file to the commit: keeping it, reading, checking each cell, staging, rules, publishing, digests and the log. “COPY” is PostgreSQL’s own COPY of the same file into a logged table of the same columns with its primary key.',
    '',
    '| 行 / rows | 文件 / file | COPY 行/s | 新行 / new, rows/s | ÷ COPY (≥ 0.4) | 未变 / unchanged, rows/s | ÷ COPY (≥ 0.6) | Node 峰值 / peak | 后端峰值 / backend peak | log verify |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...cases.map(lineOf),
    '',
    '## 时间用在何处 / Where the time goes',
    '',
    ...cases.slice(-1).flatMap((each) => [
      ...breakdown(
        `${each.rows} 新行 / new rows`,
        each.rounds.map(({ fresh }) => fresh.statements),
      ),
      '',
      ...breakdown(
        `${each.rows} 未变 / unchanged`,
        each.rounds.map(({ unchanged }) => unchanged.statements),
      ),
    ]),
    '',
  ].join('\n');
}

function lineOf({ rows, bytes, rounds }: ImportCase): string {
  const speed = (time: (round: ImportRound) => number): number => rows / (median(rounds.map(time)) / 1000);
  const fresh = median(rounds.map((round) => round.copy / round.fresh.milliseconds));
  const unchanged = median(rounds.map((round) => round.copyAgain / round.unchanged.milliseconds));
  const peak = (of: 'nodeMemory' | 'backendMemory'): string =>
    `${Math.round(Math.max(...rounds.flatMap((round) => [round.fresh[of], round.unchanged[of]])) / 2 ** 20)} MiB`;
  return `| ${[
    rows.toLocaleString('en'),
    `${Math.round(bytes / 2 ** 20)} MiB`,
    thousands(speed((round) => round.copy)),
    thousands(speed((round) => round.fresh.milliseconds)),
    reached(fresh, WANTED.fresh),
    thousands(speed((round) => round.unchanged.milliseconds)),
    reached(unchanged, WANTED.unchanged),
    peak('nodeMemory'),
    peak('backendMemory'),
    `${(median(rounds.map((round) => round.verify)) / 1000).toFixed(1)} s`,
  ].join(' | ')} |`;
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

const reached = (ratio: number, wanted: number): string =>
  ratio >= wanted ? `**${ratio.toFixed(2)}**` : ratio.toFixed(2);

function breakdown(title: string, rounds: readonly Readonly<Record<string, number>>[]): string[] {
  const labels = Object.keys(rounds[0] ?? {}).slice(0, 8);
  return [
    `| ${title} | ms |`,
    '|---|---|',
    ...labels.map(
      (label) =>
        `| \`${label.replaceAll('|', '\\|')}\` | ${Math.round(median(rounds.map((each) => each[label] ?? 0)))} |`,
    ),
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
