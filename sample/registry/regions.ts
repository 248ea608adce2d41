import { CITY } from '../city.js';

/** A row of the city's own list of regions; editions are yyyymm, half open, blank = open. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly fullName: string;
  readonly level: 2 | 3 | 4;
  readonly kind: '行政区' | '开发区';
  readonly parent: string;
  readonly from: string;
  readonly to: string;
  readonly supersededBy: string;
}

/** From this day 沐泽县 is 沐泽区, with another code. */
export const COUNTY_BECAME_DISTRICT = '2023-06-01';
const CHANGE_EDITION = '202306';
export const OLD_COUNTY = '349922';
export const NEW_DISTRICT = '349905';

// Code, name, English name, towns and streets. No county of China has these names.
const COUNTIES: readonly (readonly [string, string, string, string])[] = [
  ['349902', '朝晖区', 'Zhaohui District', '滨湖街道 晨光街道 清波街道 望岳街道 翠屏镇 映霞镇 桃岭镇'],
  ['349903', '映川区', 'Yingchuan District', '川北街道 川南街道 桥头街道 荷塘街道 石埠镇 柳渡镇'],
  ['349904', '云帆区', 'Yunfan District', '帆影街道 港城街道 高新街道 云台镇 沙洲镇 银滩镇'],
  ['349921', '临漪县', 'Linyi Lake County', '漪城镇 青禾镇 双桥镇 枫林镇 竹溪镇 白石乡 松山乡'],
  [OLD_COUNTY, '沐泽县', 'Muze County', '沐城镇 泽口镇 长堤镇 东圩镇 芦浦镇 杏塘乡'],
  [NEW_DISTRICT, '沐泽区', 'Muze District', '沐城街道 泽口街道 长堤镇 东圩镇 芦浦镇 杏塘乡'],
  ['349981', '澄波市', 'Chengbo City', '澄江街道 碧波街道 金滩镇 梅渚镇 稻香镇 星湖镇 月塘乡'],
];

const ZONES: readonly (readonly [string, string, string, string])[] = [
  ['349971', '阳光经济技术开发区', 'Sunshine Economic and Technological Development Zone', '349902'],
  ['349972', '阳光高新技术产业开发区', 'Sunshine High-Tech Zone', '349904'],
];

const ALWAYS = { from: '', to: '', supersededBy: '' } as const;

/** Every region of the city with the editions in which it existed, parents before children. */
export const REGIONS: readonly Region[] = [
  {
    code: CITY.regionCode,
    name: CITY.name,
    nameEn: CITY.nameEn,
    fullName: CITY.name,
    level: 2,
    kind: '行政区',
    parent: '340000',
    from: '',
    to: '',
    supersededBy: '',
  },
  ...COUNTIES.flatMap(([code, name, nameEn, towns]) => countyWithTowns(code, name, nameEn, towns.split(' '))),
  ...ZONES.map(([code, name, nameEn, parent]): Region => {
    return { code, name, nameEn, fullName: CITY.name + name, level: 3, kind: '开发区', parent, ...ALWAYS };
  }),
];

function countyWithTowns(code: string, name: string, nameEn: string, towns: readonly string[]): Region[] {
  const editions = editionsOf(code);
  const fullName = CITY.name + name;
  const county: Region = {
    code,
    name,
    nameEn,
    fullName,
    level: 3,
    kind: '行政区',
    parent: CITY.regionCode,
    ...editions,
  };
  const serials = { 街道: 0, 镇: 99, 乡: 199 };
  return [
    county,
    ...towns.map((town, at): Region => {
      // GB/T 10114: streets count from 001, towns from 100, townships from 200.
      const kind = town.endsWith('街道') ? '街道' : town.endsWith('镇') ? '镇' : '乡';
      const townCode = code + String(++serials[kind]).padStart(3, '0');
      const supersededBy = code === OLD_COUNTY ? newTownCode(at) : '';
      return {
        code: townCode,
        name: town,
        nameEn: '',
        fullName: fullName + town,
        level: 4,
        kind: '行政区',
        parent: code,
        ...editions,
        supersededBy,
      };
    }),
  ];
}

// The two central towns became streets 001 and 002, so the remaining towns and the township count anew.
function newTownCode(at: number): string {
  return NEW_DISTRICT + ['001', '002', '100', '101', '102', '200'][at];
}

function editionsOf(code: string): Pick<Region, 'from' | 'to' | 'supersededBy'> {
  if (code === OLD_COUNTY) return { from: '', to: CHANGE_EDITION, supersededBy: NEW_DISTRICT };
  return code === NEW_DISTRICT ? { from: CHANGE_EDITION, to: '', supersededBy: '' } : ALWAYS;
}

/** A county-level place as its people speak of it: one place through both of its codes. */
export type Place = 'city' | 'zhaohui' | 'yingchuan' | 'yunfan' | 'linyi' | 'muze' | 'chengbo';

/** The six counties and districts. */
export const COUNTY_PLACES: readonly Place[] = ['zhaohui', 'yingchuan', 'yunfan', 'linyi', 'muze', 'chengbo'];

const CODES: Readonly<Record<Place, string>> = {
  city: CITY.regionCode,
  zhaohui: '349902',
  yingchuan: '349903',
  yunfan: '349904',
  linyi: '349921',
  muze: NEW_DISTRICT,
  chengbo: '349981',
};

const NAMES = new Map(REGIONS.map((region) => [region.code, region.name]));

/** The code of a place on a day. */
export function regionCodeOn(place: Place, day: string): string {
  return place === 'muze' && day < COUNTY_BECAME_DISTRICT ? OLD_COUNTY : CODES[place];
}

/** The name of a place on a day. */
export function regionNameOn(place: Place, day: string): string {
  return NAMES.get(regionCodeOn(place, day)) ?? CITY.name;
}
