import type { Command } from 'commander';
import { findRefusals } from '../../subgraph/import/refusal.js';
import { operatingUser } from '../batch-input.js';
import { acceptFindings, findingsOf } from '../import/accept-findings.js';
import { republish } from '../import/republish.js';
import { atImportPlace, type ImportPlace } from '../import-place.js';
import { analyseAll } from '../link-all.js';
import { printImport } from '../print-report.js';
import { HubProblem } from '../problem.js';

const log = (line: string): void => console.log(line);

const SHOWN = 200;

export function register(program: Command): void {
  const findings = program
    .command('findings')
    .description('发现：列出、查看、按官方公布接受 / Findings: list, show, accept as officially published');
  findings
    .command('list')
    .description('已发布数据的未决发现，以及被拒绝的文件 / Open findings of published rows, and refused files')
    .option('--state <state>', 'OPEN、ACCEPTED 或 CLOSED / OPEN, ACCEPTED or CLOSED', 'OPEN')
    .option('--rule <id>', '只列该规则 / this rule only')
    .option('--dataset <id>', '只列该数据集 / this dataset only')
    .action((options: ListOptions) => atImportPlace((place) => list(place, options)));
  findings
    .command('show')
    .description('一个文件的全部发现，或其中一处 / All findings of a refused file, or one')
    .argument('<id>', 'R000001、R000001.3、F0000001')
    .action((id: string) => atImportPlace((place) => show(place, id)));
  findings
    .command('accept')
    .description(
      '官方公布的就是如此：照样发布，发现留在每个用到它的数字旁 / It was officially published so: publish it as it is, with the finding beside every figure that uses it',
    )
    .argument('<ids...>', 'R000001.3、R000001（全部 / all）、F0000001')
    .requiredOption('--reason <text>', '理由 / why')
    .option('--by <name>', '何人接受 / who accepts it', operatingUser())
    .action((ids: string[], options: { reason: string; by: string }) =>
      atImportPlace((place) => accept(place, ids, options)),
    );
}

interface ListOptions {
  readonly state: string;
  readonly rule?: string;
  readonly dataset?: string;
}

async function list({ client }: ImportPlace, { state, rule, dataset }: ListOptions): Promise<void> {
  const { rows } = await client.query<
    Record<'id' | 'severity' | 'rule' | 'entity' | 'key' | 'zh' | 'en' | 'by', string | null>
  >(
    `select id, severity, rule, entity, record_key as key, message_zh as zh, message_en as en, accepted_by as by from hub.finding
     where state = $1 and ($2::text is null or rule = $2) and ($3::text is null or dataset_id = $3) order by severity, rule, id limit ${SHOWN + 1}`,
    [state.toUpperCase(), rule ?? null, dataset ?? null],
  );
  for (const { id, severity, rule: of, entity, key, zh, en, by } of rows.slice(0, SHOWN)) {
    log(`${id}  ${severity} ${of}  ${entity} ${key}${by === null ? '' : `  ${by}`}`);
    log(`    ${zh} / ${en}`);
  }
  if (rows.length > SHOWN)
    log(`… 只列前 ${SHOWN} 处，其余查询 findings / the first ${SHOWN}; ask findings in the graph for the others`);
  const refusals = (await findRefusals(client)).filter(
    (each) => each.options.publishedAs === undefined && (dataset === undefined || each.dataset === dataset),
  );
  for (const { id, file, dataset: of, at, by, options, findings } of refusals)
    log(
      `${id}  ${of}  ${file}  ${at}  ${by}  ${options.count} 处错误 / errors: ${[...new Set(findings.filter(({ severity }) => severity === 'E').map((each) => each.rule))].join(', ')}`,
    );
}

async function show({ client }: ImportPlace, id: string): Promise<void> {
  const { findings, refusal } = await findingsOf(client, id);
  if (refusal) {
    log(`${refusal.id}  ${refusal.dataset}  ${refusal.file}  sha256 ${refusal.sha256}  ${refusal.at}  ${refusal.by}`);
    if (refusal.options.publishedAs !== undefined) log(`  已发布为 / published as ${refusal.options.publishedAs}`);
    const more = refusal.options.count - refusal.findings.filter(({ severity }) => severity === 'E').length;
    if (more > 0) log(`  另有 ${more} 处未留存 / ${more} more were not kept`);
  }
  for (const [name, { severity, rule, path, value, zh, en, remedy, acceptable, entity, key }] of findings) {
    log(`${name}  ${severity} ${rule}  ${path}  ${value}${entity === null ? '' : `  ${entity} ${key}`}`);
    log(`    ${zh} / ${en}`);
    if (remedy !== null) log(`    ${remedy}`);
    if (severity === 'E')
      log(
        acceptable
          ? '    可按官方公布接受 / may be accepted as published'
          : '    不能接受，须更正 / cannot be accepted, has to be corrected',
      );
  }
}

async function accept(
  place: ImportPlace,
  ids: readonly string[],
  options: { reason: string; by: string },
): Promise<void> {
  if (!options.reason.trim()) throw new HubProblem('请写明理由', 'say why');
  const free = await acceptFindings(place.client, ids, options);
  log(`已接受 ${ids.join(', ')} / accepted`);
  for (const refusal of free)
    for (const report of await republish(place, refusal, log)) {
      printImport(report, log);
      if (report.outcome === 'REFUSED') process.exitCode = 1;
    }
  await analyseAll(place.client);
}
