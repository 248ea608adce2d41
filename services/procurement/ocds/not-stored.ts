import { isObject, type JsonObject, type JsonValue } from '../../../subgraph/import/exact-json.js';
import { fieldPath } from './release-reader.js';

/** A field of the source that has no place in our tables, with how many values it held. */
export interface NotStored {
  /** Field path without array positions, `parties/contactPoint`. */
  path: string;
  values: number;
  /** PERSONAL: left out on purpose, because it is data about persons. */
  reason: 'PERSONAL' | 'UNMAPPED';
}

/**
 * Everything in a release that the mapping did not ask for, at the highest field that holds nothing asked for. Empty
 * values and the description of the schema itself (`tag`, `version`) are not counted.
 */
export function notStored(release: JsonObject, asked: ReadonlySet<string>): NotStored[] {
  const parents = new Set<string>();
  for (const path of asked) {
    const steps = path.split('/');
    for (let length = 1; length <= steps.length; length++) parents.add(steps.slice(0, length).join('/'));
  }
  const counts = new Map<string, number>();
  walk(release, [], (steps) => {
    const path = fieldPath(steps);
    if (asked.has(path)) return;
    const left = shortestUnasked(path, parents);
    counts.set(left, (counts.get(left) ?? 0) + 1);
  });
  return [...counts]
    .map(([path, values]): NotStored => {
      return { path, values, reason: path.split('/').includes('contactPoint') ? 'PERSONAL' : 'UNMAPPED' };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const OF_THE_FILE = new Set(['tag', 'version', 'initiationType']);

function walk(value: JsonValue, steps: string[], leaf: (steps: string[]) => void): void {
  if (value === null || value === '') return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, steps, leaf);
    return;
  }
  if (!isObject(value)) return leaf(steps);
  for (const [key, item] of Object.entries(value)) {
    if (steps.length > 0 || !OF_THE_FILE.has(key)) walk(item, [...steps, key], leaf);
  }
}

function shortestUnasked(path: string, parents: ReadonlySet<string>): string {
  const steps = path.split('/');
  for (let length = 1; length < steps.length; length++) {
    const prefix = steps.slice(0, length).join('/');
    if (!parents.has(prefix)) return prefix;
  }
  return path;
}
