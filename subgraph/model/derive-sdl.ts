/** The SDL that follows from a model: connections, filters, orders, totals, groups and root fields. */
import {
  fieldOf,
  modelOf,
  screamingCase,
  type ColumnField,
  type EntityModel,
  type FieldModel,
} from './entity-model.js';
import { conventionTypes, describe, FILTER_TYPES } from './convention-sdl.js';
import type { ValueKind } from './types.js';

/** A column that can be reached from a row without leaving it: its own, or one of an embedded value. */
export interface Leaf {
  /** Property path, e.g. `supplier.uscc`. */
  readonly path: readonly string[];
  readonly field: ColumnField;
}

export const sortable = (model: EntityModel): ColumnField[] => columns(model).filter((field) => field.options.order);
export const summable = (model: EntityModel): ColumnField[] =>
  columns(model).filter((field) => field.options.money !== undefined || field.options.sum);
export const comparable = (model: EntityModel): ColumnField[] =>
  columns(model).filter((field) => field.type.family === 'comparable' && (field.options.filter || field.options.order));
export const groupable = (model: EntityModel): FieldModel[] =>
  [...model.fields.values()].filter((field) => field.options.group);

const columns = (model: EntityModel): ColumnField[] =>
  [...model.fields.values()].filter((field): field is ColumnField => field.kind === 'column' && !field.options.hidden);

const valueType = (type: ValueKind): string => (type.list ? `[${type.name}!]` : type.name);

export const CONNECTION_ARGUMENTS = (name: string): string =>
  [
    `${describe('筛选条件，省略即不限 / Filter; omitted means none')} filter: ${name}Filter`,
    `${describe('排序，末尾总是加上主键 / Order; the key is always appended')} orderBy: [${name}Order!]`,
    `${describe('每页条数，0–500，默认 20 / Rows per page, 0 to 500, default 20')} first: Int`,
    `${describe('从该游标之后开始 / Start after this cursor')} after: String`,
    `${describe('向前取的条数 / Rows before a cursor')} last: Int`,
    `${describe('到该游标之前为止 / End before this cursor')} before: String`,
  ].join('\n');

/** Everything derived for a service, to be joined with the types TypeGraphQL prints. */
export function deriveSdl(models: readonly EntityModel[]): string {
  const entities = models.filter((model) => model.role === 'entity');
  const values = new Set(models.flatMap((model) => embedded(model)));
  return [
    conventionTypes,
    ...filterInputs(models, [...values]),
    ...entities.flatMap((model) => collectionTypes(model)),
    ...[...values].map((model) => filterType(model)),
    ...models.flatMap((model) => contributedFields(model)),
    rootFields(entities),
  ].join('\n\n');
}

const embedded = (model: EntityModel): EntityModel[] =>
  [...model.fields.values()].flatMap((field) => (field.kind === 'embed' ? [modelOf(field.target())] : []));

/** One filter input per kind of value that some field of the service filters by. */
function filterInputs(models: readonly EntityModel[], values: readonly EntityModel[]): string[] {
  const kinds = new Map<string, ValueKind>();
  for (const model of [...models, ...values])
    for (const field of columns(model)) if (field.options.filter) kinds.set(filterName(field.type), field.type);
  return [...kinds.values()].map((kind) => FILTER_TYPES[kind.family](filterName(kind), kind.name));
}

export const filterName = (kind: ValueKind): string => (kind.list ? `${kind.name}ListFilter` : `${kind.name}Filter`);

function filterType(model: EntityModel): string {
  const fields = [...model.fields.values()].flatMap((field) => {
    const type = filterTypeOf(field);
    return type ? [`${describe(field.doc)} ${field.name}: ${type}`] : [];
  });
  const logic =
    model.role === 'value'
      ? []
      : [
          `${describe('全部满足 / All of these')} and: [${model.name}Filter!]`,
          `${describe('任一满足 / Any of these')} or: [${model.name}Filter!]`,
          `${describe('不满足 / Not this')} not: ${model.name}Filter`,
        ];
  return `${describe(`${model.doc.split(' / ')[0]}的筛选条件 / Filter of ${model.name}`)}\ninput ${model.name}Filter {\n${[...logic, ...fields].join('\n')}\n}`;
}

function filterTypeOf(field: FieldModel): string | undefined {
  switch (field.kind) {
    case 'column':
      return field.options.filter && !field.options.hidden ? filterName(field.type) : undefined;
    case 'embed':
      return field.options.filter ? `${modelOf(field.target()).name}Filter` : undefined;
    case 'toOne': {
      const target = modelOf(field.target());
      return target.role === 'entity' && !field.from ? `${target.name}Filter` : undefined;
    }
    case 'toMany': {
      const target = modelOf(field.target());
      return `${target.name}ListFilter`;
    }
  }
}

