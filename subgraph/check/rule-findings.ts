/** Verdicts → findings that name the place in the source file: sheet, row, and the head of the column at fault. */
import type { Client } from 'pg';
import type { ServiceDefinition } from '../define-service.js';
import type { Dataset } from '../import/define-dataset.js';
import { shorten } from '../import/finding.js';
import { storedColumns } from '../import/stored-columns.js';
import { modelOf, type Class } from '../model/entity-model.js';
import type { Rule } from './define-rule.js';
import type { FoundOperand, RuleFinding } from './rule-finding.js';
import { keyColumn } from './rule-tables.js';

/** What the SQL of a rule gives for one subject row. */
export interface VerdictRow {
  readonly key: string;
  readonly agency: string | null;
  readonly verdict: 'FAIL' | 'UNCERTAIN';
  readonly left_value: string | null;
  readonly right_value: string | null;
  readonly delta: string | null;
  readonly tolerance: string | null;
  readonly field: string | null;
  readonly detail_zh: string | null;
  readonly detail_en: string | null;
  readonly operands: readonly FoundOperand[] | null;
}

interface Place {
  readonly key: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly file: string | null;
  readonly dataset: string | null;
}

export async function findingsOf(
  client: Client,
  definition: ServiceDefinition,
  rule: Rule,
  table: string,
  rows: readonly VerdictRow[],
): Promise<RuleFinding[]> {
  const found = rows.map((row): RuleFinding => ({
    rule: rule.id,
    severity: rule.severity,
    verdict: row.verdict,
    service: definition.name,
    entity: modelOf(rule.entity).name,
    key: row.key,
    agency: row.agency,
    field: row.field,
    left: row.left_value,
    right: row.right_value,
    delta: row.delta,
    tolerance: row.tolerance,
    operands: row.operands ?? [],
    dataset: null,
    file: '',
    sheet: null,
    row: null,
    column: null,
    path: row.key,
    value: shorten(row.left_value ?? ''),
    zh: row.detail_zh ?? rule.zh,
    en: row.detail_en ?? rule.en,
    remedy: rule.remedy,
  }));
  return withPlaces(client, definition, rule.entity, table, found);
}

/** Says of findings about one entity where its rows stand in the files that brought them. */
export async function withPlaces(
  client: Client,
  definition: ServiceDefinition,
  entity: Class,
  table: string,
  findings: readonly RuleFinding[],
): Promise<RuleFinding[]> {
  if (!findings.length) return [];
  const places = await placesOf(client, entity, table, findings);
  return findings.map((finding) => {
    const place = places.get(finding.key);
    // A row that the hub itself changed, by linking it, is still of the dataset that is declared for it.
    const of = place?.dataset?.startsWith('hub.') ? null : (place?.dataset ?? null);
    const dataset = datasetOf(definition, entity, of);
    const column = headOf(dataset, finding.field);
    return {
      ...finding,
      dataset: of ?? dataset?.id ?? null,
      file: place?.file ?? '',
      sheet: place?.sheet ?? null,
      row: place?.row ?? null,
      column,
      path: pathOf(place, column, finding.key),
    };
  });
}

/** Where the subject rows stand in the files of their batches; a batch of several files is told apart by the name kept in the row. */
async function placesOf(
  client: Client,
  entity: Class,
  table: string,
  findings: readonly RuleFinding[],
): Promise<Map<string, Place>> {
  const columns = storedColumns(entity);
  const key = keyColumn(entity);
  const source = columns.some(({ name }) => name === 'source') ? 's.source' : 'null::text';
  const { rows: found } = await client.query<Place>(
    `select s."${key}" as key, s.hub_sheet as sheet, s.hub_row as row, coalesce(f.name, ${source}) as file, b.dataset_id as dataset
     from ${table} s
     left join hub.batch b on b.id = s.hub_batch
     left join lateral (select min(name) filter (where name = ${source} or files = 1) as name
       from (select name, count(*) over () as files from hub.batch_file where batch_id = s.hub_batch) each) f on true
     where s."${key}" = any($1::text[])`,
    [findings.map((finding) => finding.key)],
  );
  return new Map(found.map((place) => [place.key, place]));
}

/** The dataset that brought the row, else the one declared for the entity. */
function datasetOf(definition: ServiceDefinition, entity: Class, id: string | null): Dataset | undefined {
  return (
    definition.datasets.find((dataset) => dataset.id === id) ??
    definition.datasets.find(({ entities }) => entities.includes(entity))
  );
}

/** A reference `project` is handed over as `projectId`. */
function headOf(dataset: Dataset | undefined, field: string | null): string | null {
  if (!dataset || field === null) return null;
  const column =
    dataset.columns.find((each) => each.field === field) ?? dataset.columns.find((each) => each.field === `${field}Id`);
  return column?.head ?? null;
}

function pathOf(place: Place | undefined, column: string | null, key: string): string {
  if (place?.row == null) return key;
  const sheet = place.sheet === null ? '' : `${place.sheet} `;
  return column === null
    ? `${sheet}第 ${place.row} 行 / row ${place.row}`
    : `${sheet}第 ${place.row} 行“${column}” / row ${place.row}, ${column}`;
}
