import type { TestProject } from 'vitest/node';
import { readSetting } from './copy-setting.js';

/** Tests of a copy use the server of the run that made the copy. */
export default function setup(project: TestProject): void {
  project.provide('server', readSetting().server);
}
