import { closeSync, openSync, writeSync } from 'node:fs';
import { buildUscc } from '../../schema/vocabulary/uscc.js';

export const ROWS = 100_000;
/** Every so many rows say which version of the file they are from; the others are the same in all versions. */
const MARKED = 5;

const HEADS = '统一社会信用代码,企业名称,登记机关,企业类型,登记状态,成立日期,注册资本,经营范围,住所,企业规模';

const usccOf = (index: number): string =>
  buildUscc({ department: '9', category: '1', region: '350203', organisation8: String(index).padStart(8, '0') });

/** A directory of legal persons; each version also has more rows than the one before it. */
export function writeVersion(file: string, version: number): void {
  const out = openSync(file, 'w');
  let text = `${HEADS}\n`;
  for (let index = 0; index < rowsOf(version); index++) {
    const place = index % MARKED ? '东路' : `第${version}版路`;
    text += `${usccOf(index)},阳光市第${index}商贸有限公司,阳光市市场监督管理局,有限责任公司,存续,2012-05-18,500(万元),文化用品销售,阳光市映川区${place}${index}号,小型\n`;
    if (text.length > 1 << 20) {
      writeSync(out, text);
      text = '';
    }
  }
  writeSync(out, text);
  closeSync(out);
}

export const rowsOf = (version: number): number => (version === 0 ? 0 : ROWS + 100 * version);

/**
 * SQL of the version that the table holds whole, by its marks and its number of rows; null when it is none. The count
 * of marks is that of a version only if all marked rows are of it.
 */
export const WHOLE_VERSION = `
  select case when count(*) = 0 then 0
    when count(distinct mark) filter (where mark is not null) = 1 and count(*) = ${ROWS} + 100 * max(mark)
      and count(mark) = (count(*) + ${MARKED - 1}) / ${MARKED} then max(mark) end as version, count(*)::int as rows
  from (select substring(address from '第(\\d+)版路')::int as mark from registry.legal_entity) t`;
