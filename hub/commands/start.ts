import type { Command } from 'commander';
import { readConfig } from '../config.js';
import { curlLine, readExamples } from '../examples.js';
import { ensureExplorer } from '../explorer-bundle.js';
import { lineProgress } from '../progress.js';
import { runHub } from '../run-hub.js';
import { untilStopped } from '../until-stopped.js';

export function register(program: Command): void {
  program
    .command('start')
    .description('启动整个数据中心：数据库、各服务、网关 / Start everything: database, services, gateway')
    .action(start);
}

async function start(): Promise<void> {
  const config = readConfig();
  const progress = lineProgress((line) => console.log(line));
  // The page is built by a process of its own while the database starts.
  const explorer = progress.step('构建查询页面 / building the explorer', () => ensureExplorer(progress.log));
  const hub = await runHub(config, progress);
  const hasExplorer = await explorer;
  progress.log(welcome(hub.url, hasExplorer));
  await untilStopped({ close: () => hub.close(), force: () => hub.database.stop(), log: progress.log });
}

/** What to open and what to paste. */
function welcome(url: string, hasExplorer: boolean): string {
  const lines = [
    '',
    `阳光图谱已启动 / Sunshine Graph is running (${(performance.now() / 1000).toFixed(1)} s)`,
    `  GraphQL   ${url}/graphql`,
    ...(hasExplorer ? [`  查询页面  ${url}/explorer`] : []),
    `  数据目录  ${url}/schema.graphql`,
    '',
    '试一试 / try it:',
    ...readExamples().slice(0, 3).flatMap(({ title, query }) => [`# ${title}`, curlLine(url, query), '']),
  ];
  return lines.join('\n');
}
