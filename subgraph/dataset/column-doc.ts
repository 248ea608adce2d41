import type { Dataset, DatasetColumn } from '../import/define-dataset.js';
import { modelOf, snakeCase, type Class, type FieldModel } from '../model/entity-model.js';
import { bilingual, type Bilingual } from './bilingual.js';

/** The graph's amounts are in yuan, the column's in the unit of its head. */
const UNIT_IN_GRAPH = { zh: /，单位：元（按币种）/, en: /, in units of the currency/ };

/** What a column means: its own words, else those of the entity's field that it fills; empty where nobody says. */
export function columnDoc(dataset: Dataset, column: DatasetColumn): Bilingual {
  const text = column.doc ?? fieldDocs(dataset, column)[0];
  if (text === undefined) return { zh: '', en: '' };
  const { zh, en } = bilingual(text);
  return column.doc === undefined && column.unit !== undefined
    ? { zh: zh.replace(UNIT_IN_GRAPH.zh, ''), en: en.replace(UNIT_IN_GRAPH.en, '') }
    : { zh, en };
}

function fieldDocs(dataset: Dataset, { field }: DatasetColumn): string[] {
  if (field === undefined) return [];
  return dataset.entities.flatMap((entity) => fieldDoc(entity, field) ?? []);
}

/** A path into an embedded value is told from the outside in: `转让方：名称 / Seller: name`. */
function fieldDoc(entity: Class, path: string): string | undefined {
  const [name = '', ...rest] = path.split('.');
  const field = fieldBehind(entity, name);
  if (!field || field.kind !== 'embed' || !rest.length) return field?.doc;
  const inner = fieldDoc(field.target(), rest.join('.'));
  if (inner === undefined) return undefined;
  const [outside, inside] = [bilingual(field.doc), bilingual(inner)];
  return `${outside.zh}：${inside.zh} / ${outside.en}: ${inside.en.charAt(0).toLowerCase()}${inside.en.slice(1)}`;
}

/** The field of that name, or the reference whose key column it fills (`projectId`, `ocid`). */
function fieldBehind(entity: Class, name: string): FieldModel | undefined {
  const { fields } = modelOf(entity);
  const stored = snakeCase(name);
  return (
    fields.get(name) ??
    [...fields.values()].find(
      (field) => field.kind === 'toOne' && !field.from && [...field.columns().values()].includes(stored),
    )
  );
}
