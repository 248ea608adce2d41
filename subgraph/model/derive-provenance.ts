/** Where each published row comes from, what was found about it, and what it was before: the same on every entity. */
import type { EntityModel } from './entity-model.js';
import { chineseName, describe, enumSdl, member, objectSdl } from './sdl-text.js';

/** Entities that have a provenance and a history: published rows, not the hub's own records. */
export const isPublished = (model: EntityModel): boolean => model.role === 'entity' && model.ledger === undefined;

export const PROVENANCE_FIELDS = ['provenance', 'findings', 'history'] as const;

/** The records of the hub that other services only refer to. */
const RECORDS = { Batch: '批次 / Batch', Finding: '发现 / Finding' } as const;

/** Types in common, each service's own fields, and references to records that `models` does not hold itself. */
export function provenanceSdl(models: readonly EntityModel[]): string[] {
  const own = new Set(models.map(({ name }) => name));
  const references = Object.entries(RECORDS).flatMap(([name, doc]) =>
    own.has(name)
      ? []
      : [
          `${describe(doc)}\ntype ${name} @key(fields: "id", resolvable: false) {\n${member('编号 / Number', 'id: ID!')}\n}`,
        ],
  );
  return [PROVENANCE, VERSION_END, ...references, ...models.filter(isPublished).flatMap(entityFields)];
}

const PROVENANCE = objectSdl('Provenance @shareable', '来历：一行数据从何而来 / Where a row comes from', [
  member('在本中心发布的时刻 / Instant at which the hub published it', 'publishedAt: DateTime!'),
  member(
    '部门正式公布的日期 / Day on which the department published it officially',
    'officiallyPublishedOn: LocalDate',
  ),
  member('来源文件 / File it was read from', 'sourceFile: String'),
  member('工作表 / Sheet of the file', 'sourceSheet: String'),
  member('文件中的行号 / Row of the file', 'sourceRow: Int'),
  member('内容摘要（SHA-256），可与日志核对 / Digest of the content (SHA-256), proven by the log', 'sha256: String'),
  member('发布它的批次 / Batch that published it', 'batch: Batch'),
]);

const VERSION_END = enumSdl('VersionEnd', '一个文本为何不再有效 / Why a version no longer holds', [
  member('被新的文本取代 / A newer version took its place', 'REVISED'),
  member('撤回 / Withdrawn', 'WITHDRAWN'),
  member('内容已抹除 / Its content was erased', 'REDACTED'),
]);

function entityFields(model: EntityModel): string[] {
  const { name } = model;
  const zh = chineseName(model.doc);
  return [
    objectSdl(`${name}Version`, `${zh}的一个历史文本 / Version of ${name}`, [
      member('自何时有效 / Since when it held', 'publishedAt: DateTime!'),
      member('至何时有效，现行的为空 / Until when; null while it holds', 'until: DateTime'),
      member('为何不再有效 / Why it no longer holds', 'ended: VersionEnd'),
      member('理由 / Reason', 'reason: String'),
      member('与前一文本不同的字段 / Fields that differ from the version before', 'changed: [String!]!'),
      member('其来历 / Its provenance', 'provenance: Provenance!'),
      member(
        '当时的内容；所引用的其他记录按查询的时刻 / The row as it was; rows it refers to are those of the query',
        `row: ${name}!`,
      ),
    ]),
    objectSdl(`${name}History`, `${zh}的历史 / History of ${name}`, [
      member('各文本，新的在前 / Versions, the newest first', `nodes: [${name}Version!]!`),
      member('文本总数 / Number of versions', 'totalCount: Int!'),
      member('分页信息 / Page information', 'pageInfo: HistoryPage!'),
    ]),
    `extend type ${name} {\n${[
      member('来历 / Provenance', 'provenance: Provenance!'),
      member('现存的发现，至多 100 条 / Findings that hold, 100 at most', 'findings: [Finding]'),
      member('历史，新的在前 / History, the newest first', `history(${HISTORY_ARGUMENTS}): ${name}History!`),
    ].join('\n')}\n}`,
  ];
}

const HISTORY_ARGUMENTS = [
  member('条数，0–100 / Versions, 0 to 100', 'first: Int = 20'),
  member('从该游标之后（更早）开始 / Go on after this cursor, with older ones', 'after: String'),
].join(' ');

/** The page of a history, which only goes on. */
export const HISTORY_PAGE = objectSdl('HistoryPage @shareable', '历史的分页 / Page of a history', [
  member('后面还有 / There are older versions', 'hasNextPage: Boolean!'),
  member('本页末条的游标 / Cursor of the last version', 'endCursor: String'),
]);
