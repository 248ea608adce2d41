import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { stripIgnoredCharacters } from 'graphql';
import { packageRoot } from './package-root.js';

/** A saved query that the explorer and the start-up message offer. */
export interface Example {
  /** The first comment line of its file, `中文 / English`. */
  readonly title: string;
  readonly query: string;
}

/** The folder of the saved queries. */
export const examplesFolder = path.join(packageRoot, 'schema', 'operations', 'examples');

/** The saved queries in the order of their file names. */
export function readExamples(folder: string = examplesFolder): Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => {
      const query = readFileSync(path.join(folder, name), 'utf8');
      return { title: /^#\s*(.+)$/m.exec(query)?.[1]?.trim() ?? name.replace(/\.graphql$/, ''), query };
    });
}

/** The query as a line to paste into a shell. */
export function curlLine(url: string, query: string): string {
  const body = JSON.stringify({ query: stripIgnoredCharacters(query) });
  return `curl -s ${url}/graphql -H 'content-type: application/json' -d '${body.replaceAll("'", String.raw`'\''`)}'`;
}
