import type { Client } from 'pg';
import { HubProblem } from './problem.js';

/** Real data is not mixed into the sample city unknowingly: nobody could tell generated from real any more. */
export async function refuseBesideSample(client: Client, besideSample: boolean): Promise<void> {
  if (besideSample) return;
  const { rows } = await client.query<{ name: string }>('select name from registry.city where sample');
  const [sample] = rows;
  if (!sample) return;
  throw new HubProblem(
    `本库存有生成的示例城市“${sample.name}”，不与真实数据混用。请先运行 hub sample remove，或加 --beside-sample 并存（各自辖区，互不计入合计）`,
    `this hub holds the generated sample city ${sample.name} and does not mix it with real data. Run hub sample remove first, or add --beside-sample to keep both (each its own jurisdiction, neither in the other's totals)`,
  );
}
