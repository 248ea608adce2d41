import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Decimal, DocNo, ID, LocalDate, ProjectCode, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { Project } from './project.entity.js';

const STATUS = {
  谋划: 'IDENTIFICATION',
  前期: 'PREPARATION',
  在建: 'IMPLEMENTATION',
  竣工: 'COMPLETION',
  运营: 'MAINTENANCE',
  终止: 'CANCELLED',
} as const;

const TYPE = {
  新建: 'CONSTRUCTION',
  改建: 'REHABILITATION',
  改扩建: 'REHABILITATION',
  迁建: 'REPLACEMENT',
  扩建: 'EXPANSION',
  拆除: 'DECOMMISSIONING',
} as const;

/** OC4IDS projectSector codes. */
const SECTOR = {
  教育: 'education',
  卫生健康: 'health',
  公路: 'transport.road',
  水运: 'transport.water',
  轨道与公交: 'transport.urban',
  供水排水: 'waterAndWaste',
  环境保护: 'environment',
  保障性住房: 'socialHousing',
  文化体育: 'cultureSportsAndRecreation',
  政务与信息化: 'governance',
  产业园区: 'economy',
  能源: 'energy',
  农田水利: 'water',
} as const;

export const projectRegister = defineDataset({
  id: 'projects.projects',
  title: '政府投资项目库 / Register of government investment projects',
  file: 'projects',
  columns: [
    { field: 'code', head: '项目代码', aliases: ['投资项目统一代码'], type: ProjectCode, required: true },
    { field: 'legacyCode', head: '原项目代码', type: Text },
    { field: 'title', head: '项目名称', type: Text, required: true },
    { field: 'description', head: '建设内容', aliases: ['建设规模及内容'], type: Text },
    { field: 'publicAuthority.name', head: '项目单位', aliases: ['建设单位'], type: Text },
    { field: 'publicAuthority.uscc', head: '项目单位统一社会信用代码', type: Uscc },
    { field: 'publicAuthority.agencyId', head: '项目单位机构编号', type: ID },
    { field: 'authorityAgencyId', head: '主管部门机构编号', type: ID },
    { field: 'status', head: '项目阶段', type: Text, codes: STATUS },
    { field: 'type', head: '建设性质', type: Text, codes: TYPE },
    { field: 'sector', head: '行业领域', type: Text, codes: SECTOR },
    { field: 'industryCode', head: '行业代码', type: Text },
    { field: 'regionCode', head: '行政区划代码', type: RegionCode },
    { field: 'budgetAmount', head: '总投资(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'annualPlanAmount', head: '本年度计划投资(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'startDate', head: '计划开工日期', type: LocalDate },
    { field: 'endDate', head: '计划竣工日期', type: LocalDate },
    { field: 'actualStart', head: '实际开工日期', type: LocalDate },
    { field: 'actualCompletion', head: '实际竣工日期', type: LocalDate },
    { field: 'physicalProgress', head: '形象进度(%)', type: Decimal },
    { field: 'approvalNo', head: '批复文号', type: DocNo },
    { field: 'approvedOn', head: '批复日期', type: LocalDate },
    { field: 'locationText', head: '建设地点', type: Text },
    { field: 'longitude', head: '经度', type: Decimal },
    { field: 'latitude', head: '纬度', type: Decimal },
    { field: 'publishedOn', head: '发布日期', type: LocalDate },
  ],
  entities: [Project],
  rows: (cells, { jurisdiction, currency, source, asOf }) => [
    [
      {
        ...cells,
        id: cells['code'],
        scheme: 'CN-GBT40058',
        sector: cells['sector'] ? [cells['sector']] : null,
        publicAuthority: identifiedParty(cells['publicAuthority'], jurisdiction),
        regionEdition: editionOf(asOf),
        budgetCurrency: currency,
        jurisdiction,
        source,
      },
    ],
  ],
});
