/** Within the transaction: stage and check the file, then take the lock, write, check the whole, and decide. */
import { PUBLISH_LOCK } from '../ledger/publish-lock.js';
import type { Publication } from '../ledger/publication.js';
import { absentAfterwards, absentRows, withdrawAbsent, type AbsentRows } from './absent-rows.js';
import { Acceptances } from './acceptances.js';
import { storeAcceptedCells } from './accepted-cells.js';
import { Aside } from './aside.js';
import { openedFindings } from './opened-findings.js';
import type { Finding } from './finding.js';
import { sameReport, Unpublished, type DatasetReport } from './dataset-report.js';
import type { OpenBatch, RowsInput } from './rows-input.js';
import { Refused } from './publish.js';
import { sameBatch } from './same-file.js';
import { FileScope } from './scope.js';
import { settle } from './settle.js';
import { duplicateKeys, missingReferences } from './stage-checks.js';
import { BAD_ROWS_AT_MOST, FINDINGS_AT_MOST, stageFile, type StagedFile } from './stage-file.js';
import { Stage } from './stage.js';

/** Memory of one sort or hash: a million keys are compared without going to disk. */
const WORK_MEMORY = '64MB';

export async function publishFile(
  publication: Publication,
  input: RowsInput,
  batch: OpenBatch,
): Promise<DatasetReport> {
  const { client } = publication;
  const { dataset, namespace, file, setting } = input;
  await client.query(`set local work_mem = '${WORK_MEMORY}'`);
  const stages = dataset.entities.map((entity) => new Stage(client, namespace, entity, dataset.keep));
  const [first] = stages;
  if (!first) throw new Error(`${dataset.id} fills no table`);
  const isReplacing = setting.mode === 'REPLACE';
  const scope = scopeOf(input, first);
  for (const stage of stages) await stage.create();
  const staged = await stageFile({
    dataset,
    rows: input.rows(),
    stages,
    setting: { ...setting, source: file },
    acceptances: await Acceptances.of(client, dataset.id),
  });
  const aside = setting.partial ? new Aside(staged.bad) : undefined;
  await checkStaged(input, { publication, stages, staged, aside, scope });
  if (isReplacing && !setting.dryRun) await confirmed(input, await absentRows(client, first, scope));

  await client.query(`select pg_advisory_xact_lock(${PUBLISH_LOCK})`);
  // Somebody may have published the same file while this one was read.
  const earlier = input.files.length && !setting.dryRun ? await sameBatch(client, batch) : undefined;
  if (earlier) throw new Unpublished(sameReport(input, earlier));
  // Of a file whose rows were published on different days no one day is the day.
  if (staged.official && staged.official.first === staged.official.last)
    batch.officiallyPublishedOn ??= staged.official.last;
  const { id } = await publication.open();
  await checkReferences(input, { publication, stages, aside });
  const gone = isReplacing ? await withdraw(publication, input, stages, scope) : undefined;
  const { tables, checked } = await settle(publication, {
    stages,
    check: setting.check,
    andThen: setting.andThen,
    aside,
  });
  await storeAcceptedCells(client, dataset, first, staged.accepted, { file, batch: id });
  await aside?.store(client, { dataset: dataset.id, service: namespace, batch: id, file }, input.rows);
  await input.repair?.close();
  publication.counts.rowsRead = staged.rows;
  publication.counts.quarantined = aside?.count ?? 0;
  const report: DatasetReport = {
    dataset: dataset.id,
    file,
    outcome: setting.dryRun ? 'CHECKED' : 'PUBLISHED',
    rows: staged.rows,
    tables: tables.map((table, index) => (index === 0 && gone ? { ...table, removed: gone.count } : table)),
    findings: [
      ...(aside?.findings ?? []),
      ...staged.findings.filter(({ severity }) => severity !== 'E'),
      ...(checked ? await openedFindings(client, id, FINDINGS_AT_MOST) : []),
    ].slice(0, FINDINGS_AT_MOST),
    errors: aside?.findings.length ?? 0,
    ...(!setting.dryRun && { batch: id }),
    quarantined: publication.counts.quarantined,
    absent: gone
      ? { ...gone, withdrawn: true }
      : { ...(await absentAfterwards(client, first, scope)), withdrawn: false },
  };
  if (setting.dryRun) throw new Unpublished(report);
  return report;
}

