/** What can be done with the fields of an entity, read off their declarations. */
import { screamingCase, type ColumnField, type EntityModel, type FieldModel } from './entity-model.js';

const columns = (model: EntityModel): ColumnField[] =>
  [...model.fields.values()].filter((field): field is ColumnField => field.kind === 'column' && !field.options.hidden);

export const sortable = (model: EntityModel): ColumnField[] => columns(model).filter((field) => field.options.order);

export const filterable = (model: EntityModel): ColumnField[] => columns(model).filter((field) => field.options.filter);

/** Amounts, which have a currency beside them, and plain numbers. */
export const summable = (model: EntityModel): ColumnField[] =>
  columns(model).filter((field) => field.options.money !== undefined || field.options.sum);

/** Values of which there is a least and a greatest. */
export const comparable = (model: EntityModel): ColumnField[] =>
  columns(model).filter((field) => field.type.family === 'comparable' && (field.options.filter || field.options.order));

export const groupable = (model: EntityModel): FieldModel[] =>
  [...model.fields.values()].filter((field) => field.options.group);

/** Name in the graph, name inside, description: by what groups can be ordered. */
export function measures(model: EntityModel): { value: string; name: string; doc: string }[] {
  const of = (kind: string, zh: string, en: string, fields: readonly FieldModel[]) =>
    fields.map((field) => {
      const [fieldZh = '', fieldEn = ''] = field.doc.split(' / ');
      return {
        value: `${kind.toUpperCase()}_${screamingCase(field.name)}`,
        name: `${kind}.${field.name}`,
        doc: `${zh}：${fieldZh} / ${en}: ${fieldEn}`,
      };
    });
  return [
    { value: 'COUNT', name: 'count', doc: '行数 / Number of rows' },
    ...of('sum', '合计', 'Sum', summable(model)),
    ...of('average', '平均', 'Average', summable(model)),
    ...of('min', '最小', 'Least', comparable(model)),
    ...of('max', '最大', 'Greatest', comparable(model)),
    ...of('key', '分组键', 'Key', groupable(model)),
  ];
}
