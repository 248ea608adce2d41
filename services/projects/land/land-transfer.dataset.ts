import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Decimal, ID, LandNo, LocalDate, ProjectCode, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { LandInstalment } from './land-instalment.entity.js';
import { LandTransfer } from './land-transfer.entity.js';
import { readInstalments } from './read-instalments.js';

/** 供地结果 as the land administration prints it; its project is found afterwards, by code or by name. */
export const landSupply = defineDataset({
  id: 'projects.land-supply',
  title: '供地结果 / Results of land supply',
  file: 'land-supply',
  columns: [
    { field: 'regionText', head: '行政区', type: Text },
    { field: 'regionCode', head: '行政区代码', type: RegionCode },
    { field: 'landNo', head: '电子监管号', type: LandNo, required: true },
    { field: 'projectTitle', head: '项目名称', type: Text },
    { field: 'projectCode', head: '投资项目统一代码', type: ProjectCode },
    { field: 'location', head: '项目位置', type: Text },
    { field: 'areaHectares', head: '面积(公顷)', type: Decimal },
    { field: 'landSource', head: '土地来源', type: Text },
    { field: 'landUse', head: '土地用途', type: Text },
    {
      field: 'supplyMethod',
      head: '供地方式',
      type: Text,
      codes: {
        划拨: 'ALLOCATION',
        挂牌出让: 'LISTING',
        拍卖出让: 'AUCTION',
        招标出让: 'TENDER',
        协议出让: 'AGREEMENT',
      },
    },
    { field: 'usageYears', head: '土地使用年限', type: Text },
    { field: 'industry', head: '行业分类', type: Text },
    { field: 'grade', head: '土地级别', type: Text },
    { field: 'price', head: '成交价格(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'instalments', head: '分期支付约定', type: Text, parse: readInstalments },
    { field: 'holder.name', head: '土地使用权人', type: Text },
    { field: 'holder.uscc', head: '土地使用权人统一社会信用代码', type: Uscc },
    { field: 'holder.agencyId', head: '土地使用权人机构编号', type: ID },
    { field: 'plotRatioMin', head: '约定容积率下限', type: Decimal },
    { field: 'plotRatioMax', head: '约定容积率上限', type: Decimal },
    { field: 'handoverPlanned', head: '约定交地时间', type: LocalDate },
    { field: 'startPlanned', head: '约定开工时间', type: LocalDate },
    { field: 'completionPlanned', head: '约定竣工时间', type: LocalDate },
    { field: 'actualStart', head: '实际开工时间', type: LocalDate },
    { field: 'actualCompletion', head: '实际竣工时间', type: LocalDate },
    { field: 'approvedBy', head: '批准单位', type: Text },
    { field: 'signedOn', head: '合同签订日期', type: LocalDate },
  ],
  entities: [LandTransfer, LandInstalment],
  keep: ['project_id', 'project_link_method', 'project_link_confidence'],
  rows: ({ instalments, ...cells }, { jurisdiction, currency, source, asOf }) => {
    const id = String(cells['landNo']);
    const printed = (instalments ?? []) as NonNullable<ReturnType<typeof readInstalments>>;
    return [
      [
        {
          ...cells,
          id,
          holder: identifiedParty(cells['holder'], jurisdiction),
          regionEdition: editionOf((cells['signedOn'] as string | null) ?? asOf),
          currency,
          sourceUnit: 'WAN_YUAN',
          jurisdiction,
          source,
        },
      ],
      printed.map((each) => ({
        ...each,
        id: `${id}/${each.sequence}`,
        landTransferId: id,
        currency,
        jurisdiction,
        source,
      })),
    ];
  },
});
