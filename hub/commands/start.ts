import type { Command } from 'commander';
import type { City } from '../../subgraph/city.js';
import { readCity } from '../city-file.js';
import { readConfig } from '../config.js';
import { curlLine, readExamples } from '../examples.js';
import { ensureExplorer } from '../explorer-bundle.js';
import { checkAddress } from '../listening.js';
import { lineProgress } from '../progress.js';
import { runHub } from '../run-hub.js';
import { sampleFilling } from '../sample-city.js';
import { listenForStop } from '../stop-signal.js';

export function register(program: Command): void {
  program
    .command('start')
    .description('启动整个数据中心：数据库、各服务、网关 / Start everything: database, services, gateway')
    .action(start);
}

async function start(): Promise<void> {
  const config = readConfig();
  const progress = lineProgress((line) => console.log(line));
  using stop = listenForStop(progress.log);
  const failed = new AbortController();
  await checkAddress(config);
  // The page is built by a process of its own while the database starts.
  const explorer = progress.step('构建查询页面 / building the explorer', () =>
    ensureExplorer(progress.log, AbortSignal.any([stop.signal, failed.signal])),
  );
  try {
    const filling = sampleFilling(config, progress);
    const hub = await runHub(config, progress, {
      prepare: ({ url }) => filling.prepare(url),
      fill: ({ database, services }) => filling.load({ databaseUrl: database.url, services }),
      signal: stop.signal,
      onDatabase: (database) => stop.onForce(() => database.stop()),
    });
    await Promise.race([explorer, stop.asked]);
    if (!stop.signal.aborted) progress.log(welcome(hub.url, await explorer, readCity(config.dataDir)));
    await stop.asked;
    await hub.close();
  } catch (error) {
    failed.abort();
    if (!stop.signal.aborted) throw error;
  }
}

/** What to open and what to paste. */
function welcome(url: string, hasExplorer: boolean, city: City | undefined): string {
  const lines = [
    '',
    `阳光图谱已启动 / Sunshine Graph is running (${(performance.now() / 1000).toFixed(1)} s)`,
    ...(city?.sample
      ? [
          `  示例城市“${city.name}”：全部数据均为生成，并非真实 / sample city ${city.nameEn}: all data is generated, not real`,
        ]
      : []),
    `  GraphQL   ${url}/graphql`,
    ...(hasExplorer ? [`  查询页面  ${url}/explorer`] : []),
    `  图谱定义  ${url}/schema.graphql`,
    '',
    '试一试 / try it:',
    ...readExamples()
      .slice(0, 3)
      .flatMap(({ title, query }) => [`# ${title}`, curlLine(url, query), '']),
  ];
  return lines.join('\n');
}
