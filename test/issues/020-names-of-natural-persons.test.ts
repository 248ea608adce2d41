import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { landSupply } from '../../services/projects/land/land-transfer.dataset.js';
import { copyDatabase } from '../kit/test-database.js';
import { importFile } from '../services/dataset-files.js';

// The name of a natural person who took land was published as it stood in the file.
it('of a natural person the surname alone reaches a public table', async () => {
  await using database = await copyDatabase('empty');
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-person-'));
  try {
    const file = path.join(folder, 'land.csv');
    writeFileSync(
      file,
      '电子监管号,土地使用权人,行政区代码\n3499222023B00001,欧阳明月,\n3499222023B00002,阳光市惠卓置业有限公司,\n',
    );
    await importFile(database, { service: 'projects', dataset: landSupply }, file);
    const names = await database.sql('select holder_name as name from projects.land_transfer order by id');
    expect(names).toEqual([{ name: '欧阳**' }, { name: '阳光市惠卓置业有限公司' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
