import type { Command } from 'commander';
import { differences, printContract, writeContract } from '../schema-files.js';
import { HubProblem } from '../problem.js';

export function register(program: Command): void {
  program
    .command('print-schema')
    .option('--check', '只比较，有差异时失败 / only compare, fail on any difference')
    .description('把各服务的模式和总图写入 schema/ / Print the services’ schemas and the supergraph to schema/')
    .action(printSchema);
}

async function printSchema({ check }: { check?: boolean }): Promise<void> {
  const contract = printContract();
  const differing = differences(contract);
  if (!check) {
    writeContract(contract);
    for (const name of differing) console.log(`schema/${name}`);
    return;
  }
  if (differing.length === 0) return;
  const names = differing.map((name) => `schema/${name}`).join('\n');
  throw new HubProblem(
    `以下文件与代码不一致，请运行 npm run hub -- print-schema：\n${names}`,
    'these files differ from the code; run npm run hub -- print-schema',
  );
}