function collectionTypes(model: EntityModel): string[] {
  const { name } = model;
  const zh = model.doc.split(' / ')[0];
  const sums = summable(model);
  const bounds = comparable(model);
  const groups = groupable(model);
  const totals = [
    `${describe('行数 / Number of rows')} count: Int!`,
    ...(sums.length
      ? [
          `${describe('合计，金额须限于一种币种 / Sums; amounts within one currency')} sum: ${name}Sums`,
          `${describe('平均 / Averages, exact to 6 decimals')} average: ${name}Sums`,
        ]
      : []),
    ...(bounds.length
      ? [
          `${describe('最小值 / Least values')} min: ${name}Bounds`,
          `${describe('最大值 / Greatest values')} max: ${name}Bounds`,
        ]
      : []),
    ...(model.link
      ? [
          `${describe(`未能关联到“${model.link}”的行数：按关联合计时不含这些行 / Rows without a link to ${model.link}: totals over linked rows leave them out`)} unlinked: Int!`,
        ]
      : []),
  ].join('\n');
  return [
    filterType(model),
    `${describe(`${zh}列表条件 / Condition on a list of ${name}`)}\ninput ${name}ListFilter {\n${describe('至少一项满足 / At least one')} some: ${name}Filter\n${describe('没有一项满足 / None')} none: ${name}Filter\n${describe('每一项都满足 / Every one')} every: ${name}Filter\n}`,
    `${describe(`${zh}的排序字段 / Fields to order ${name} by`)}\nenum ${name}OrderField {\n${sortable(model)
      .map((field) => `${describe(field.doc)} ${screamingCase(field.name)}`)
      .join('\n')}\n}`,
    `${describe(`${zh}的排序 / Order of ${name}`)}\ninput ${name}Order {\n${describe('字段 / Field')} field: ${name}OrderField!\n${describe('方向 / Direction')} direction: OrderDirection = ASC\n${describe('空值位置，默认在后 / Where blanks go, last by default')} nulls: NullsOrder = LAST\n}`,
    `${describe(`${zh}列表 / A page of ${name}`)}\ntype ${name}Connection {\n${describe('本页各行 / Rows of the page')} nodes: [${name}!]!\n${describe('本页各行及其游标 / Rows with their cursors')} edges: [${name}Edge!]!\n${describe('分页信息 / Page information')} pageInfo: PageInfo!\n${describe('符合条件的总行数，不受分页影响 / All rows that match, whatever the page')} totalCount: Int!\n${describe('符合条件各行的汇总，不受分页影响 / Totals of all rows that match')} aggregates: ${name}Aggregates!${
      groups.length
        ? `\n${describe('分组汇总 / Totals by group')} groups(${describe('分组字段 / Fields to group by')} by: [${name}GroupBy!]! ${describe('组数上限，0–500 / Number of groups at most')} first: Int = 100): [${name}Group!]!`
        : ''
    }\n}`,
    `${describe(`${zh}及其游标 / ${name} with its cursor`)}\ntype ${name}Edge {\n${describe('该行 / The row')} node: ${name}!\n${describe('游标 / Cursor')} cursor: String!\n}`,
    `${describe(`${zh}汇总 / Totals of ${name}`)}\ntype ${name}Aggregates {\n${totals}\n}`,
    ...(sums.length
      ? [
          `${describe(`${zh}数值 / Numbers of ${name}`)}\ntype ${name}Sums {\n${sums.map((f) => `${describe(f.doc)} ${f.name}: Decimal`).join('\n')}\n}`,
        ]
      : []),
    ...(bounds.length
      ? [
          `${describe(`${zh}边界值 / Bounds of ${name}`)}\ntype ${name}Bounds {\n${bounds.map((f) => `${describe(f.doc)} ${f.name}: ${f.type.name}`).join('\n')}\n}`,
        ]
      : []),
    ...(groups.length
      ? [
          `${describe(`${zh}的分组字段 / Fields to group ${name} by`)}\nenum ${name}GroupField {\n${groups.map((f) => `${describe(f.doc)} ${screamingCase(f.name)}`).join('\n')}\n}`,
          `${describe(`${zh}分组方式 / How to group ${name}`)}\ninput ${name}GroupBy {\n${describe('字段 / Field')} field: ${name}GroupField!\n${describe('日期的时段（北京时间） / Calendar bucket of a date, Asia/Shanghai')} bucket: Bucket\n}`,
          `${describe(`${zh}分组键，未用于分组的为空 / Keys of the group; null where not grouped by`)}\ntype ${name}GroupKeys {\n${groups.map((f) => `${describe(f.doc)} ${f.name}: ${groupKeyType(f)}`).join('\n')}\n}`,
          `${describe(`${zh}的一组 / A group of ${name}`)}\ntype ${name}Group {\n${describe('分组键 / Keys')} keys: ${name}GroupKeys!\n${totals}\n}`,
        ]
      : []),
  ];
}

const groupKeyType = (field: FieldModel): string =>
  field.kind === 'column' ? valueType(field.type) : field.kind === 'toMany' ? '' : modelOf(field.target()).name;

function contributedFields(model: EntityModel): string[] {
  const lists = [...model.fields.values()].filter((field) => field.kind === 'toMany');
  if (!lists.length) return [];
  const fields = lists.map((field) => {
    const target = modelOf(field.target()).name;
    return `${describe(field.doc)} ${field.name}(${CONNECTION_ARGUMENTS(target)}): ${target}Connection`;
  });
  return [`extend type ${model.name} {\n${fields.join('\n')}\n}`];
}

function rootFields(entities: readonly EntityModel[]): string {
  const fields = entities.flatMap((model) => [
    `${describe(`${model.doc} — 列表 / collection`)} ${model.plural}(${CONNECTION_ARGUMENTS(model.name)}): ${model.name}Connection`,
    `${describe(`${model.doc} — 按键查找，没有则为空 / by key, null when there is none`)} ${model.singular}(${model.keys
      .map((key) => {
        const field = fieldOf(model, key);
        return field.kind === 'column' ? `${describe(field.doc)} ${key}: ${field.type.name}!` : '';
      })
      .join(' ')}): ${model.name}`,
  ]);
  return `extend type Query {\n${fields.join('\n')}\n}`;
}
