import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository; this file runs from `dist/test/bench`. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
