/** Totals and groups of a collection that follow from its model. */
import { comparable, groupable, measures, summable } from './capabilities.js';
import { isPublished } from './derive-provenance.js';
import { filterName } from './derive-filter.js';
import { modelOf, screamingCase, type EntityModel, type FieldModel } from './entity-model.js';
import { chineseName, enumSdl, inputSdl, member, objectSdl } from './sdl-text.js';
import { Decimal, Int, type ValueKind } from './types.js';

/** Kinds whose filter inputs the conditions on groups use. */
export const boundedKinds = (models: readonly EntityModel[]): ValueKind[] => [
  Int,
  Decimal,
  ...models.flatMap((model) => comparable(model).map((field) => field.type)),
];

export function totalTypes(model: EntityModel): string[] {
  const { name } = model;
  const zh = chineseName(model.doc);
  const sums = summable(model).map((field) => member(field.doc, `${field.name}: Decimal`));
  const bounds = comparable(model).map((field) => member(field.doc, `${field.name}: ${field.type.name}`));
  return [
    objectSdl(`${name}Aggregates`, `${zh}汇总 / Totals of ${name}`, totals(model)),
    ...(sums.length ? [objectSdl(`${name}Sums`, `${zh}数值 / Numbers of ${name}`, sums)] : []),
    ...(bounds.length ? [objectSdl(`${name}Bounds`, `${zh}边界值 / Bounds of ${name}`, bounds)] : []),
    ...(groupable(model).length ? groupTypes(model) : []),
  ];
}

function totals(model: EntityModel): string[] {
  const { name, link } = model;
  const fields = [member('行数 / Number of rows', 'count: Int!')];
  if (isPublished(model))
    fields.push(
      member(
        '这些行现存的发现数：大于零的合计应当连同发现一起引用 / Findings that hold for these rows: totals that have some are quoted together with them',
        'findingCount: Int!',
      ),
    );
  if (summable(model).length)
    fields.push(
      member(
        '合计，金额须限于一种币种；没有数值时为空 / Sums; amounts within one currency; null without any value',
        `sum: ${name}Sums`,
      ),
      member('平均，保留六位小数 / Averages, to six decimals', `average: ${name}Sums`),
    );
  if (comparable(model).length)
    fields.push(
      member('最小值 / Least values', `min: ${name}Bounds`),
      member('最大值 / Greatest values', `max: ${name}Bounds`),
    );
  if (link !== undefined)
    fields.push(
      member(
        `未能关联（${link}）的行数，按关联合计时不含这些行 / Rows without a link (${link}); totals over linked rows leave them out`,
        'unlinked: Int!',
      ),
    );
  return fields;
}

/** `groups(…)` of a connection. */
export const groupsField = ({ name }: EntityModel): string =>
  member(
    '分组汇总 / Totals by group',
    `groups(${[
      member('分组字段，每个字段一次 / Fields to group by, each once', `by: [${name}GroupBy!]!`),
      member('只要满足条件的组 / Keep only groups that satisfy this', `having: ${name}Having`),
      member(
        '组的排序，默认行数多的在前 / Order of the groups, by default the largest first',
        `orderBy: [${name}GroupOrder!]`,
      ),
      member('组数上限，0–500 / Number of groups at most, 0 to 500', 'first: Int = 100'),
    ].join(' ')}): [${name}Group!]!`,
  );

function groupTypes(model: EntityModel): string[] {
  const { name } = model;
  const zh = chineseName(model.doc);
  const groups = groupable(model);
  const sums = summable(model);
  const bounds = comparable(model);
  const condition = (type: string): string[] => [
    ...(sums.length
      ? [
          member('合计的条件 / Condition on sums', `sum: ${type}Sums`),
          member('平均的条件 / Condition on averages', `average: ${type}Sums`),
        ]
      : []),
    ...(bounds.length
      ? [
          member('最小值的条件 / Condition on least values', `min: ${type}Bounds`),
          member('最大值的条件 / Condition on greatest values', `max: ${type}Bounds`),
        ]
      : []),
  ];
  return [
    enumSdl(
      `${name}GroupField`,
      `${zh}的分组字段 / Fields to group ${name} by`,
      groups.map((field) => member(field.doc, screamingCase(field.name))),
    ),
    inputSdl(`${name}GroupBy`, `${zh}的分组方式 / How to group ${name}`, [
      member('字段 / Field', `field: ${name}GroupField!`),
      member('日期的时段（北京时间） / Calendar bucket of a date, Asia/Shanghai', 'bucket: Bucket'),
    ]),
    objectSdl(
      `${name}GroupKeys`,
      `${zh}的分组键，未用于分组的为空 / Keys of a group of ${name}; null where not grouped by`,
      groups.map((field) => member(field.doc, `${field.name}: ${keyType(field)}`)),
    ),
    objectSdl(`${name}Group`, `${zh}的一组 / A group of ${name}`, [
      member('分组键 / Keys', `keys: ${name}GroupKeys!`),
      ...totals(model),
    ]),
    inputSdl(`${name}Having`, `${zh}的组须满足的条件 / Condition on a group of ${name}`, [
      member('行数的条件 / Condition on the number of rows', 'count: IntFilter'),
      ...condition(`${name}Having`),
    ]),
    ...(sums.length
      ? [
          inputSdl(
            `${name}HavingSums`,
            `${zh}数值的条件 / Conditions on numbers of ${name}`,
            sums.map((field) => member(field.doc, `${field.name}: DecimalFilter`)),
          ),
        ]
      : []),
    ...(bounds.length
      ? [
          inputSdl(
            `${name}HavingBounds`,
            `${zh}边界值的条件 / Conditions on bounds of ${name}`,
            bounds.map((field) => member(field.doc, `${field.name}: ${filterName(field.type)}`)),
          ),
        ]
      : []),
    enumSdl(
      `${name}Measure`,
      `${zh}的组按什么排序 / What groups of ${name} are ordered by`,
      measures(model).map(({ doc, value }) => member(doc, value)),
    ),
    inputSdl(`${name}GroupOrder`, `${zh}的组的排序 / Order of groups of ${name}`, [
      member('按什么排序 / Ordered by', `measure: ${name}Measure!`),
      member('方向 / Direction', 'direction: OrderDirection = DESC'),
    ]),
  ];
}

function keyType(field: FieldModel): string {
  if (field.kind === 'toMany') throw new Error(`${field.name} is a list and cannot be grouped by`);
  return field.kind === 'column'
    ? field.type.list
      ? `[${field.type.name}!]`
      : field.type.name
    : modelOf(field.target()).name;
}
