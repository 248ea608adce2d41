import { byOcid, compileProcess, type CompiledProcess } from '../../services/procurement/ocds/compile-process.js';
import type { Finding } from '../../services/procurement/ocds/finding.js';
import { mapRelease, type MappedProcess } from '../../services/procurement/ocds/map-release.js';
import type { RowTable } from '../../services/procurement/ocds/process-rows.js';
import { readOcdsPaths, type OcdsUnit } from '../../services/procurement/ocds/read-ocds.js';
import { validateEnvelope, validateUnit } from '../../services/procurement/ocds/validate-ocds.js';

export interface Loaded {
  kinds: Record<string, number>;
  accepted: OcdsUnit[];
  refused: { unit: OcdsUnit; findings: Finding[] }[];
  findings: Finding[];
  states: CompiledProcess[];
  mapped: MappedProcess[];
}

/** Reads, validates, compiles and maps every OCDS file of a folder. */
export async function load(folder: string): Promise<Loaded> {
  const loaded: Loaded = { kinds: {}, accepted: [], refused: [], findings: [], states: [], mapped: [] };
  for await (const file of readOcdsPaths([folder])) {
    const kind = file.kind ?? 'none';
    loaded.kinds[kind] = (loaded.kinds[kind] ?? 0) + 1;
    loaded.findings.push(...file.findings, ...validateEnvelope(file));
    for (const unit of file.units) {
      const { accepted, findings } = validateUnit(unit);
      if (accepted) loaded.accepted.push(unit);
      else loaded.refused.push({ unit, findings });
      loaded.findings.push(...findings);
    }
  }
  loaded.states = [...byOcid(loaded.accepted)].map(([ocid, units]) => compileProcess(ocid, units));
  loaded.mapped = loaded.states.map((state) => mapRelease(state));
  loaded.findings.push(...loaded.states.flatMap(({ findings }) => findings));
  loaded.findings.push(...loaded.mapped.flatMap(({ findings }) => findings));
  return loaded;
}

/** Rows by table, tables without rows left out. */
export function counts(mapped: readonly MappedProcess[]): Partial<Record<RowTable, number>> {
  const total: Partial<Record<RowTable, number>> = {};
  for (const { rows } of mapped) {
    for (const [table, content] of Object.entries(rows) as [RowTable, object][]) {
      const more = Array.isArray(content) ? content.length : 1;
      if (more > 0) total[table] = (total[table] ?? 0) + more;
    }
  }
  return total;
}

/** Findings by severity and rule. */
export function byRule(findings: readonly Finding[]): Record<string, number> {
  const rules: Record<string, number> = {};
  for (const { severity, rule } of findings) rules[`${severity} ${rule}`] = (rules[`${severity} ${rule}`] ?? 0) + 1;
  return rules;
}

/** Table and id of every row with an id. */
export function rowIds(mapped: readonly MappedProcess[]): string[] {
  return mapped.flatMap(({ rows }) =>
    Object.entries(rows).flatMap(([table, content]: [string, object]) =>
      (Array.isArray(content) ? content : []).map((row: { id: string }) => `${table} ${row.id}`),
    ),
  );
}

/** The value at a JSON pointer of the plain file, as an importer's reader would look it up. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const step of path.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    found = (found as Record<string, unknown> | undefined)?.[key];
  }
  return found;
}
