import { convertUnit, parseDecimal } from '../../../schema/vocabulary/decimal.js';
import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Bool, LocalDate, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { LegalEntity } from './legal-entity.entity.js';

export const legalPersons = defineDataset({
  id: 'registry.legal-persons',
  title: '法人名录 / Directory of legal persons',
  file: 'legal-persons',
  columns: [
    { field: 'uscc', head: '统一社会信用代码', type: Uscc, required: true },
    { field: 'name', head: '企业名称', aliases: ['名称', '单位名称'], type: Text, required: true },
    { field: 'registrationAuthority', head: '登记机关', type: Text },
    { field: 'entityType', head: '企业类型', aliases: ['类型'], type: Text },
    {
      field: 'status',
      head: '登记状态',
      type: Text,
      codes: { 存续: 'ACTIVE', 在业: 'ACTIVE', 注销: 'CANCELLED', 吊销: 'REVOKED', 迁出: 'MOVED_OUT' },
    },
    { field: 'establishedOn', head: '成立日期', aliases: ['注册日期'], type: LocalDate },
    { field: 'endedOn', head: '注销日期', type: LocalDate },
    { field: 'registeredCapitalText', head: '注册资本', aliases: ['注册资金'], type: Text },
    { field: 'businessScope', head: '经营范围', type: Text },
    { field: 'address', head: '住所', type: Text },
    { field: 'regionCode', head: '所属区划代码', type: RegionCode },
    { field: 'industryCode', head: '行业代码', type: Text },
    { field: 'size', head: '企业规模', type: Text },
    { field: 'isSme', head: '是否中小微企业', type: Bool },
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
