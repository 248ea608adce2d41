import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readTableBatches } from '../../subgraph/import/read-table.js';

const MEGABYTES = 300;

// Rows of 70 bytes in one block of a megabyte, written again and again.
const BLOCK = Buffer.from('HT-2024-0001,第一号市政道路养护工程合同,"阳光市,交通局",1234.56\n'.repeat(14_000));

it(`a CSV of ${MEGABYTES} MB is never held in memory`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  const file = path.join(folder, 'large.csv');
  try {
    const handle = openSync(file, 'w');
    writeSync(handle, '合同编号,合同名称,采购人,合同金额\n');
    const blocks = Math.ceil((MEGABYTES * 1024 * 1024) / BLOCK.length);
    for (let written = 0; written < blocks; written++) writeSync(handle, BLOCK);
    closeSync(handle);
    const before = process.memoryUsage.rss();
    let most = before;
    let rows = 0;
    let bytes = 0;
    for await (const batch of readTableBatches(file, { onBytes: (read) => (bytes = read) })) {
      rows += batch.length;
      most = Math.max(most, process.memoryUsage.rss());
    }
    expect(rows).toBe(blocks * 14_000);
    expect(bytes).toBeGreaterThan(MEGABYTES * 1024 * 1024);
    expect((most - before) / 1024 / 1024).toBeLessThan(150);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
