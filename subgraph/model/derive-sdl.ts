/** The SDL that follows from the models of a service: connections, filters, orders, totals, groups and root fields. */
import { HISTORY_PAGE, provenanceSdl } from './derive-provenance.js';
import { groupable, sortable } from './capabilities.js';
import { conventionTypes } from './convention-sdl.js';
import { entityFilters, filterInput, valueFilters } from './derive-filter.js';
import { boundedKinds, groupsField, totalTypes } from './derive-totals.js';
import { fieldOf, modelOf, screamingCase, type EntityModel } from './entity-model.js';
import { searched } from './indexes.js';
import { chineseName, enumSdl, inputSdl, member, objectSdl } from './sdl-text.js';

/** Everything derived for a service, to be joined with the types TypeGraphQL prints. */
export function deriveSdl(models: readonly EntityModel[]): string {
  const entities = models.filter((model) => model.role === 'entity');
  const values = [...new Set(models.flatMap(embedded))];
  return [
    conventionTypes,
    HISTORY_PAGE,
    ...provenanceSdl(models),
    ...valueFilters([...models, ...values], boundedKinds(entities)),
    ...entities.flatMap((model) => [...entityFilters(model), ...pageTypes(model), ...totalTypes(model)]),
    ...values.map(filterInput),
    ...models.flatMap(contributedFields),
    rootFields(entities),
  ].join('\n\n');
}

const embedded = (model: EntityModel): EntityModel[] =>
  [...model.fields.values()].flatMap((field) => (field.kind === 'embed' ? [modelOf(field.target())] : []));

function pageTypes(model: EntityModel): string[] {
  const { name } = model;
  const zh = chineseName(model.doc);
  return [
    enumSdl(
      `${name}OrderField`,
      `${zh}的排序字段 / Fields to order ${name} by`,
      sortable(model).map((field) => member(field.doc, screamingCase(field.name))),
    ),
    inputSdl(`${name}Order`, `${zh}的排序 / Order of ${name}`, [
      member('字段 / Field', `field: ${name}OrderField!`),
      member('方向 / Direction', 'direction: OrderDirection = ASC'),
      member('空值位置，默认在后 / Where blanks go, last by default', 'nulls: NullsOrder = LAST'),
    ]),
    objectSdl(`${name}Connection`, `${zh}列表的一页 / A page of ${name}`, [
      member('本页各行 / Rows of the page', `nodes: [${name}!]!`),
      member('本页各行及其游标 / Rows with their cursors', `edges: [${name}Edge!]!`),
      member('分页信息 / Page information', 'pageInfo: PageInfo!'),
      member('符合条件的总行数，不受分页影响 / All rows that match, whatever the page', 'totalCount: Int!'),
      member('符合条件各行的汇总，不受分页影响 / Totals of all rows that match', `aggregates: ${name}Aggregates!`),
      ...(groupable(model).length ? [groupsField(model)] : []),
    ]),
    objectSdl(`${name}Edge`, `${zh}及其游标 / ${name} with its cursor`, [
      member('该行 / The row', `node: ${name}!`),
      member('游标 / Cursor', 'cursor: String!'),
    ]),
  ];
}

const connectionArguments = (model: EntityModel): string => {
  const { name } = model;
  const texts = searched(model).map((field) => chineseName(field.doc));
  return [
    member('筛选条件，省略即不限 / Filter; omitted means none', `filter: ${name}Filter`),
    member('排序，末尾总是加上主键 / Order; the key is always appended', `orderBy: [${name}Order!]`),
    ...(texts.length
      ? [
          member(
            `检索（${texts.join('、')}）：以空格分隔的词须全部出现，每词两字以上，不分全半角与繁简 / Search: every word, of two characters or more, occurs; width and script do not matter`,
            'search: String',
          ),
        ]
      : []),
    member('每页条数，0–500，默认 20 / Rows per page, 0 to 500, 20 by default', 'first: Int'),
    member('从该游标之后开始 / Start after this cursor', 'after: String'),
    member('游标之前的条数 / Rows before a cursor', 'last: Int'),
    member('到该游标之前为止 / End before this cursor', 'before: String'),
  ].join(' ');
};

function contributedFields(model: EntityModel): string[] {
  const lists = [...model.fields.values()].filter((field) => field.kind === 'toMany');
  if (!lists.length) return [];
  const fields = lists.map((field) => {
    const target = modelOf(field.target());
    return member(field.doc, `${field.name}(${connectionArguments(target)}): ${target.name}Connection`);
  });
  return [`extend type ${model.name} {\n${fields.join('\n')}\n}`];
}

function rootFields(entities: readonly EntityModel[]): string {
  const fields = entities.flatMap((model) => {
    const keys = model.keys.map((key) => {
      const field = fieldOf(model, key);
      return field.kind === 'column' ? member(field.doc, `${key}: ${field.type.name}!`) : '';
    });
    return [
      member(
        `${model.doc} — 列表 / collection`,
        `${model.plural}(${connectionArguments(model)}): ${model.name}Connection`,
      ),
      member(
        `${model.doc} — 按键查找，没有则为空 / by key, null when there is none`,
        `${model.singular}(${keys.join(' ')}): ${model.name}`,
      ),
    ];
  });
  return `extend type Query {\n${fields.join('\n')}\n}`;
}
