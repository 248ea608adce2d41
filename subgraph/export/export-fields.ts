/** The columns of an export: paths over columns, embedded values and references to one row. */
import { modelOf, type ColumnField, type EntityModel, type FieldModel } from '../model/entity-model.js';
import type { ValueKind } from '../model/types.js';
import type { Selected } from '../read/selection.js';
import { badExport } from './export-question.js';
import { joinNames, shortName } from './head-names.js';

export interface ExportField {
  readonly path: readonly string[];
  readonly type: ValueKind;
  /** Chinese name with its unit: `供应商·统一社会信用代码`, `合同金额（元）`. */
  readonly zh: string;
}

export interface ExportSelection {
  readonly fields: readonly ExportField[];
  /** Each row has its own cursor, as its last column. */
  readonly withCursor: boolean;
}

/** The name under which a row's own cursor can be asked for. */
export const CURSOR = 'cursor';
const EVERY = '*';
/** Each step may be a join, and `process.tender.process.…` has no end. */
const LONGEST_PATH = 6;
const MOST_FIELDS = 300;

/** Reads `id,title,supplier.uscc`; an object named as a whole stands for its columns, `*` for those of the row. */
export function readFields(model: EntityModel, text: string | undefined): ExportSelection {
  const asked = (text ?? EVERY).split(',').map((path) => path.trim());
  const fields = new Map<string, ExportField>();
  for (const path of asked.filter((each) => each !== CURSOR))
    for (const field of path === EVERY ? columnsOf(model, []) : follow(model, path))
      fields.set(field.path.join('.'), field);
  if (fields.size === 0 || fields.size > MOST_FIELDS)
    throw badExport(`字段应为 1–${MOST_FIELDS} 个`, `an export has 1 to ${MOST_FIELDS} fields`);
  return { fields: [...fields.values()], withCursor: asked.includes(CURSOR) };
}

function follow(root: EntityModel, path: string): ExportField[] {
  const steps = path.split('.');
  if (steps.length > LONGEST_PATH)
    throw badExport(`${path} 超过 ${LONGEST_PATH} 层`, `${path} has more than ${LONGEST_PATH} steps`);
  const way: FieldModel[] = [];
  let model = root;
  for (const [index, step] of steps.entries()) {
    const field = model.fields.get(step);
    if (!field || field.options.hidden) throw unknownField(model, path, step);
    if (field.kind === 'toMany') throw isList(model, path, field.name, modelOf(field.target()));
    way.push(field);
    if (field.kind !== 'column') model = modelOf(field.target());
    else if (index === steps.length - 1) return [exportField(way, field)];
    else throw badExport(`${path}：${step} 是一个值，没有下级字段`, `${path}: ${step} is a value and has no fields`);
  }
  return columnsOf(model, way);
}

/** Every column of a row: its own, those of embedded values, and the keys of the rows of this service it refers to. */
function columnsOf(model: EntityModel, way: readonly FieldModel[]): ExportField[] {
  const stored = new Set<string>();
  for (const field of model.fields.values()) if (field.kind === 'column') stored.add(field.column);
  return [...model.fields.values()].flatMap((field) => {
    switch (field.kind) {
      case 'column':
        return field.options.hidden ? [] : [exportField([...way, field], field)];
      case 'embed':
        return columnsOf(modelOf(field.target()), [...way, field]);
      case 'toOne': {
        // The keys of another service's entity are columns declared on their own; so is, at times, a key of this one.
        const target = modelOf(field.target());
        const isShown = [...field.columns().values()].every((column) => stored.has(column));
        return field.from || isShown || target.role !== 'entity' ? [] : keysOf(target, [...way, field]);
      }
      case 'toMany':
        return [];
    }
  });
}

const keysOf = (model: EntityModel, way: readonly FieldModel[]): ExportField[] =>
  model.keys.flatMap((key) => {
    const field = model.fields.get(key);
    return field?.kind === 'column' ? [exportField([...way, field], field)] : [];
  });

const exportField = (way: readonly FieldModel[], { type }: ColumnField): ExportField => ({
  path: way.map(({ name }) => name),
  type,
  zh: joinNames(way.map(({ doc }) => shortName(doc))),
});

/** The fields as a query would select them, so that the planner writes the same rows. */
export function selectedFields(fields: readonly ExportField[], depth = 0): Selected[] {
  const names = new Set(fields.map(({ path }) => path[depth] ?? ''));
  return [...names].map((name) => {
    const below = fields.filter(({ path }) => path[depth] === name && path.length > depth + 1);
    return { key: name, name, args: {}, fields: selectedFields(below, depth + 1) };
  });
}

function unknownField(model: EntityModel, path: string, step: string): Error {
  const there = [...model.fields.values()].filter((field) => field.kind !== 'toMany' && !field.options.hidden);
  const names = there.map(({ name }) => name);
  if (model.role === 'stub')
    return badExport(
      `${path}：${model.name} 属于另一个服务，这里只有它的键；${step} 请从该服务的列表导出`,
      `${path}: ${model.name} belongs to another service, only its key is here; export ${step} from its own collection`,
      names,
    );
  return badExport(`${path}：${model.name} 没有字段“${step}”`, `${path}: ${model.name} has no field "${step}"`, names);
}

const isList = (model: EntityModel, path: string, name: string, target: EntityModel): Error =>
  badExport(
    `${path}：${model.name}.${name} 是列表，请另行导出 ${target.plural}`,
    `${path}: ${model.name}.${name} is a list; export the collection ${target.plural} instead`,
  );
