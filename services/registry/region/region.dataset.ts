import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Int, RegionCode, RegionEdition, Text } from '../../../subgraph/model/types.js';
import { Region, RegionKind } from './region.entity.js';

/** A city's own regions with their editions: development zones, and changes newer than the national list. */
export const regions = defineDataset({
  id: 'registry.regions',
  title: '行政区划与开发区 / Regions and development zones',
  file: 'regions',
  owner: '民政部门 / Civil affairs department',
  basis: '举措第 22 项；行政区划管理条例（国务院令第704号） / Measure 22; Regulations on Administrative Divisions',
  frequency: 'ON_CHANGE',
  key: ['code', 'editionFrom'],
  columns: [
    {
      field: 'code',
      head: '区划代码',
      aliases: ['行政区划代码', '代码'],
      type: RegionCode,
      required: true,
      example: '349903',
    },
    {
      field: 'name',
      head: '名称',
      aliases: ['区划名称', '行政区划名称'],
      type: Text,
      required: true,
      example: '映川区',
    },
    {
      head: '英文名称',
      aliases: ['英文名'],
      type: Text,
      example: 'Yingchuan District',
      doc: '英文名称 / English name',
    },
    { field: 'fullName', head: '全称', type: Text, example: '阳光市映川区' },
    { field: 'level', head: '级别', aliases: ['层级'], type: Int, required: true, example: '3' },
    {
      field: 'kind',
      head: '类型',
      aliases: ['类别', '区划类型'],
      required: true,
      ...coded(RegionKind, { 行政区划: 'ADMIN', 功能区: 'ZONE' }),
    },
    {
      field: 'parentCode',
      head: '上级代码',
      aliases: ['上级区划代码', '父级代码'],
      type: RegionCode,
      example: '349900',
      doc: '上级行政区的代码，开发区填所在县区的代码 / Code of the region above; of a zone, the district it lies in',
    },
    {
      field: 'editionFrom',
      head: '启用版本',
      aliases: ['启用版次', '启用年月'],
      type: RegionEdition,
      doc: '自该年月起有此代码，一直就有则为空 / First month with the code, yyyymm; blank if it always stood',
    },
    {
      field: 'editionTo',
      head: '停用版本',
      aliases: ['停用版次', '停用年月'],
      type: RegionEdition,
      example: '202312',
      doc: '自该年月起不再有此代码，现行则为空 / First month without it, yyyymm; blank while in force',
    },
    {
      field: 'supersededBy',
      head: '替代代码',
      aliases: ['现代码', '变更后代码'],
      type: Text,
      example: '349905',
      doc: '撤并后承接的代码，多个用分号隔开 / Codes that took over, separated by semicolons',
    },
  ],
  entities: [Region],
  rows: (cells, { jurisdiction, source }) => {
    const { editionFrom, supersededBy, ...rest } = cells as {
      code: string;
      editionFrom: string | null;
      supersededBy: string | null;
    };
    const edition = editionFrom ?? OPEN_TO_PAST;
    const successors = supersededBy?.split(/[;；]/).map((code) => code.trim()) ?? null;
    return [
      [
        {
          ...rest,
          id: `${rest.code}@${edition}`,
          edition,
          openToPast: editionFrom === null,
          supersededBy: successors,
          source: `${jurisdiction} ${source}`,
        },
      ],
    ];
  },
});

/** The edition written for an entry that the file dates no start for: the first of the code standard. */
const OPEN_TO_PAST = '198001';
