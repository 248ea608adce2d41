import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Decimal, ID, LandNo, LocalDate, ProjectCode, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { LandInstalment } from './land-instalment.entity.js';
import { LandSupplyMethod, LandTransfer } from './land-transfer.entity.js';
import { readInstalments } from './read-instalments.js';

/** 供地结果 as the land administration prints it; its project is found afterwards, by code or by name. */
export const landSupply = defineDataset({
  id: 'projects.land-supply',
  title: '供地结果 / Results of land supply',
  file: 'land-supply',
  owner: '自然资源部门 / Natural resources department',
  basis:
    '举措第 17、18 项；招标拍卖挂牌出让国有建设用地使用权规定（国土资源部令第39号） / Measures 17 and 18; Provisions on Granting the Right to Use State-owned Construction Land (MLR order 39)',
  frequency: 'ON_EVENT',
  scope: { period: { field: 'signedOn', unit: 'YEAR' } },
  key: ['landNo'],
  columns: [
    { field: 'regionText', head: '行政区', aliases: ['行政区名称', '所在行政区'], type: Text, example: '映川区' },
    {
      field: 'regionCode',
      head: '行政区代码',
      aliases: ['行政区划代码', '项目所在行政区划代码', '区划代码'],
      type: RegionCode,
    },
    { field: 'landNo', head: '电子监管号', aliases: ['电子监管编号'], type: LandNo, required: true },
    {
      field: 'projectTitle',
      head: '项目名称',
      aliases: ['用地项目名称'],
      type: Text,
      example: '映川区澜湾片区安置房项目',
    },
    {
      field: 'projectCode',
      head: '投资项目统一代码',
      aliases: ['项目代码', '项目统一代码'],
      type: ProjectCode,
    },
    {
      field: 'location',
      head: '项目位置',
      aliases: ['土地坐落', '宗地位置', '地块位置'],
      type: Text,
      example: '映川区莲岸路以西、云浦路以北',
    },
    {
      field: 'areaHectares',
      head: '面积(公顷)',
      aliases: ['土地面积(公顷)', '供地面积(公顷)'],
      type: Decimal,
      example: '5.2928',
    },
    { field: 'landSource', head: '土地来源', type: Text, example: '新增建设用地' },
    { field: 'landUse', head: '土地用途', aliases: ['用途', '规划用途'], type: Text, example: '城镇住宅用地' },
    {
      field: 'supplyMethod',
      head: '供地方式',
      aliases: ['供应方式', '出让方式'],
      ...coded(LandSupplyMethod, { 挂牌: 'LISTING', 拍卖: 'AUCTION', 招标: 'TENDER', 协议: 'AGREEMENT' }),
    },
    {
      field: 'usageYears',
      head: '土地使用年限',
      aliases: ['使用年限', '出让年限'],
      type: Text,
      example: '70',
    },
    { field: 'industry', head: '行业分类', aliases: ['行业'], type: Text, example: '房地产业' },
    { field: 'grade', head: '土地级别', aliases: ['土地等级'], type: Text, example: '三级' },
    {
      field: 'price',
      head: '成交价格(万元)',
      aliases: ['成交价(万元)', '成交价款(万元)', '土地价款(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '10484.0000',
    },
    {
      field: 'instalments',
      head: '分期支付约定',
      aliases: ['支付期限及金额', '分期付款约定'],
      type: Text,
      parse: readInstalments,
      example: '第1期:2024年07月30日:5242.0000;第2期:2025年01月30日:5242.0000',
      doc: '各期写作“第1期:支付日期:金额”，分号隔开，金额单位：万元 / Each instalment as `第1期:date:amount`, separated by semicolons, amounts in ten thousand yuan',
    },
    {
      field: 'holder.name',
      head: '土地使用权人',
      aliases: ['受让人', '受让人名称', '竞得人', '土地使用者'],
      type: Text,
      example: '阳光市惠卓置业有限公司',
      personal: true,
    },
    {
      field: 'holder.uscc',
      head: '土地使用权人统一社会信用代码',
      aliases: ['受让人代码', '受让人统一社会信用代码'],
      type: Uscc,
      personal: true,
    },
    {
      field: 'holder.agencyId',
      head: '土地使用权人机构编号',
      aliases: ['受让人机构编号'],
      type: ID,
      example: 'CN-349900-A029',
    },
    { field: 'plotRatioMin', head: '约定容积率下限', aliases: ['容积率下限'], type: Decimal, example: '1.2' },
    { field: 'plotRatioMax', head: '约定容积率上限', aliases: ['容积率上限'], type: Decimal, example: '2.5' },
    {
      field: 'handoverPlanned',
      head: '约定交地时间',
      aliases: ['约定交地日期', '交地时间'],
      type: LocalDate,
      example: '2024年09月30日',
    },
    {
      field: 'startPlanned',
      head: '约定开工时间',
      aliases: ['约定开工日期'],
      type: LocalDate,
      example: '2024年12月21日',
    },
    {
      field: 'completionPlanned',
      head: '约定竣工时间',
      aliases: ['约定竣工日期'],
      type: LocalDate,
      example: '2027年12月21日',
    },
    {
      field: 'actualStart',
      head: '实际开工时间',
      aliases: ['实际开工日期'],
      type: LocalDate,
      example: '2024年12月03日',
    },
    {
      field: 'actualCompletion',
      head: '实际竣工时间',
      aliases: ['实际竣工日期'],
      type: LocalDate,
      example: '2027年11月30日',
    },
    {
      field: 'approvedBy',
      head: '批准单位',
      aliases: ['批准机关', '审批单位'],
      type: Text,
      example: '阳光市人民政府',
    },
    {
      field: 'signedOn',
      head: '合同签订日期',
      aliases: ['签订日期', '合同签订时间'],
      type: LocalDate,
      example: '2024年06月30日',
    },
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
