import { addDays } from '../../../schema/vocabulary/local-date.js';
import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Bool, DocNo, ID, LocalDate, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { AgencySuccession, SuccessionKind } from './agency-succession.entity.js';
import { Agency, AgencyKind, AgencyLevel } from './agency.entity.js';

const HANDED_IN = {
  owner: '机构编制部门 / Office for public-sector establishment',
  basis:
    '举措第 25 项；政府信息公开条例（国务院令第711号）第二十条第（二）项 / Measure 25; Regulations on Open Government Information, art. 20 (2)',
  frequency: 'ON_CHANGE',
} as const;

export const agencies = defineDataset({
  id: 'registry.agencies',
  title: '机构名录 / Directory of agencies',
  file: 'agencies',
  ...HANDED_IN,
  key: ['id'],
  columns: [
    {
      field: 'id',
      head: '机构编号',
      aliases: ['单位编号', '机构标识'],
      type: ID,
      required: true,
      example: 'CN-349900-A001',
      doc: '本市机构编号，一个机构始终一个编号，不重复使用 / The city’s own number of the agency: one for good, never used again',
    },
    {
      field: 'uscc',
      head: '统一社会信用代码',
      aliases: ['社会信用代码', '统一信用代码', '信用代码'],
      type: Uscc,
    },
    {
      field: 'name',
      head: '机构名称',
      aliases: ['单位名称', '部门名称', '名称'],
      type: Text,
      required: true,
      example: '阳光市财政局',
    },
    { field: 'shortName', head: '机构简称', aliases: ['简称', '单位简称'], type: Text, example: '市财政局' },
    {
      field: 'nameEn',
      head: '英文名称',
      aliases: ['英文名', '机构英文名称'],
      type: Text,
      example: 'Sunshine City Finance Bureau',
    },
    {
      field: 'level',
      head: '机构层级',
      aliases: ['层级', '行政层级'],
      ...coded(AgencyLevel, { 县级: 'COUNTY', 区级: 'COUNTY', 乡级: 'TOWNSHIP', 街道: 'TOWNSHIP' }),
    },
    {
      field: 'regionCode',
      head: '行政区划代码',
      aliases: ['区划代码', '行政区域代码', '行政区代码'],
      type: RegionCode,
      example: '349900',
      doc: '所在行政区的代码，已撤并机构填撤并时的代码 / Code of the region it lies in; of an agency that is no more, the code of its last day',
    },
    {
      field: 'kind',
      head: '机构类别',
      aliases: ['机构类型', '单位类别', '机构性质'],
      ...coded(AgencyKind, { 群团组织: 'GROUP', 人民团体: 'GROUP' }),
    },
    {
      field: 'budgetUnitCode',
      head: '预算单位编码',
      aliases: ['预算单位代码', '预算编码'],
      type: Text,
      example: '101001',
    },
    {
      field: 'isEnforcementBody',
      head: '是否执法主体',
      aliases: ['是否行政执法主体', '行政执法主体'],
      type: Bool,
    },
    {
      field: 'hasPenaltyPower',
      head: '是否具有行政处罚权',
      aliases: ['是否有行政处罚权', '行政处罚权'],
      type: Bool,
    },
    {
      field: 'validFrom',
      head: '启用日期',
      aliases: ['设立日期', '成立日期'],
      type: LocalDate,
      example: '2019-01-25',
    },
    {
      field: 'validTo',
      head: '停用日期',
      aliases: ['撤销日期', '撤并日期', '注销日期'],
      type: LocalDate,
      doc: '不再存续的第一天，存续则为空 / First day it is no more; blank while it exists',
    },
    {
      field: 'address',
      head: '办公地址',
      aliases: ['地址', '单位地址', '办公地点'],
      type: Text,
      example: '阳光市映川区澄原路1号',
    },
    {
      field: 'phone',
      head: '办公电话',
      aliases: ['联系电话', '单位电话', '电话'],
      type: Text,
      example: '0999-2100000',
    },
    {
      field: 'officeHours',
      head: '办公时间',
      aliases: ['工作时间', '对外办公时间'],
      type: Text,
      example: '工作日 8:30–12:00，14:30–17:30',
    },
    {
      field: 'responsiblePost',
      head: '负责人职务',
      aliases: ['领导职务', '主要负责人职务'],
      type: Text,
      example: '局长',
      personal: true,
      doc: '负责人的职务，不写姓名 / Post of the head, never a name',
    },
    {
      field: 'parentId',
      head: '上级机构编号',
      aliases: ['上级单位编号', '主管部门编号'],
      type: ID,
      example: 'CN-349900-A001',
      doc: '上级或主管机构的机构编号 / Number of the parent agency or authority in charge',
    },
  ],
  entities: [Agency],
  // An agency that is no more keeps the region code of its last day; the others have today's.
  rows: (cells, { jurisdiction, source, asOf }) => [
    [{ ...cells, regionEdition: editionOf(lastDay(cells['validTo']) ?? asOf), jurisdiction, source }],
  ],
});

/** `validTo` is the first day the agency is no more. */
const lastDay = (validTo: unknown): string | undefined =>
  typeof validTo === 'string' ? addDays(validTo, -1) : undefined;

export const agencySuccessions = defineDataset({
  id: 'registry.agency-successions',
  title: '机构沿革 / Succession of agencies',
  file: 'agency-successions',
  ...HANDED_IN,
  key: ['id'],
  columns: [
    { field: 'id', head: '沿革编号', aliases: ['变动编号'], type: ID, required: true, example: 'CN-349900-S001' },
    {
      field: 'predecessorId',
      head: '原机构编号',
      aliases: ['原单位编号', '撤并机构编号'],
      type: ID,
      required: true,
      example: 'CN-349900-A049',
      doc: '机构名录中原机构的编号 / Number of the agency before, as in the directory of agencies',
    },
    {
      head: '原机构名称',
      aliases: ['原单位名称', '撤并机构名称'],
      type: Text,
      example: '阳光市招标投标管理局',
      doc: '原机构的名称 / Name of the agency before',
    },
    {
      field: 'successorId',
      head: '承接机构编号',
      aliases: ['承接单位编号', '新机构编号'],
      type: ID,
      required: true,
      example: 'CN-349900-A050',
      doc: '机构名录中承接机构的编号 / Number of the agency after, as in the directory of agencies',
    },
    {
      head: '承接机构名称',
      aliases: ['承接单位名称', '新机构名称'],
      type: Text,
      example: '阳光市公共资源交易监督管理局',
      doc: '承接机构的名称 / Name of the agency after',
    },
    {
      field: 'effectiveOn',
      head: '生效日期',
      aliases: ['变动日期', '调整日期'],
      type: LocalDate,
      required: true,
      example: '2019-01-25',
    },
    {
      field: 'kind',
      head: '沿革类型',
      aliases: ['变动类型', '变动方式', '调整方式'],
      ...coded(SuccessionKind, { 职能划转: 'TRANSFERRED', 并入: 'MERGED', 撤并: 'MERGED', 拆分: 'SPLIT' }),
    },
    {
      field: 'basis',
      head: '依据文号',
      aliases: ['批复文号', '文号'],
      type: DocNo,
      example: '阳编〔2019〕3号',
    },
  ],
  entities: [AgencySuccession],
  rows: (cells, { jurisdiction, source }) => [[{ ...cells, jurisdiction, source }]],
});
