import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import { printDictionary } from '../../subgraph/dataset/print-dictionary.js';
import { packageRoot } from '../package-root.js';
import { HubProblem } from '../problem.js';

const NAME = 'docs/datasets.md';

export function register(program: Command): void {
  program
    .command('print-datasets')
    .option('--check', '只比较，有差异时失败 / only compare, fail on any difference')
    .description(`把数据字典写入 ${NAME} / Print the data dictionary to ${NAME}`)
    .action(printDatasets);
}

function printDatasets({ check }: { check?: boolean }): void {
  const file = path.join(packageRoot, NAME);
  const text = printDictionary(SERVICES);
  if (!check) {
    writeFileSync(file, text);
    console.log(NAME);
    return;
  }
  if (readFileSync(file, 'utf8') === text) return;
  throw new HubProblem(
    `${NAME} 与代码不一致，请运行 npm run hub -- print-datasets`,
    `${NAME} differs from the code; run npm run hub -- print-datasets`,
  );
}
