/** The file that is measured: a directory of legal persons as departments print it, every column filled. */
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { buildUscc } from '../../../schema/vocabulary/uscc.js';

export const HEADS = [
  '统一社会信用代码',
  '企业名称',
  '登记机关',
  '企业类型',
  '登记状态',
  '成立日期',
  '注册资本',
  '经营范围',
  '住所',
  '企业规模',
  '是否中小微企业',
] as const;

const SIZES = ['小型', '微型', '中型', '大型'];
const SCOPES = [
  '文化用品、办公设备销售；会议服务',
  '房屋建筑工程施工；市政公用工程施工',
  '信息系统集成；软件开发；数据处理服务',
];

/** Writes the rows 0 … rows - 1, in their order or shuffled: the same rows in a file of other bytes. Gives its size. */
export function writeInput(file: string, rows: number, seed?: number): number {
  const order = Uint32Array.from({ length: rows }, (_, index) => index);
  if (seed !== undefined) shuffle(order, seed);
  const out = openSync(file, 'w');
  let text = `${HEADS.join(',')}\n`;
  for (const index of order) {
    text += `${lineOf(index)}\n`;
    if (text.length < 1 << 20) continue;
    writeSync(out, text);
    text = '';
  }
  writeSync(out, text);
  closeSync(out);
  return statSync(file).size;
}

function lineOf(index: number): string {
  const uscc = buildUscc({
    department: '9',
    category: '1',
    region: '350203',
    organisation8: String(index).padStart(8, '0'),
  });
  const day = `${2000 + (index % 24)}-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}`;
  const scope = SCOPES[index % SCOPES.length] ?? '';
  const size = SIZES[index % SIZES.length] ?? '';
  return `${uscc},阳光市第${index}商贸有限公司,阳光市市场监督管理局,有限责任公司(自然人投资或控股),存续,${day},${50 + (index % 900)}(万元),${scope},阳光市映川区澄原路${index % 1000}号,${size},${size === '大型' ? '否' : '是'}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function shuffle(order: Uint32Array, seed: number): void {
  const generator = xoroshiro128plus(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const other = (generator.next() >>> 0) % (last + 1);
    const value = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = value;
  }
}
