import { type Column, yesNo } from '../write/table.js';
import type { Agency, Succession } from './agencies.js';
import type { LegalPerson } from './legal-persons.js';
import { type Region, regionCodeOn } from './regions.js';
import { HANDOVER } from '../calendar.js';

export const AGENCY_COLUMNS: readonly Column<Agency>[] = [
  ['机构编号', ({ id }) => id],
  ['统一社会信用代码', ({ uscc }) => uscc],
  ['机构名称', ({ name }) => name],
  ['机构简称', ({ shortName }) => shortName],
  ['英文名称', ({ nameEn }) => nameEn],
  ['机构层级', ({ level }) => level],
  ['行政区划代码', ({ regionCode }) => regionCode],
  ['机构类别', ({ kind }) => kind],
  ['预算单位编码', ({ budgetUnit }) => budgetUnit],
  ['是否执法主体', ({ enforces }) => yesNo(enforces)],
  ['是否具有行政处罚权', ({ penalises }) => yesNo(penalises)],
  ['启用日期', ({ from }) => from],
  ['停用日期', ({ to }) => to],
  ['办公地址', ({ address }) => address],
  ['办公电话', ({ phone }) => phone],
  ['办公时间', ({ to }) => (to === '' ? '周一至周五 8:30-12:00，14:30-17:30' : '')],
  ['负责人职务', ({ name }) => postOf(name)],
  ['上级机构编号', ({ parentId }) => parentId],
];

export const SUCCESSION_COLUMNS: readonly Column<Succession>[] = [
  ['沿革编号', ({ id }) => id],
  ['原机构编号', ({ predecessor }) => predecessor.id],
  ['原机构名称', ({ predecessor }) => predecessor.name],
  ['承接机构编号', ({ successor }) => successor.id],
  ['承接机构名称', ({ successor }) => successor.name],
  ['生效日期', ({ on }) => on],
  ['沿革类型', ({ kind }) => kind],
  ['依据文号', ({ basis }) => basis],
];

export const REGION_COLUMNS: readonly Column<Region>[] = [
  ['区划代码', ({ code }) => code],
  ['名称', ({ name }) => name],
  ['英文名称', ({ nameEn }) => nameEn],
  ['全称', ({ fullName }) => fullName],
  ['级别', ({ level }) => level],
  ['类型', ({ kind }) => kind],
  ['上级代码', ({ parent }) => parent],
  ['启用版本', ({ from }) => from],
  ['停用版本', ({ to }) => to],
  ['替代代码', ({ supersededBy }) => supersededBy],
];

export const LEGAL_PERSON_COLUMNS: readonly Column<LegalPerson>[] = [
  ['统一社会信用代码', ({ uscc }) => uscc],
  ['企业名称', ({ name }) => name],
  ['登记机关', ({ authority }) => authority],
  ['企业类型', ({ type }) => type],
  ['登记状态', ({ status }) => status],
  ['成立日期', ({ establishedOn }) => establishedOn],
  ['注销日期', ({ endedOn }) => endedOn],
  ['注册资本', ({ capital }) => capital],
  ['经营范围', ({ scope }) => scope],
  ['住所', ({ address }) => address],
  ['所属区划代码', ({ place }) => regionCodeOn(place, HANDOVER)],
  ['行业代码', ({ industry }) => industry],
  ['企业规模', ({ size }) => size],
  ['是否中小微企业', ({ size }) => (size === '' ? '' : yesNo(size !== '大型'))],
];

const POSTS: readonly (readonly [RegExp, string])[] = [
  [/医院$/, '院长'],
  [/(中学|小学|学校)$/, '校长'],
  [/学院$/, '院长'],
  [/图书馆$/, '馆长'],
  [/红十字会$/, '会长'],
  [/^共青团/, '书记'],
  [/(委员会|办公室|中心)$/, '主任'],
];

function postOf(name: string): string {
  return POSTS.find(([ending]) => ending.test(name))?.[1] ?? '局长';
}
