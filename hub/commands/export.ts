import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import type { ServiceDefinition } from '../../subgraph/define-service.js';
import type { ExportAnswer } from '../../subgraph/export/exports.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import { readConfig } from '../config.js';
import { closeAll, createServices } from '../local-services.js';
import { HubProblem } from '../problem.js';
import { withDatabase } from '../with-database.js';

interface Options {
  readonly filter?: string;
  readonly search?: string;
  readonly order?: string;
  readonly fields?: string;
  readonly format?: string;
  readonly after?: string;
  readonly asOf?: string;
  readonly heads?: string;
  readonly codes?: string;
  readonly bom: boolean;
  readonly count: boolean;
  readonly out?: string;
}

export function register(program: Command): void {
  program
    .command('export')
    .argument('<collection>', '列表的名称，如 contracts / a collection, such as contracts')
    .option('--filter <filter>', '筛选：JSON 或 GraphQL 输入字面量 / filter: JSON or a GraphQL input literal')
    .option('--search <text>', '检索 / search')
    .option('--order <order>', "排序，如 'signedOn desc, id' / order")
    .option('--fields <paths>', '字段路径，以逗号分隔，* 为全部列 / field paths, * is every column')
    .option('--format <format>', 'csv（默认）或 ndjson / csv (default) or ndjson')
    .option('--out <file>', '写入文件，写完才出现 / the file to write; it appears when it is whole')
    .option('--after <cursor>', '从该游标之后继续 / go on after this cursor')
    .option('--as-of <when>', '某一时刻、日期或版本 / as of an instant, a day or an edition')
    .option('--heads <heads>', 'csv 的表头：path、zh 或 off / heads of a csv: path, zh or off')
    .option('--codes <codes>', 'csv 的代码：raw 或 excel / codes in a csv: raw or excel')
    .option('--no-bom', 'csv 不带字节顺序标记 / a csv without byte order mark')
    .option('--no-count', '末尾不写行数 / no last line with the number of rows')
    .description('导出一个列表的全部行 / Write all rows of a collection')
    .action(exportRows);
}

async function exportRows(collection: string, options: Options): Promise<void> {
  const owner = ownerOf(collection);
  const config = readConfig();
  const log = (line: string): void => console.error(line);
  await withDatabase(config, log, async ({ url }) => {
    const services = await createServices([owner], config, url);
    try {
      for (const service of services) {
        const { migrations } = await service.ready();
        if (!migrations)
          throw new HubProblem(
            '数据表结构未更新，请先运行 hub migrate',
            'the tables are not up to date; run hub migrate',
          );
        await write(await service.export(collection, parametersOf(options)), options.out);
      }
    } finally {
      await closeAll(services);
    }
  });
}

function ownerOf(collection: string): ServiceDefinition {
  const collections = ({ entities }: ServiceDefinition): string[] => entities.map((each) => modelOf(each).plural);
  const owner = SERVICES.find((service) => collections(service).includes(collection));
  if (owner) return owner;
  const names = SERVICES.flatMap(collections).join(', ');
  throw new HubProblem(
    `没有列表 ${collection}，可选：${names}`,
    `there is no collection ${collection}; there are ${names}`,
  );
}

/** What the address's query would say: a switch that was not turned is left out. */
function parametersOf({ bom, count, ...options }: Options): URLSearchParams {
  const given = Object.entries(options).filter(([name]) => name !== 'out');
  const parameters = new URLSearchParams(given);
  if (!bom && options.format !== 'ndjson') parameters.set('bom', 'off');
  if (!count) parameters.set('count', 'off');
  return parameters;
}

async function write({ status, body }: ExportAnswer, out: string | undefined): Promise<void> {
  if (status !== 200) throw refused(await text(body));
  if (out === undefined) return pipeline(body, process.stdout).catch(unlessEnough);
  // A file of that name is whole: what breaks off stays under another.
  await pipeline(body, createWriteStream(`${out}.part`));
  await rename(`${out}.part`, out);
}

/** `hub export … | head`: whoever reads has enough. */
function unlessEnough(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
}

interface Refusals {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly messageZh: string; readonly available?: readonly string[] };
  }[];
}

function refused(answer: string): HubProblem {
  const { errors } = JSON.parse(answer) as Refusals;
  const [error] = errors;
  const available = error?.extensions.available?.join(', ');
  const names = available === undefined ? '' : `\n${available}`;
  return new HubProblem(error?.extensions.messageZh ?? '', `${error?.message ?? ''}${names}`);
}
