import { convertUnit, parseDecimal } from '../../../schema/vocabulary/decimal.js';
import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Bool, LocalDate, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { LegalEntity, LegalEntityStatus } from './legal-entity.entity.js';

export const legalPersons = defineDataset({
  id: 'registry.legal-persons',
  title: '法人名录 / Directory of legal persons',
  file: 'legal-persons',
  owner:
    '市场监督管理、机构编制、民政部门 / Departments for market regulation, public-sector establishment, civil affairs',
  basis:
    '举措第 22 项；企业信息公示暂行条例（国务院令第654号） / Measure 22; Interim Regulations on the Disclosure of Enterprise Information',
  frequency: 'MONTHLY',
  key: ['uscc'],
  columns: [
    {
      field: 'uscc',
      head: '统一社会信用代码',
      aliases: ['社会信用代码', '统一信用代码', '法人代码'],
      type: Uscc,
      required: true,
    },
    {
      field: 'name',
      head: '企业名称',
      aliases: ['名称', '单位名称', '法人名称', '市场主体名称'],
      type: Text,
      required: true,
      example: '阳光市惠卓文化用品商贸有限公司',
    },
    {
      field: 'registrationAuthority',
      head: '登记机关',
      aliases: ['登记管理机关', '发证机关'],
      type: Text,
      example: '阳光市市场监督管理局',
    },
    {
      field: 'entityType',
      head: '企业类型',
      aliases: ['类型', '市场主体类型', '单位类型'],
      type: Text,
      example: '有限责任公司(自然人投资或控股)',
    },
    {
      field: 'status',
      head: '登记状态',
      aliases: ['经营状态', '企业状态', '状态'],
      ...coded(LegalEntityStatus, {
        在业: 'ACTIVE',
        开业: 'ACTIVE',
        '存续（在营、开业、在册）': 'ACTIVE',
        '吊销，未注销': 'REVOKED',
      }),
    },
    {
      field: 'establishedOn',
      head: '成立日期',
      aliases: ['注册日期', '设立日期'],
      type: LocalDate,
      example: '2012-05-18',
    },
    {
      field: 'endedOn',
      head: '注销日期',
      aliases: ['注吊销日期', '注销(吊销)日期'],
      type: LocalDate,
    },
    {
      field: 'registeredCapitalText',
      head: '注册资本',
      aliases: ['注册资金', '开办资金'],
      type: Text,
      example: '500(万元)',
      doc: '按登记原文，如 500(万元)、1000万元人民币、200万美元 / As registered, with its unit and currency',
    },
    {
      field: 'businessScope',
      head: '经营范围',
      aliases: ['业务范围', '宗旨和业务范围'],
      type: Text,
      example: '文化用品、办公设备销售',
    },
    {
      field: 'address',
      head: '住所',
      aliases: ['注册地址', '企业住所', '经营场所', '地址', '法人机构地址'],
      type: Text,
      example: '阳光市映川区澄原路27号',
    },
    {
      field: 'regionCode',
      head: '所属区划代码',
      aliases: ['行政区划代码', '行政区域代码', '登记地区划代码'],
      type: RegionCode,
    },
    {
      head: '地区',
      aliases: ['所属地区', '所在地区'],
      type: Text,
      example: '映川区',
      doc: '地区名称，以区划代码为准 / Name of the region; the code decides',
    },
    {
      field: 'industryCode',
      head: '行业代码',
      aliases: ['国民经济行业代码', '法人机构行业代码'],
      type: Text,
      codeList: { name: 'GB/T 4754', edition: '2017' },
      example: '5141',
    },
    { field: 'size', head: '企业规模', aliases: ['规模', '单位规模'], type: Text, example: '小型' },
    { field: 'isSme', head: '是否中小微企业', aliases: ['是否中小企业', '中小微企业'], type: Bool },
  ],
  entities: [LegalEntity],
  rows: (cells, { jurisdiction, source, asOf }) => [
    [
      {
        ...cells,
        ...readCapital(cells['registeredCapitalText']),
        regionEdition: editionOf(asOf),
        jurisdiction,
        source,
      },
    ],
  ],
});

const CAPITAL = /^([\d.,]+)\s*[（(]?(万)?(元)?[)）]?(人民币|美元|欧元|港元|日元)?(元)?[)）]?$/;
const CURRENCIES: Readonly<Record<string, string>> = { 美元: 'USD', 欧元: 'EUR', 港元: 'HKD', 日元: 'JPY' };

/** `500(万元)`, `1000万元人民币`, `200万美元` → an exact amount with its currency; anything else stays text only. */
export function readCapital(text: unknown): { registeredCapital: string | null; capitalCurrency: string | null } {
  const [, number = '', wan, , currency = ''] = CAPITAL.exec(String(text ?? '').trim()) ?? [];
  const amount = number ? parseDecimal(number.replaceAll(',', '')) : undefined;
  if (!amount?.ok) return { registeredCapital: null, capitalCurrency: null };
  return {
    registeredCapital: convertUnit(amount.value, wan ? 'WAN_YUAN' : 'YUAN'),
    capitalCurrency: CURRENCIES[currency] ?? 'CNY',
  };
}
