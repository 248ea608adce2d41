/** What an importer of its own form writes, with the links and the checks that follow from it: published, or refused. */
import path from 'node:path';
import type { Client } from 'pg';
import { SERVICES } from '../../gateway/services.js';
import { checkBatch, type CheckSetting } from '../../subgraph/import/check-batch.js';
import type { Finding } from '../../subgraph/import/finding.js';
import { openedFindings } from '../../subgraph/import/opened-findings.js';
import { personalFields, withoutPersonal } from '../../subgraph/import/personal-findings.js';
import { Refused } from '../../subgraph/import/publish.js';
import { refusalFinding, storeRefusal, type RefusalOptions } from '../../subgraph/import/refusal.js';
import { sameBatch } from '../../subgraph/import/same-file.js';
import { FINDINGS_AT_MOST } from '../../subgraph/import/stage-file.js';
import { publish, type BatchInput, type Publication } from '../../subgraph/ledger/publication.js';
import { PUBLISH_LOCK } from '../../subgraph/ledger/publish-lock.js';
import { linkAll } from '../link-all.js';

export interface Checked<T> {
  readonly outcome: 'PUBLISHED' | 'SAME' | 'CHECKED' | 'REFUSED';
  /** What the importer said of it; absent when the same files are the latest batch already. */
  readonly report?: T;
  readonly batch?: string;
  readonly refusal?: string;
  readonly findings: readonly Finding[];
  /** How many of severity E there are. */
  readonly errors: number;
}

export interface CheckedInput<T> {
  /** As `hub import` names it. */
  readonly what: string;
  readonly batch: BatchInput;
  /** The rules to evaluate; without it none are. */
  readonly check: CheckSetting | undefined;
  readonly dryRun?: boolean | undefined;
  write(publication: Publication): Promise<T>;
}

class Unpublished<T> extends Error {
  constructor(readonly answer: Checked<T>) {
    super(answer.outcome);
  }
}

export async function publishChecked<T>(client: Client, input: CheckedInput<T>): Promise<Checked<T>> {
  const { batch, check, dryRun } = input;
  let report: T | undefined;
  try {
    return await publish(client, batch, async (publication) => {
      await client.query(`select pg_advisory_xact_lock(${PUBLISH_LOCK})`);
      const earlier = dryRun ? undefined : await sameBatch(client, batch);
      if (earlier) throw new Unpublished({ outcome: 'SAME', batch: earlier.id, findings: [], errors: 0 });
      report = await input.write(publication);
      await linkAll(publication);
      const checked = check && (await checkBatch(publication, check));
      if (checked?.refusing.length) throw new Refused(checked.refusing);
      const { id } = await publication.open();
      const answer: Checked<T> = {
        outcome: dryRun ? 'CHECKED' : 'PUBLISHED',
        report,
        batch: id,
        findings: await openedFindings(client, id, FINDINGS_AT_MOST),
        errors: 0,
      };
      if (dryRun) throw new Unpublished(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof Unpublished) return error.answer as Checked<T>;
    if (!(error instanceof Refused)) throw error;
    const personal = personalFields(SERVICES.flatMap(({ datasets }) => datasets));
    const findings = error.findings.slice(0, FINDINGS_AT_MOST).map((finding) => withoutPersonal(finding, personal));
    const refusal = dryRun ? undefined : await record(client, input, findings, error.count);
    return {
      outcome: 'REFUSED',
      findings,
      errors: error.count,
      ...(report && { report }),
      ...(refusal && { refusal }),
    };
  }
}

function record<T>(
  client: Client,
  { what, batch }: CheckedInput<T>,
  findings: readonly Finding[],
  count: number,
): Promise<string> {
  const { files, officiallyPublishedOn: officialOn, note } = batch;
  const options: RefusalOptions = { what, files, officialOn, note, count };
  return storeRefusal(client, {
    dataset: batch.dataset,
    service: batch.service ?? null,
    file: files.length === 1 ? path.basename(files[0]?.name ?? '') : `${files.length} 个文件 / files`,
    sha256: files[0]?.sha256 ?? '',
    by: batch.submittedBy,
    options,
    findings: findings.map((finding) => refusalFinding(finding, batch.dataset)),
  });
}
