import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Int, RegionCode, RegionEdition, Text } from '../../../subgraph/model/types.js';
import { Region } from './region.entity.js';

/** A city's own regions with their editions: development zones, and changes newer than the national list. */
export const regions = defineDataset({
  id: 'registry.regions',
  title: '行政区划与开发区 / Regions and development zones',
  file: 'regions',
  columns: [
    { field: 'code', head: '区划代码', type: RegionCode, required: true },
    { field: 'name', head: '名称', type: Text, required: true },
    { field: 'fullName', head: '全称', type: Text },
    { field: 'level', head: '级别', type: Int, required: true },
    { field: 'kind', head: '类型', type: Text, required: true, codes: { 行政区: 'ADMIN', 开发区: 'ZONE' } },
    { field: 'parentCode', head: '上级代码', type: RegionCode },
    { field: 'editionFrom', head: '启用版本', type: RegionEdition },
    { field: 'editionTo', head: '停用版本', type: RegionEdition },
    { field: 'supersededBy', head: '替代代码', type: Text },
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
