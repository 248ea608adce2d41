import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What came of the tests of a copy. */
export interface Outcome {
  readonly passed: number;
  /** Title and first lines of what each failed test says. */
  readonly failed: readonly { readonly title: string; readonly message: string }[];
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly ancestorTitles: readonly string[];
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Runs some tests of a copy in a process of their own; with `bail` only until the first fails. */
export async function runTests(folder: string, filter: string, { bail }: { bail: boolean }): Promise<Outcome> {
  const report = path.join(folder, `${filter.replaceAll('/', '-')}.json`);
  rmSync(report, { force: true });
  const vitest = path.join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const config = path.join(folder, 'test', 'mutants', 'copy.config.ts');
  const options = ['--config', config, '--root', folder, '--reporter=json', `--outputFile=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', filter, ...options, ...(bail ? ['--bail=1'] : [])], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  await once(child, 'close');
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (!all.length) throw new Error(`no tests ran: ${testResults.map(({ message }) => message).join('\n')}`);
  const failed = all.filter(({ status }) => status === 'failed');
  return {
    passed: all.filter(({ status }) => status === 'passed').length,
    failed: failed.map(({ ancestorTitles, title, failureMessages = [] }) => ({
      title: [...ancestorTitles, title].join(' '),
      message: failureMessages.join('\n'),
    })),
  };
}
