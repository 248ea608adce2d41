/** A saved query of the repository. */
export interface Example {
  readonly file: string;
  /** The first comment line of the file: `中文 / English`. */
  readonly zh: string;
  readonly en: string;
  readonly query: string;
}

const sources: Record<string, string> = import.meta.glob('../../schema/operations/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The saved queries in the order of their file names. */
export const EXAMPLES: readonly Example[] = Object.keys(sources)
  .toSorted()
  .map((path) => readExample(path, sources[path] ?? ''));

function readExample(path: string, query: string): Example {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const title = /^#\s*(.+)$/m.exec(query)?.[1]?.trim() ?? file;
  const [zh = title, en = ''] = title.split(/\s+\/\s+/);
  return { file, zh, en, query };
}
