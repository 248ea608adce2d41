import { Column, Entity, Key } from '../../../subgraph/model/decorators.js';
import { Bool, CurrencyCode, enumType, ID, RegionCode, Text } from '../../../subgraph/model/types.js';

export const CityLevel = enumType('CityLevel', '城市层级 / Level of the city', {
  PROVINCE: '省级 / Province',
  PREFECTURE: '地级市 / Prefecture-level city',
  COUNTY: '县区 / County or district',
});

@Entity({
  table: 'city',
  plural: 'cities',
  doc: '本数据中心所属的城市；示例城市的全部数据均为生成 / The city this hub is for; all data of a sample city is generated',
})
export class City {
  @Key(ID, '辖区标识，各领域数据以此区分 / Jurisdiction, by which the rows of every domain are told apart')
  jurisdiction!: string;
  @Column(Text, '名称 / Name', { required: true }) name!: string;
  @Column(Text, '英文名称 / English name') nameEn?: string | null;
  @Column(RegionCode, '行政区划代码 / Region code (GB/T 2260)', { required: true }) regionCode!: string;
  @Column(CityLevel, '层级 / Level', { required: true }) level!: string;
  @Column(CurrencyCode, '金额币种 / Currency of its amounts (ISO 4217)', { required: true }) currency!: string;
  @Column(Bool, '是否为生成的示例城市，并非真实数据 / Is it the generated sample city, not real data', {
    required: true,
    filter: true,
  })
  sample!: boolean;
}
