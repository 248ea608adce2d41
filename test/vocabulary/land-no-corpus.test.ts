import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { must } from '../../schema/vocabulary/checked.js';
import { checkLandNo, checkLandNoAgainst, landNoParts } from '../../schema/vocabulary/land-no.js';
import { parseLocalDate } from '../../schema/vocabulary/local-date.js';
import { describeWithCorpus } from '../kit/corpora.js';

interface LandSupply {
  readonly idnumber: string;
  readonly supply: string;
  readonly date4sign: string;
}

describeWithCorpus('cn-land-supply-2018', 'land supervision numbers of 203 land supply results', (folder) => {
  const rows: LandSupply[] = folder
    ? JSON.parse(readFileSync(path.join(folder, 'land_supply_results.json'), 'utf8'))
    : [];

  it('all have the shape, 202 of them without a split', () => {
    expect(rows).toHaveLength(203);
    expect(rows.filter(({ idnumber }) => !checkLandNo(idnumber).ok)).toEqual([]);
    expect(rows.filter(({ idnumber }) => landNoParts(idnumber).split === undefined)).toHaveLength(202);
  });

  it('agree with the year of signing in 202 of 203', () => {
    const refused = rows.flatMap(({ idnumber, date4sign }) => {
      const checked = checkLandNoAgainst(idnumber, { signedOn: must(parseLocalDate(date4sign)) });
      return checked.ok ? [] : [{ idnumber, rule: checked.rule }];
    });
    expect(refused).toEqual([{ idnumber: '4514002016B00269-1', rule: 'R13' }]);
  });

  it('say A where land was allocated and B where it was granted', () => {
    const disagreeing = rows.filter(
      ({ idnumber, supply }) => (landNoParts(idnumber).supply === 'ALLOCATED') !== (supply === '划拨'),
    );
    expect(disagreeing).toEqual([]);
  });
});
