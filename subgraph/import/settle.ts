/** Writes what is staged and has it checked, under the lock; what fails refuses the file or is put aside. */
import type { RuleFinding } from '../check/rule-finding.js';
import type { Publication } from '../ledger/publication.js';
import { modelOf } from '../model/entity-model.js';
import { LINE, SHEET } from '../model/system-columns.js';
import { removeGoneParts } from './absent-rows.js';
import type { Aside } from './aside.js';
import { checkBatch, type CheckedBatch, type CheckSetting } from './check-batch.js';
import type { Finding } from './finding.js';
import { personalFields, withoutPersonal } from './personal-findings.js';
import { Refused, writeStage, type TableReport } from './publish.js';
import type { SourcePlace } from './stage-checks.js';
import type { Stage } from './stage.js';

export interface SettleInput {
  readonly stages: readonly Stage[];
  readonly check: CheckSetting | undefined;
  /** Links that follow from the rows, as part of the batch. */
  readonly andThen: ((publication: Publication) => Promise<void>) | undefined;
  /** Where rows that fail go; without it they refuse the file. */
  readonly aside: Aside | undefined;
}

export interface Settled {
  readonly tables: readonly TableReport[];
  readonly checked: CheckedBatch | undefined;
}

/** A file's own name is no figure: a file of another name with the same rows revises nothing. */
const ORIGIN = ['source'];

export async function settle(publication: Publication, input: SettleInput): Promise<Settled> {
  const { client, counts } = publication;
  const { stages, check, andThen, aside } = input;
  const before = { ...counts };
  for (;;) {
    await client.query('savepoint written');
    const gone = await removeGoneParts(client, stages);
    const tables: TableReport[] = [];
    for (const stage of stages)
      tables.push(await writeStage(publication, stage, { removed: gone.get(stage) ?? 0, origin: ORIGIN }));
    await andThen?.(publication);
    // A reference that the database itself forbids must not wait for the commit to be told.
    await client.query('set constraints all immediate');
    await client.query('set constraints all deferred');
    const checked = check && (await checkBatch(publication, check));
    const refusing = checked?.refusing ?? [];
    if (!refusing.length) return { tables, checked };
    const shown = masked(refusing, check);
    if (!aside) throw new Refused(shown.slice(0, 1000), shown.length);
    // The failures are of this attempt; they are looked up before it is undone, by what is staged.
    await client.query('rollback to savepoint written');
    Object.assign(counts, before);
    await aside.put(client, stages, await failingRows(publication, stages, refusing, shown));
  }
}

const masked = (findings: readonly RuleFinding[], check: CheckSetting | undefined): RuleFinding[] => {
  const personal = personalFields(check?.services.flatMap(({ datasets }) => datasets) ?? []);
  return findings.map((finding) => withoutPersonal(finding, personal));
};

/** Each failure at the rows of the file that cause it: those of its subject, else those of its operands. */
async function failingRows(
  publication: Publication,
  stages: readonly Stage[],
  failures: readonly RuleFinding[],
  shown: readonly RuleFinding[],
): Promise<Finding[]> {
  const keys = new Map<string, Set<string>>();
  const want = (entity: string, key: string): void => {
    keys.set(entity, (keys.get(entity) ?? new Set()).add(key));
  };
  for (const { entity, key, operands } of failures) {
    want(entity, key);
    for (const operand of operands) if (operand.key !== null) want(operand.entity, operand.key);
  }
  const places = new Map<string, SourcePlace[]>();
  for (const stage of stages) {
    const { name } = modelOf(stage.entity);
    const { rows } = await publication.client.query<SourcePlace & { key: string }>(
      `select distinct ${stage.keySql('s')} as key, s."${SHEET}" as sheet, s."${LINE}" as row from ${stage.name} s where ${stage.keySql('s')} = any($1::text[])`,
      [[...(keys.get(name) ?? [])]],
    );
    for (const { key, ...place } of rows)
      places.set(`${name} ${key}`, [...(places.get(`${name} ${key}`) ?? []), place]);
  }
  const found: Finding[] = [];
  const elsewhere: Finding[] = [];
  for (const [index, { entity, key, operands }] of failures.entries()) {
    const finding = shown[index];
    if (!finding) continue;
    const own =
      places.get(`${entity} ${key}`) ?? operands.flatMap((each) => places.get(`${each.entity} ${each.key}`) ?? []);
    if (own.length) found.push(...own.map((place) => ({ ...finding, ...place })));
    else elsewhere.push(finding);
  }
  // No row of this file can be left out that would help.
  if (elsewhere.length) throw new Refused(elsewhere);
  return found;
}
