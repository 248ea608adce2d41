import type { Command } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import { type Verification, verifyLog } from '../../subgraph/ledger/verify-log.js';
import { atImportPlace } from '../import-place.js';

const SHOWN = 20;

export function register(program: Command): void {
  const command = program.command('log').description('日志：每次发布的链式记录 / The log: every publication, chained');
  command
    .command('verify')
    .description(
      '重新计算日志与每一行的哈希，逐一核对 / Recompute the hashes of the log and of every row and compare them',
    )
    .option('--json', '输出 JSON / print JSON')
    .action(verify);
}

async function verify({ json }: { json?: true }): Promise<void> {
  const verification = await atImportPlace(({ client }) => verifyLog(client, SERVICES));
  if (json) console.log(JSON.stringify({ ok: verification.faultCount === 0, ...verification }, null, 2));
  else for (const line of describe(verification)) console.log(line);
  if (verification.faultCount) process.exitCode = 1;
}

function describe({ entries, versions, head, faults, faultCount }: Verification): string[] {
  const at = head ? `${head.sequence} ${head.hash}` : '0';
  const size = `日志 ${entries} 条，数据 ${versions} 个版本 / ${entries} entries, ${versions} versions of rows`;
  const noted = [
    `最后一条 / last entry: ${at}`,
    '请把最后一条的哈希另行保存：日后据此可知其前内容未被整体替换 / keep this hash elsewhere: it shows later that nothing before it was replaced as a whole',
  ];
  if (!faultCount) return [`✓ 一致 / they agree: ${size}`, ...noted];
  return [
    `✗ ${faultCount} 处不符 / faults: ${size}`,
    ...faults.slice(0, SHOWN).flatMap(({ zh, en }) => [`  ${zh}`, `    ${en}`]),
    ...(faultCount > SHOWN ? [`  其余见 --json / the rest: --json（${faultCount}）`] : []),
  ];
}
