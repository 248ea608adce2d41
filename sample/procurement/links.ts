import { HANDOVER, addWorkdays, earlier } from '../calendar.js';
import type { Column } from '../write/table.js';
import type { Process } from './process.js';

/** A purchase that a person assigned to a project, with who and why. */
export interface ManualLink {
  readonly process: Process;
  readonly code: string;
}

export const LINK_COLUMNS: readonly Column<ManualLink>[] = [
  ['采购项目编号', ({ process }) => process.ocid],
  ['项目代码', ({ code }) => code],
  ['认定人', () => '公共资源交易监督管理局信息科经办'],
  [
    '认定理由',
    ({ process }) => `公告名称为简称，经核对批复文件、采购人和预算金额，确认属于${process.project?.title ?? ''}`,
  ],
  ['认定日期', ({ process }) => earlier(addWorkdays(process.awardOn, 10), HANDOVER)],
];
