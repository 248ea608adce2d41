import { buildUscc } from '../../schema/vocabulary/uscc.js';
import { datasetNamed } from '../../hub/import/dataset-files.js';
import { firstRows, sampleFile } from '../services/dataset-files.js';
import type { Cells } from './flow-place.js';

export const USCC = '统一社会信用代码';
export const NAME = '企业名称';

/** A valid code for each number. */
export const uscc = (n: number): string =>
  buildUscc({ department: '9', category: '1', region: '349902', organisation8: `MA${String(n).padStart(6, '0')}` });

/** The same with a wrong check character: a text like any other, but no code. */
export const wrongUscc = (n: number): string => `${uscc(n).slice(0, 17)}${uscc(n).endsWith('0') ? '1' : '0'}`;

/** A row of the directory of legal persons. */
export const company = (n: number, name = `第${n}号企业`): Cells => ({ [USCC]: uscc(n), [NAME]: name });

export const companies = (from: number, to: number): Cells[] =>
  Array.from({ length: to - from + 1 }, (_, index) => company(from + index));

/** The first rows of the sample's own file of a dataset. */
export const sampleRows = (id: string, count: number): Promise<Cells[]> =>
  firstRows(sampleFile(datasetNamed(id).dataset), count);
