import releaseSchema from './schema/release-schema.json' with { type: 'json' };

/** How a field is merged when it is not simply merged by its kind. */
export type MergeRule = 'omit' | 'whole-list';

interface SchemaNode {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  omitWhenMerged?: boolean;
  wholeListMerge?: boolean;
}

const definitions = releaseSchema.definitions as Record<string, SchemaNode>;

function resolve(node: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/definitions/', '');
  return name === undefined ? node : { ...definitions[name], ...node };
}

/** An array of anything but objects, or of objects without an id, cannot be merged by id. */
function isWholeList(node: SchemaNode): boolean {
  if (node.wholeListMerge) return true;
  if (!node.items) return false;
  const items = resolve(node.items);
  const types = [items.type ?? []].flat();
  if (types.some((type) => type !== 'object')) return true;
  return types.includes('object') && items.properties !== undefined && !('id' in items.properties);
}

function collect(node: SchemaNode, path: string, rules: Map<string, MergeRule>): void {
  for (const [key, raw] of Object.entries(node.properties ?? {})) {
    const child = resolve(raw);
    const at = path === '' ? key : `${path}/${key}`;
    if (child.omitWhenMerged) rules.set(at, 'omit');
    else if (child.items && isWholeList(child)) rules.set(at, 'whole-list');
    else collect(child.items ? resolve(child.items) : child, at, rules);
  }
}

/**
 * Merge rules of the OCDS 1.1.5 release schema by field path without array positions (`tender/items/unit/id`), from
 * `omitWhenMerged`, `wholeListMerge` and the shape of each list
 * (https://standard.open-contracting.org/1.1/en/schema/merging/).
 */
export const MERGE_RULES: ReadonlyMap<string, MergeRule> = (() => {
  const rules = new Map<string, MergeRule>();
  collect(releaseSchema as unknown as SchemaNode, '', rules);
  return rules;
})();
