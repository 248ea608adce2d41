/** Chinese heads of a CSV, from the descriptions of the fields on the way. */

/** `合同金额，单位：元（按币种） / Value …` → `合同金额（元）`; other explanations are left out. */
export function shortName(doc: string): string {
  const [zh = doc] = doc.split(' / ');
  const [name = zh] = zh.split(/[：:，,；;]/);
  const [, unit] = /单位：([^（），；]+)/.exec(zh) ?? [];
  const plain = name.replace(/（[^）]*）$/, '');
  return unit === undefined ? plain : `${plain}（${unit.trim()}）`;
}

export const joinNames = (names: readonly string[]): string => names.join('·');

/** Heads that occur twice get their path, so that a column can be told from another. */
export function distinctHeads(fields: readonly { readonly zh: string; readonly path: readonly string[] }[]): string[] {
  const times = new Map<string, number>();
  for (const { zh } of fields) times.set(zh, (times.get(zh) ?? 0) + 1);
  return fields.map(({ zh, path }) => (times.get(zh) === 1 ? zh : `${zh}（${path.join('.')}）`));
}
