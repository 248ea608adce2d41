import type { Random } from '../random.js';

const ROAD_FIRST = '滨清映青翠云霞澄碧曙望澜沁芳竹松桃梅枫柳荷莲桂兰稻麦星月晴';
const ROAD_SECOND = '湖波溪禾堤岭泉洲塘浦湾台岸桥园苑林原野峰屏亭舟帆影渡川田谷';

/** A place name of two characters such as 滨湖, 映溪: for roads, schools, housing estates and pumping stations. */
export function placeName(random: Random): string {
  return random.pick([...ROAD_FIRST]) + random.pick([...ROAD_SECOND]);
}

const STREETS = ['路', '大道', '街', '东路', '西路', '南路', '北路'] as const;

/** Addresses that never repeat: the n-th address of a region. */
export function addressOf(regionName: string, serial: number): string {
  const pairs = ROAD_FIRST.length * ROAD_SECOND.length;
  const at = (serial * 211) % pairs;
  const first = ROAD_FIRST.charAt(Math.floor(at / ROAD_SECOND.length));
  const second = ROAD_SECOND.charAt(at % ROAD_SECOND.length);
  const round = Math.floor(serial / pairs);
  const street = STREETS[round % STREETS.length];
  return `${regionName}${first}${second}${street}${(serial % 97) * 2 + 1 + Math.floor(round / STREETS.length) * 194}号`;
}
