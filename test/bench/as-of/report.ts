import type { AsOfRatio } from './as-of-bench.js';

/** The ratios as `docs/benchmarks-as-of.md` shows them. */
export function renderAsOf(ratios: readonly AsOfRatio[]): string {
  const rows = ratios.map(
    ({ page, revised, buffers, time }) => `| ${page} | ${revised} | ${buffers.toFixed(2)} | ${time.toFixed(2)} |`,
  );
  return `# 回到过去的代价 · What a page of the past costs

由 \`npm run bench -- as-of\` 写成：同一页在某一过去时刻与现在相比（过去 ÷ 现在），此后分别有 0 %、10 %、全部的行被修订。26,500 个采购项目，一次运行，交替 31 轮取中位数。\\
Written by \`npm run bench -- as-of\`: the same page as of a past instant ÷ now, after none, a tenth and all of the rows were revised. 26,500 contracting processes, one run, 31 interleaved rounds, medians.

| 页 / Page | 此后修订 / Revised since | 读取的内存页 / Buffers | 语句用时 / Time of the statement |
|---|---|---|---|
${rows.join('\n')}

目标：10 % 修订时不超过 2。 / Aim: at most 2 with 10 % revised.
`;
}
