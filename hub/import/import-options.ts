/** Options of `hub import`, and of publishing a refused file again. */
import { parseLocalDate } from '../../schema/vocabulary/local-date.js';
import { operatingUser } from '../batch-input.js';
import { HubProblem } from '../problem.js';

export interface ImportOptions {
  readonly mode: 'MERGE' | 'REPLACE';
  readonly by: string;
  readonly agency?: string | undefined;
  readonly period?: string | undefined;
  readonly officialOn?: string | undefined;
  readonly note?: string | undefined;
  readonly partial?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly yes?: boolean | undefined;
}

export interface ImportAct {
  readonly what: string;
  readonly paths: readonly string[];
  readonly options: ImportOptions;
  readonly log: (line: string) => void;
}

/** As the command line gives them. */
export interface PrintedOptions extends Partial<Omit<ImportOptions, 'mode'>> {
  readonly mode?: string;
}

export function importOptions({ mode = 'merge', by, officialOn, ...rest }: PrintedOptions): ImportOptions {
  if (mode !== 'merge' && mode !== 'replace')
    throw new HubProblem(`--mode 应为 merge 或 replace，不是 ${mode}`, `--mode is merge or replace, not ${mode}`);
  const day = officialOn === undefined ? undefined : parseLocalDate(officialOn);
  if (day && !day.ok) throw new HubProblem(`--official-on：${day.zh}`, `--official-on: ${day.en}`);
  return {
    ...rest,
    mode: mode === 'merge' ? 'MERGE' : 'REPLACE',
    by: by ?? operatingUser(),
    ...(day?.ok && { officialOn: day.value }),
  };
}
