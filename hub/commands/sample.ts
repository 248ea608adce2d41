import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import { generateSample } from '../../sample/generate.js';
import { atImportPlace } from '../import-place.js';
import { lineProgress } from '../progress.js';
import { removeSample } from '../remove-sample.js';
import { loadSample, markRemoved } from '../sample-city.js';

const progress = lineProgress((line) => console.log(line));

export function register(program: Command): void {
  const sample = program
    .command('sample')
    .description('示例城市：生成文件、载入、移除 / The sample city: write its files, load it, remove it')
    .option('--seed <n>', '随机种子，相同则文件逐字节相同 / the same seed gives the same bytes', positive, 1)
    .option('--scale <n>', '规模，1 约 1200 个采购项目 / 1 is about 1,200 contracting processes', positive, 1)
    .option('--out <folder>', '写入的文件夹 / the folder to write')
    .action(write);
  sample.command('load').description('把示例城市载入本库 / Load the sample city into this hub').action(load);
  sample.command('remove').description('从本库移除示例城市 / Remove the sample city from this hub').action(remove);
}

async function write(
  { seed, scale, out }: { seed: number; scale: number; out?: string },
  command: Command,
): Promise<void> {
  if (out === undefined) return command.help({ error: true });
  const folder = path.resolve(out);
  const summary = await progress.step('生成文件 / writing the files', () =>
    generateSample({ seed, scale, out: folder }),
  );
  for (const [file, rows] of Object.entries(summary.files)) progress.log(`  ${file}: ${rows}`);
  progress.log(`${folder}（生成的数据，并非真实） / (generated, not real)`);
}

const load = (): Promise<void> => atImportPlace(({ config, databaseUrl }) => loadSample(config, databaseUrl, progress));

const remove = (): Promise<void> =>
  atImportPlace(async ({ client, config }) => {
    const removed = await removeSample(client, SERVICES, config.dataDir);
    markRemoved(config.dataDir);
    progress.log(`已移除示例城市各行的 ${removed} 个版本 / removed ${removed} versions of rows of the sample city`);
    progress.log(
      '正在运行的服务重启后不再以示例城市为范围 / a hub that is running asks no more for the sample city after a restart',
    );
  });

function positive(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1) return value;
  throw new InvalidArgumentError('须为正整数 / must be a whole number above 0');
}
