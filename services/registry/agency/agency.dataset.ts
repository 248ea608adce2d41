import { addDays } from '../../../schema/vocabulary/local-date.js';
import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Bool, DocNo, ID, LocalDate, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { AgencySuccession } from './agency-succession.entity.js';
import { Agency } from './agency.entity.js';

export const agencies = defineDataset({
  id: 'registry.agencies',
  title: '机构名录 / Directory of agencies',
  file: 'agencies',
  columns: [
    { field: 'id', head: '机构编号', type: ID, required: true },
    { field: 'uscc', head: '统一社会信用代码', type: Uscc },
    { field: 'name', head: '机构名称', type: Text, required: true },
    { field: 'shortName', head: '机构简称', type: Text },
    { field: 'nameEn', head: '英文名称', type: Text },
    {
      field: 'level',
      head: '机构层级',
      type: Text,
      codes: { 省级: 'PROVINCE', 市级: 'PREFECTURE', 县级: 'COUNTY', 乡级: 'TOWNSHIP' },
    },
    { field: 'regionCode', head: '行政区划代码', type: RegionCode },
    {
      field: 'kind',
      head: '机构类别',
      type: Text,
      codes: {
        政府部门: 'DEPARTMENT',
        派出机构: 'BRANCH',
        法律法规授权组织: 'AUTHORISED',
        公共企事业单位: 'PUBLIC_INSTITUTION',
        群团组织: 'GROUP',
        群团: 'GROUP',
      },
    },
    { field: 'budgetUnitCode', head: '预算单位编码', type: Text },
    { field: 'isEnforcementBody', head: '是否执法主体', type: Bool },
    { field: 'hasPenaltyPower', head: '是否具有行政处罚权', type: Bool },
    { field: 'validFrom', head: '启用日期', type: LocalDate },
    { field: 'validTo', head: '停用日期', type: LocalDate },
    { field: 'address', head: '办公地址', type: Text },
    { field: 'phone', head: '办公电话', type: Text },
    { field: 'officeHours', head: '办公时间', type: Text },
    { field: 'responsiblePost', head: '负责人职务', type: Text },
    { field: 'parentId', head: '上级机构编号', type: ID },
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
  columns: [
    { field: 'id', head: '沿革编号', type: ID, required: true },
    { field: 'predecessorId', head: '原机构编号', type: ID, required: true },
    { field: 'successorId', head: '承接机构编号', type: ID, required: true },
    { field: 'effectiveOn', head: '生效日期', type: LocalDate, required: true },
    {
      field: 'kind',
      head: '沿革类型',
      type: Text,
      codes: { 合并: 'MERGED', 更名: 'RENAMED', 分设: 'SPLIT', 职能划转: 'TRANSFERRED', 职责划转: 'TRANSFERRED' },
    },
    { field: 'basis', head: '依据文号', type: DocNo },
  ],
  entities: [AgencySuccession],
  rows: (cells, { jurisdiction, source }) => [[{ ...cells, jurisdiction, source }]],
});
