import { isObject, type JsonObject, type JsonValue } from '../../../subgraph/import/exact-json.js';
import { pointer, shown, type Finding } from './finding.js';
import { MAX_BYTES, jsonFiles, readJson, readJsonFile } from './json-file.js';

/** What a JSON file of OCDS 1.1 is; `record` is a record without its package, as some publishers serve it. */
export type OcdsKind = 'release' | 'release-package' | 'record-package' | 'record';

/** One release to validate and load, and where it stands. */
export interface OcdsUnit {
  file: string;
  /** JSON pointer of the release inside the file. */
  pointer: string;
  release: JsonObject;
  /** The release is the compilation of others, whose ids and dates are `linked`. */
  compiled: boolean;
  linked: { ids: string[]; dates: string[] };
  /** The ocid that the record around it states; null outside a record or when the record states none. */
  recordOcid: string | null;
  publisher: string | null;
}

export interface OcdsFile {
  file: string;
  /** null when the file is not OCDS; then a finding says why. */
  kind: OcdsKind | null;
  units: OcdsUnit[];
  findings: Finding[];
  /** The package as parsed, for the check of its own fields; null for a bare release or record. */
  envelope: JsonObject | null;
}

/** Every OCDS file under the given files and folders, one at a time, sorted by path. */
export async function* readOcdsPaths(paths: readonly string[], maxBytes = MAX_BYTES): AsyncGenerator<OcdsFile> {
  for (const path of paths) {
    for (const file of await jsonFiles(path)) yield ocdsFile(file, await readJsonFile(file, file, maxBytes));
  }
}

/** The releases of one OCDS file given as bytes. */
export function readOcds(file: string, bytes: Uint8Array, maxBytes = MAX_BYTES): OcdsFile {
  return ocdsFile(file, readJson(file, bytes, maxBytes));
}

function ocdsFile(file: string, { value, findings }: { value: JsonValue | undefined; findings: Finding[] }): OcdsFile {
  const none: OcdsFile = { file, kind: null, units: [], findings, envelope: null };
  if (value === undefined) return none;
  const kind = kindOf(value);
  if (kind === null || !isObject(value)) return { ...none, findings: [...findings, notOcds(file, value)] };
  if (kind === 'release') {
    return { ...none, kind, units: [single(file, [], value, publisherOf(value))], findings };
  }
  const publisher = publisherOf(value);
  if (kind === 'record') {
    const record = unitsOfRecord(file, [], value, publisher);
    return { ...none, kind, units: record.units, findings: [...findings, ...record.findings] };
  }
  const key = kind === 'release-package' ? 'releases' : 'records';
  const listed = Array.isArray(value[key]) ? value[key] : [];
  const read = listed.map((item, index) => {
    const steps = [key, index];
    if (!isObject(item)) return { units: [], findings: [notOcds(file, item, steps)] };
    if (kind === 'record-package') return unitsOfRecord(file, steps, item, publisher);
    return { units: [single(file, steps, item, publisher)], findings: [] };
  });
  return {
    file,
    kind,
    units: read.flatMap((part) => part.units),
    findings: [...findings, ...read.flatMap((part) => part.findings)],
    envelope: value,
  };
}

/** Recognises by the fields only that kind has, so that an invalid file is still judged as what it means to be. */
function kindOf(value: JsonValue): OcdsKind | null {
  if (!isObject(value)) return null;
  if ('records' in value) return 'record-package';
  if ('compiledRelease' in value || 'versionedRelease' in value) return 'record';
  if (Array.isArray(value.releases)) return isRecordWithLinks(value) ? 'record' : 'release-package';
  return 'ocid' in value ? 'release' : null;
}

function isRecordWithLinks(value: JsonObject): boolean {
  return 'ocid' in value && !('uri' in value);
}

/** The releases that stand for a record: its embedded releases when whole, its compiled release otherwise. */
function unitsOfRecord(
  file: string,
  steps: (string | number)[],
  record: JsonObject,
  publisher: string | null,
): { units: OcdsUnit[]; findings: Finding[] } {
  const releases = Array.isArray(record.releases) ? record.releases : [];
  const recordOcid = typeof record.ocid === 'string' ? record.ocid : null;
  if (releases.length > 0 && releases.every(isWhole)) {
    const units = releases.map((release, index) => single(file, [...steps, 'releases', index], release, publisher));
    return { units: units.map((unit) => ({ ...unit, recordOcid })), findings: [] };
  }
  if (!isObject(record.compiledRelease)) return { units: [], findings: [nothingToLoad(file, steps, record)] };
  const links = releases.filter((link) => isObject(link));
  const unit: OcdsUnit = {
    ...single(file, [...steps, 'compiledRelease'], record.compiledRelease, publisher),
    compiled: true,
    recordOcid,
    linked: {
      // A link is the package's address with the release id as fragment; some publishers end the path with the id.
      ids: links.flatMap((link) => (typeof link.url === 'string' ? [link.url.replace(/^.*[#/]/, '')] : [])),
      dates: links.flatMap((link) => (typeof link.date === 'string' ? [link.date] : [])),
    },
  };
  return { units: [unit], findings: [] };
}

function single(
  file: string,
  steps: readonly (string | number)[],
  release: JsonObject,
  publisher: string | null,
): OcdsUnit {
  const compiled = Array.isArray(release.tag) && release.tag.includes('compiled');
  const linked = { ids: [], dates: [] };
  return { file, pointer: pointer(steps), release, compiled, linked, recordOcid: null, publisher };
}

/** A linked release is `url`, `date` and `tag` only; a whole one has an id and its contents. */
function isWhole(item: JsonValue): item is JsonObject {
  return isObject(item) && 'ocid' in item && !('url' in item);
}

function publisherOf(value: JsonObject): string | null {
  const inside = isObject(value.packageInfo) ? value.packageInfo.publisher : undefined;
  const publisher = value.publisher ?? inside;
  return isObject(publisher) && typeof publisher.name === 'string' ? publisher.name.trim() || null : null;
}

function notOcds(file: string, value: JsonValue, steps: (string | number)[] = []): Finding {
  const keys = isObject(value) ? Object.keys(value) : value;
  return {
    rule: 'OCDS-KIND',
    severity: 'E',
    file,
    path: pointer(steps),
    value: shown(keys),
    zh: '不是 OCDS 的发布、发布包、记录或记录包：没有 ocid、releases 或 records 字段。',
    en: 'Not an OCDS release, release package, record or record package: no ocid, releases or records.',
    remedy: '核对文件，或按 OCDS 1.1 导出 / Check the file, or export it as OCDS 1.1.',
  };
}

function nothingToLoad(file: string, steps: (string | number)[], record: JsonObject): Finding {
  return {
    rule: 'OCDS-RECORD',
    severity: 'E',
    file,
    path: pointer(steps),
    value: shown(Object.keys(record)),
    zh: '该记录只有外部链接，既无完整发布，也无 compiledRelease，没有可导入的内容。',
    en: 'The record only links to releases elsewhere and has no compiledRelease: there is nothing to load.',
    remedy: '提供 compiledRelease 或内嵌的完整发布 / Supply compiledRelease or embed the releases.',
  };
}
