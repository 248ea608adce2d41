/** Importers of forms that are nobody's dataset: OCDS, the contracts of DPWH, editions of region codes. */
import { SERVICES } from '../../gateway/services.js';
import { importOcds } from '../../services/procurement/release/import-ocds.js';
import { publishRegionEditions } from '../../services/registry/region/publish-regions.js';
import { readRevision } from '../../services/registry/region/read-regions.js';
import type { CheckSetting } from '../../subgraph/import/check-batch.js';
import type { TableReport } from '../../subgraph/import/publish.js';
import { refusalFinding, storeRefusal } from '../../subgraph/import/refusal.js';
import { dpwhBatch, ocdsBatch, regionBatch, type FilesOptions } from '../batch-input.js';
import { readCity } from '../city-file.js';
import { filesUnder } from '../files-under.js';
import { importDpwh } from '../import-dpwh.js';
import { ownPrefix } from '../load-folder.js';
import { HubProblem } from '../problem.js';
import type { ImportPlace } from '../import-place.js';
import { grouped } from '../report/grouped.js';
import type { ImportReport, ReportedFinding } from '../report/import-report.js';
import type { ImportAct, ImportOptions } from './import-options.js';
import { publishChecked, type Checked } from './publish-checked.js';

export async function importOcdsFiles(place: ImportPlace, { paths, options, log }: ImportAct): Promise<ImportReport> {
  const { client, config } = place;
  const city = readCity(config.dataDir);
  const jurisdictions = city ? ownPrefix(city) : {};
  const batch = await ocdsBatch(paths, filesOptions(place, options));
  const checked = await publishChecked(client, {
    what: 'ocds',
    batch,
    check: checkSetting(place),
    dryRun: options.dryRun,
    write: (publication) => importOcds(publication, paths, { jurisdictions }),
  });
  const { report } = checked;
  if (report) {
    log(
      `${report.files} 个文件 / files, ${report.refusedFiles} 个被拒绝 / refused; ${report.releases} 条公告 / releases, ${report.newReleases} 条新 / new; ${report.processes} 个采购项目 / processes`,
    );
    if (checked.outcome === 'PUBLISHED')
      for (const jurisdiction of report.jurisdictions)
        log(
          `查询 / query: contractingProcesses(filter: { jurisdiction: { eq: "${jurisdiction}" } }) { totalCount nodes { ocid title contracts { nodes { amount currency } } } } }`,
        );
    if (checked.outcome === 'PUBLISHED' && report.refusedFiles) await recordRefusedFiles(place, batch, report.findings);
  }
  return reported('ocds', paths, checked, {
    rows: report?.releases ?? 0,
    tables: [...(report?.tables.values() ?? [])],
    findings: report?.findings ?? [],
    more: report?.more ?? 0,
  });
}

export async function importDpwhFiles(place: ImportPlace, { paths, options, log }: ImportAct): Promise<ImportReport> {
  const checked = await publishChecked(place.client, {
    what: 'dpwh',
    batch: await dpwhBatch(paths, filesOptions(place, options)),
    check: checkSetting(place),
    dryRun: options.dryRun,
    write: (publication) => importDpwh(publication, paths),
  });
  const { report } = checked;
  if (report)
    log(
      `${report.files} 个文件 / files, ${report.contracts} 个合同 / contracts, ${report.identicalCopies} 个重复文件 / identical copies`,
    );
  return reported('dpwh', paths, checked, {
    rows: report?.contracts ?? 0,
    tables: report?.tables ?? [],
    findings: report?.findings ?? [],
  });
}

export async function importRegionFiles(place: ImportPlace, { paths, options }: ImportAct): Promise<ImportReport> {
  const editions = filesUnder(paths, ['.tsv']).map(readRevision);
  const checked = await publishChecked(place.client, {
    what: 'gb2260',
    batch: await regionBatch(paths, filesOptions(place, options)),
    check: checkSetting(place),
    dryRun: options.dryRun,
    write: (publication) => publishRegionEditions(publication, editions),
  });
  const tables: readonly TableReport[] = checked.report ?? [];
  return reported('gb2260', paths, checked, {
    rows: tables.reduce((sum, { staged }) => sum + staged, 0),
    tables,
    findings: [],
  });
}

/** What of the options holds for files that are nobody's dataset. */
export function filesOptions({ config }: ImportPlace, options: ImportOptions): FilesOptions {
  const { by, officialOn, note, dryRun, mode, partial, agency, period } = options;
  if (mode === 'REPLACE' || partial || agency !== undefined || period !== undefined)
    throw new HubProblem(
      '--mode replace、--partial、--agency、--period 只用于数据集',
      '--mode replace, --partial, --agency and --period go with datasets only',
    );
  return { by, officialOn, note, keepIn: dryRun ? undefined : config.dataDir };
}

const checkSetting = ({ config }: ImportPlace): CheckSetting => ({
  services: SERVICES,
  city: readCity(config.dataDir),
});

interface Read {
  readonly rows: number;
  readonly tables: readonly TableReport[];
  readonly findings: readonly ReportedFinding[];
  /** Findings beyond those kept. */
  readonly more?: number;
}

/** The report of an import that was checked as a whole. */
export function reported<T>(what: string, paths: readonly string[], checked: Checked<T>, read: Read): ImportReport {
  const { outcome, batch, refusal, findings, errors } = checked;
  const refusedFiles = read.findings.filter(({ severity }) => severity === 'E').length;
  return {
    what,
    file: paths.join(', '),
    outcome,
    batch,
    refusal,
    rows: read.rows,
    tables: outcome === 'REFUSED' ? [] : read.tables,
    findings: [...findings, ...read.findings],
    errors: errors + refusedFiles,
    quarantined: 0,
    ...(read.more && { notes: [`另有 ${read.more} 处发现未列出 / ${read.more} more findings are not listed`] }),
  };
}

/** Files of releases are taken whole or refused whole, each by itself. */
async function recordRefusedFiles(
  { client }: ImportPlace,
  batch: Awaited<ReturnType<typeof ocdsBatch>>,
  findings: readonly (ReportedFinding & { readonly severity: 'E' | 'W' })[],
): Promise<void> {
  const byFile = grouped(
    findings.filter(({ severity }) => severity === 'E'),
    ({ file }) => file.split('/').at(-1) ?? file,
  );
  for (const [name, found] of byFile) {
    const file = batch.files.find((each) => each.name === name);
    await storeRefusal(client, {
      dataset: batch.dataset,
      service: batch.service ?? null,
      file: name,
      sha256: file?.sha256 ?? '',
      by: batch.submittedBy,
      options: { what: 'ocds', files: file ? [file] : [], count: found.length },
      findings: found
        .slice(0, 1000)
        .map(({ rule, severity, path, value, zh, en, remedy }) =>
          refusalFinding(
            { rule, severity, file: name, path, value: value ?? '', zh, en, remedy: remedy ?? '', acceptable: false },
            batch.dataset,
          ),
        ),
    });
  }
}
