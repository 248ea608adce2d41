import { isObject, printExact, type JsonObject, type JsonValue } from '../../../subgraph/import/exact-json.js';
import { idText } from './id-text.js';
import { shown, type Finding } from './finding.js';
import { inOrder, mergeReleases } from './merge-releases.js';
import type { OcdsUnit } from './read-ocds.js';

/** The current state of one contracting process and what it was made of. */
export interface CompiledProcess {
  ocid: string;
  release: JsonObject;
  /** Id of the release the state was read from: the only one, or the compiled one. */
  releaseId: string | null;
  /** Date-time of the first release known, of those at hand and those a record links to. */
  firstDate: string | null;
  /** Date-time of the first release at hand that is tagged `tender`. */
  tenderDate: string | null;
  publisher: string | null;
  /** The units that the state holds; copies and superseded ones are left out. */
  used: OcdsUnit[];
  findings: Finding[];
}

/**
 * The current state of one process from every accepted release of its ocid.
 * A compiled release is the publisher's own state, so the newest one is the base and only releases that are newer
 * and that its record does not list are merged onto it; without one, all releases are merged.
 */
export function compileProcess(ocid: string, units: readonly OcdsUnit[]): CompiledProcess {
  const findings: Finding[] = [];
  const distinct = oncePerRelease(units, findings);
  const compiled = newest(distinct.filter((unit) => unit.compiled));
  const used = compiled ? [compiled, ...distinct.filter((unit) => !unit.compiled && isNews(unit, compiled))] : distinct;
  const only = used.length === 1 ? used[0] : undefined;
  const release = only ? only.release : mergeReleases(used.map((unit) => unit.release));
  const tenders = units.filter(({ release: { tag } }) => Array.isArray(tag) && tag.includes('tender'));
  return {
    ocid,
    release,
    releaseId: idText(release.id),
    firstDate: earliest(units.flatMap((unit) => [unit.release.date, ...unit.linked.dates])),
    tenderDate: earliest(tenders.map((unit) => unit.release.date)),
    publisher: [...units, ...used].findLast((unit) => unit.publisher !== null)?.publisher ?? null,
    used,
    findings,
  };
}

function earliest(dates: readonly (JsonValue | undefined)[]): string | null {
  const known = dates.filter((date) => typeof date === 'string');
  return known.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** Units by ocid, in the order in which each ocid first appears. */
export function byOcid(units: Iterable<OcdsUnit>): Map<string, OcdsUnit[]> {
  const groups = new Map<string, OcdsUnit[]>();
  for (const unit of units) {
    const ocid = String(unit.release.ocid);
    const group = groups.get(ocid);
    if (group) group.push(unit);
    else groups.set(ocid, [unit]);
  }
  return groups;
}

function newest(units: OcdsUnit[]): OcdsUnit | undefined {
  const last = inOrder(units.map((unit) => unit.release)).at(-1);
  return units.find((unit) => unit.release === last);
}

function isNews(unit: OcdsUnit, compiled: OcdsUnit): boolean {
  const id = idText(unit.release.id);
  if (id !== null && compiled.linked.ids.includes(id)) return false;
  return Date.parse(String(unit.release.date)) > Date.parse(String(compiled.release.date));
}

/**
 * One unit for each release id (T11: a release never changes). Of two that differ, the one of the newer OCDS version
 * stands, then the longer one; the other is reported and not merged, because it is not a later state.
 */
function oncePerRelease(units: readonly OcdsUnit[], findings: Finding[]): OcdsUnit[] {
  const byId = new Map<string, { unit: OcdsUnit; text: string }>();
  for (const unit of units) {
    const key = `${unit.compiled ? 'compiled ' : ''}${idText(unit.release.id) ?? ''}`;
    const text = canonical(unit.release);
    const earlier = byId.get(key);
    if (!earlier) byId.set(key, { unit, text });
    else if (earlier.text !== text) {
      const isBetter = rank(unit, text) > rank(earlier.unit, earlier.text);
      if (isBetter) byId.set(key, { unit, text });
      findings.push(changed(isBetter ? earlier.unit : unit, isBetter ? unit : earlier.unit));
    } else if (earlier.unit.publisher === null && unit.publisher !== null) byId.set(key, { unit, text });
  }
  return [...byId.values()].map(({ unit }) => unit);
}

function rank(unit: OcdsUnit, text: string): string {
  const version = typeof unit.release.version === 'string' ? unit.release.version : '';
  return `${version.padEnd(8)}${String(text.length).padStart(12, '0')}${text}`;
}

/** The release as text that does not depend on the order of keys. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return printExact(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

function changed(left: OcdsUnit, kept: OcdsUnit): Finding {
  return {
    rule: 'T11-RELEASE',
    severity: 'W',
    file: left.file,
    path: `${left.pointer}/id`,
    value: shown(left.release.id),
    zh: `同一发布 id 的内容与 ${kept.file}#${kept.pointer} 不同；采用后者，本份不合并。`,
    en: `The release with this id differs from ${kept.file}#${kept.pointer}; that one is used, this one is not merged.`,
    remedy:
      '已发布的内容不得修改；更正须用新的 id 发布 / A release never changes: publish a correction under a new id.',
  };
}
