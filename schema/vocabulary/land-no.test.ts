import { describe, expect, it } from 'vitest';
import { must } from './checked.js';
import { checkLandNo, checkLandNoAgainst, landNoParts } from './land-no.js';

describe('a land supervision number', () => {
  it.each(['3405032023B00127', '3405002019A00001', '4514002016B00269-1'])('is %s', (text) => {
    expect(must(checkLandNo(text))).toBe(text);
  });

  it.each([
    '3405032023C00127',
    '3405032023b00127',
    '340503202300127',
    '9905032023B00127',
    '3405031023B00127',
    '3405032023B00127-',
    '',
  ])('is not %j', (text) => {
    expect(checkLandNo(text)).toMatchObject({ ok: false, rule: 'R13' });
  });

  it('has parts', () => {
    expect(landNoParts('3405032023A00127')).toEqual({
      region: '340503',
      year: 2023,
      supply: 'ALLOCATED',
      serial: '00127',
    });
    expect(landNoParts('4514002016B00269-1')).toMatchObject({ supply: 'GRANTED', serial: '00269', split: '1' });
  });

  it('agrees with its row in year and region, as far as the row says', () => {
    const landNo = '3405032023B00127';
    for (const row of [
      {},
      { regionCode: null, signedOn: null },
      { signedOn: '2023-12-31' },
      { regionCode: '340503001' },
      { regionCode: '340500' },
    ]) {
      expect(checkLandNoAgainst(landNo, row)).toEqual({ ok: true, value: landNo });
    }
    expect(must(checkLandNoAgainst('3405002023B00127', { regionCode: '340503' }))).toBe('3405002023B00127');
    expect(checkLandNoAgainst(landNo, { signedOn: '2024-01-01' })).toMatchObject({
      ok: false,
      rule: 'R13',
      en: expect.stringContaining('of 2023'),
    });
    expect(checkLandNoAgainst(landNo, { regionCode: '340504' })).toMatchObject({ ok: false, rule: 'R13' });
  });
});
