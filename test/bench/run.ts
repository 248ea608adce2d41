/** `npm run bench -- …`: installs what the hub is compared with, compiles, and hands over to the bench. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const bench = import.meta.dirname;
const root = path.resolve(bench, '../..');

const done = (command: string, ...parameters: readonly string[]): void => {
  const { status } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(path.join(bench, 'node_modules', '.package-lock.json'))) {
  console.log('正在安装对照用的软件包 … / installing the packages to compare with …');
  done('npm', 'ci', '--prefix', bench);
}
// Whether the types are right is another check's question.
done(process.execPath, path.join(root, 'node_modules/typescript/bin/tsc'), '-p', bench, '--noCheck');
done(process.execPath, '--enable-source-maps', path.join(root, 'dist/test/bench/main.js'), ...process.argv.slice(2));