function scopeOf({ dataset, setting }: RowsInput, stage: Stage): FileScope {
  const { scope = {}, partial, mode } = setting;
  const problem = FileScope.problem(dataset, scope);
  if (problem)
    throw new Refused([asked('SCOPE-OPTION', problem.zh, problem.en, '见 docs/datasets.md / see docs/datasets.md')]);
  if (partial && mode === 'REPLACE')
    throw new Refused([
      asked(
        'REPLACE-PARTIAL',
        '--partial 与 --mode replace 不能同用：搁置的行会被当作文件中没有的行撤下',
        '--partial and --mode replace do not go together: rows put aside would be withdrawn as absent',
        '先用 --partial 合并，修复后再整体替换 / merge with --partial first, and replace when the rows are repaired',
      ),
    ]);
  return new FileScope(dataset, stage, setting.jurisdiction, scope);
}

interface Work {
  readonly publication: Publication;
  readonly stages: readonly Stage[];
  readonly aside: Aside | undefined;
}

/** What is wrong with the file alone, all of it in one answer. */
async function checkStaged(
  { file, setting }: RowsInput,
  { publication: { client }, stages, staged, aside, scope }: Work & { staged: StagedFile; scope: FileScope },
): Promise<void> {
  const atMost = aside ? BAD_ROWS_AT_MOST + 1 : FINDINGS_AT_MOST;
  const found: Finding[] = [];
  for (const stage of stages)
    found.push(...(await duplicateKeys(client, stage, file, { atMost, first: aside !== undefined })));
  found.push(...(await scope.foreignRows(client, file, atMost)));
  if (!staged.rows) {
    const finding = emptyFile(file, setting.mode === 'REPLACE' && !setting.emptyReplaces);
    if (finding.severity === 'E') throw new Refused([finding]);
    staged.findings.push(finding);
  }
  if (aside) {
    await aside.put(client, stages, found);
    return;
  }
  const all = [...staged.findings, ...found];
  const errors = staged.count + found.length;
  if (errors) throw new Refused(all.slice(0, FINDINGS_AT_MOST), errors);
}

async function checkReferences({ file }: RowsInput, { publication: { client }, stages, aside }: Work): Promise<void> {
  for (;;) {
    const missing: Finding[] = [];
    for (const stage of stages)
      missing.push(
        ...(await missingReferences(client, stage, stages, file, aside ? BAD_ROWS_AT_MOST + 1 : FINDINGS_AT_MOST)),
      );
    if (!missing.length) return;
    if (!aside) throw new Refused(missing);
    // A row that is put aside may be what another one refers to.
    await aside.put(client, stages, missing);
  }
}

async function confirmed({ setting }: RowsInput, absent: AbsentRows): Promise<void> {
  if (!absent.count || (await setting.confirm?.(absent))) return;
  const shown = absent.keys.join(', ');
  throw new Refused([
    asked(
      'REPLACE-CONFIRM',
      `整体替换将撤下文件中没有的 ${absent.count} 行，尚未确认：${shown}`,
      `replacing would withdraw ${absent.count} rows that the file does not have, and nobody confirmed it: ${shown}`,
      '核对后加 --yes，或用 --mode merge 保留它们 / add --yes when that is right, or keep them with --mode merge',
    ),
  ]);
}

async function withdraw(
  publication: Publication,
  { dataset, file, setting }: RowsInput,
  stages: readonly Stage[],
  scope: FileScope,
): Promise<AbsentRows> {
  const [first] = stages;
  const absent = first ? await absentRows(publication.client, first, scope) : { count: 0, keys: [] };
  if (!absent.count) return absent;
  publication.counts.withdrawn += await withdrawAbsent(publication, stages, scope, {
    dataset: dataset.id,
    reason: setting.note ?? `整体替换，${file} 中没有 / replaced by ${file}, which does not have it`,
    by: setting.submittedBy,
    entities: setting.check?.services.find(({ datasets }) => datasets.includes(dataset))?.entities ?? [],
  });
  return absent;
}

const asked = (rule: string, zh: string, en: string, remedy: string): Finding => ({
  rule,
  severity: 'E',
  file: '',
  path: '',
  value: '',
  zh,
  en,
  remedy,
  acceptable: false,
});

const emptyFile = (file: string, isRefused: boolean): Finding => ({
  rule: 'FILE-EMPTY',
  severity: isRefused ? 'E' : 'W',
  file,
  path: '',
  value: '',
  zh: isRefused ? '文件没有数据行，整体替换会撤下全部现有数据' : '文件没有数据行，没有发布任何数据',
  en: isRefused
    ? 'the file has no rows: replacing would withdraw all there is'
    : 'the file has no rows: nothing was published',
  remedy: isRefused
    ? '确实要撤下全部，请加 --yes / add --yes if all of it is to go'
    : '核对文件是否导出完整 / see whether the file was exported whole',
  acceptable: false,
});
