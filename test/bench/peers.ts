/** The packages that the hub is compared with; they are installed beside this folder's own package.json. */
import module from 'node:module';
import path from 'node:path';
import { ROOT } from './root.js';

export const packageOf = (): NodeJS.Require => module.createRequire(path.join(ROOT, 'test', 'bench', 'package.json'));
