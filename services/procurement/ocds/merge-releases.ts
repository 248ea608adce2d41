import { isObject, type JsonObject, type JsonValue } from '../../../subgraph/import/exact-json.js';
import { idText } from './id-text.js';
import { MERGE_RULES } from './merge-rules.js';

/**
 * The compiled release of all releases of one ocid, by the merge routine of OCDS 1.1
 * (https://standard.open-contracting.org/1.1/en/schema/merging/): oldest first, objects field by field, lists of
 * objects by `id`, other lists as a whole; null removes a field. `tag` is `compiled`, `date` the newest date, `id` the
 * ocid and that date.
 */
export function mergeReleases(releases: readonly JsonObject[]): JsonObject {
  const ordered = inOrder(releases);
  const merged: JsonObject = {};
  for (const release of ordered) mergeObject(merged, release, '');
  const date = ordered.at(-1)?.date ?? null;
  return { ...merged, tag: ['compiled'], date, id: `${idText(merged.ocid) ?? ''}-${String(date)}` };
}

/** Releases by date, then by id, so that the same set always merges to the same result. */
export function inOrder(releases: readonly JsonObject[]): JsonObject[] {
  const keyed = releases.map((release) => {
    const date = typeof release.date === 'string' ? release.date : '';
    return { release, at: Date.parse(date) || 0, id: idText(release.id) ?? '' };
  });
  keyed.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return keyed.map(({ release }) => release);
}

function mergeObject(output: JsonObject, input: JsonObject, path: string): void {
  for (const [key, value] of Object.entries(input)) {
    const at = path === '' ? key : `${path}/${key}`;
    const rule = MERGE_RULES.get(at);
    if (rule === 'omit') continue;
    if (value === null) delete output[key];
    else if (rule === 'whole-list') output[key] = value;
    else if (isObject(value)) mergeChild(output, key, value, at);
    else if (isListOfObjects(value)) mergeById(output, key, value, at);
    else output[key] = value;
  }
}

/** An object that says nothing adds nothing (as in the reference implementation). */
function mergeChild(output: JsonObject, key: string, input: JsonObject, path: string): void {
  const present = output[key];
  const target: JsonObject = isObject(present) ? present : {};
  mergeObject(target, input, path);
  if (Object.keys(target).length > 0) output[key] = target;
}

function isListOfObjects(value: JsonValue): value is JsonObject[] {
  return Array.isArray(value) && value.every((item) => isObject(item));
}

/** Entries without an id cannot be told apart: every one is kept. */
function mergeById(output: JsonObject, key: string, input: JsonObject[], path: string): void {
  if (input.length === 0) return;
  const present = output[key];
  const target: JsonValue[] = Array.isArray(present) ? present : [];
  const byId = new Map<string, JsonObject>();
  for (const item of target) {
    const id = isObject(item) ? idText(item.id) : null;
    if (id !== null && isObject(item)) byId.set(id, item);
  }
  for (const item of input) {
    const id = idText(item.id);
    const known = id === null ? undefined : byId.get(id);
    if (known) {
      mergeObject(known, item, path);
      continue;
    }
    const added: JsonObject = {};
    mergeObject(added, item, path);
    target.push(added);
    if (id !== null) byId.set(id, added);
  }
  output[key] = target;
}
