import { THRESHOLDS } from '../city.js';
import { type Fen, wanYuan } from '../fen.js';
import { type Column, yesNo } from '../write/table.js';
import { type CatalogueItem, CATALOGUE, EDITION, itemCode, itemName } from './catalogue.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import type { Agency } from '../registry/agencies.js';
import { regionCodeOn } from '../registry/regions.js';
import { HANDOVER } from '../calendar.js';

export interface CentralEntry {
  readonly year: string;
  readonly kind: '集中采购目录' | '分散采购限额标准' | '公开招标数额标准';
  readonly code: string;
  readonly name: string;
  readonly threshold: Fen | null;
  readonly scope: string;
  readonly basis: string;
}

const CENTRALISED = [
  'A020101',
  'A020102',
  'A020103',
  'A020104',
  'A020106',
  'A020201',
  'A020202',
  'A020301',
  'A050101',
  'A050102',
  'A070101',
  'C020101',
  'C020301',
  'C020401',
  'C040101',
  'C040201',
  'C060101',
  'C060401',
  'C060201',
];
const BASES: Readonly<Record<string, string>> = {
  2022: '阳财购〔2021〕18号',
  2023: '阳财购〔2022〕21号',
  2024: '阳财购[2023]26号',
};

/** The central catalogue and the limits of each year. */
export const CENTRAL_ENTRIES: readonly CentralEntry[] = Object.entries(THRESHOLDS).flatMap(([year, limits]) => {
  const entry = (kind: CentralEntry['kind'], code: string, threshold: Fen | null, scope: string): CentralEntry => {
    return { year, kind, code, name: itemName(code), threshold, scope, basis: BASES[year] ?? '' };
  };
  return [
    ...CENTRALISED.map((short) => entry('集中采购目录', itemCode(short), null, '全市各级国家机关、事业单位和团体组织')),
    entry('分散采购限额标准', 'A', limits.goods, '未纳入集中采购目录的货物'),
    entry('分散采购限额标准', 'B', limits.works, '未纳入集中采购目录的工程'),
    entry('分散采购限额标准', 'C', limits.services, '未纳入集中采购目录的服务'),
    entry('公开招标数额标准', 'A', limits.openTender, '货物'),
    entry('公开招标数额标准', 'B', limits.openTenderWorks, '工程施工'),
    entry('公开招标数额标准', 'C', limits.openTender, '服务'),
  ];
});

export const CENTRAL_COLUMNS: readonly Column<CentralEntry>[] = [
  ['年度', ({ year }) => year],
  ['类型', ({ kind }) => kind],
  ['品目编码', ({ code }) => code],
  ['名称', ({ name }) => name],
  ['是否集中采购', ({ kind }) => yesNo(kind === '集中采购目录')],
  ['限额标准(万元)', ({ threshold }) => (threshold === null ? '' : wanYuan(threshold))],
  ['适用范围', ({ scope }) => scope],
  ['依据文号', ({ basis }) => basis],
];

const CATEGORY_NAMES = { goods: '货物', works: '工程', services: '服务' } as const;

export const CATALOGUE_COLUMNS: readonly Column<CatalogueItem>[] = [
  ['品目编码', ({ code }) => code],
  ['品目名称', ({ name }) => name],
  ['上级编码', ({ parent }) => parent],
  ['级别', ({ level }) => level],
  ['类别', ({ category }) => CATEGORY_NAMES[category]],
  ['说明', ({ code, name }) => (CATALOGUE.some(({ parent }) => parent === code) ? `包括${name}的各细目` : '')],
  ['目录版本', () => EDITION],
];

/** Who may run a purchase for a body: the city's own centre and the registered agents. */
export const AGENT_COLUMNS: readonly Column<Agency | LegalPerson>[] = [
  ['统一社会信用代码', ({ uscc }) => uscc],
  ['机构名称', ({ name }) => name],
  ['机构类型', (agent) => ('id' in agent ? '集中采购机构' : '社会代理机构')],
  ['所在地区划代码', ({ place }) => regionCodeOn(place, HANDOVER)],
  ['代理资格', (agent) => ('id' in agent ? '集中采购目录内项目' : '政府采购货物、工程和服务代理')],
  ['登记日期', (agent) => ('id' in agent ? agent.from : agent.establishedOn)],
  ['办公电话', ({ phone }) => phone],
];
