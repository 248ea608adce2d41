import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from './checked.js';
import {
  checkRegionCode,
  checkRegionEdition,
  editionInForce,
  editionOf,
  parentRegionCode,
  regionLevel,
} from './region-code.js';

describe('a region code', () => {
  it.each([
    ['340000', '340000', 'PROVINCE', undefined],
    ['340500', '340500', 'PREFECTURE', '340000'],
    ['349900', '349900', 'PREFECTURE', '340000'],
    ['340503', '340503', 'COUNTY', '340500'],
    ['340503001', '340503001', 'TOWN', '340503'],
    ['340503001002', '340503001002', 'VILLAGE', '340503001'],
    ['441900003', '441900003', 'TOWN', '441900'],
    ['419001', '419001', 'COUNTY', '419000'],
    ['340503001000', '340503001', 'TOWN', '340503'],
    ['340503000000', '340503', 'COUNTY', '340500'],
    ['340000000000', '340000', 'PROVINCE', undefined],
    ['340500000', '340500', 'PREFECTURE', '340000'],
  ])('%s is %s, a %s under %s', (text, code, level, parent) => {
    expect(must(checkRegionCode(text))).toBe(code);
    expect(regionLevel(code)).toBe(level);
    expect(parentRegionCode(code)).toBe(parent);
  });

  it.each([
    '',
    '3405033',
    '990000',
    '000000',
    '34050A',
    '３４０５００',
    '340003',
    '340503000001',
    '340000001',
    ' 340500',
  ])('is not %j', (text) => {
    expect(checkRegionCode(text)).toMatchObject({ ok: false, rule: 'R07' });
  });

  it('is written out: 34 and 3405 are told how', () => {
    expect(checkRegionCode('34')).toMatchObject({ ok: false, en: expect.stringContaining('write "340000"') });
    expect(checkRegionCode('3405')).toMatchObject({ ok: false, en: expect.stringContaining('write "340500"') });
  });

  it('has parents up to its province, each of them a code', () => {
    const village = fc.tuple(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 999 }),
    );
    fc.assert(
      fc.property(village, ([prefecture, county, town, last]) => {
        const two = (part: number): string => String(part).padStart(2, '0');
        const three = (part: number): string => String(part).padStart(3, '0');
        const chain = [must(checkRegionCode(`34${two(prefecture)}${two(county)}${three(town)}${three(last)}`))];
        for (let code = parentRegionCode(chain[0] ?? ''); code !== undefined; code = parentRegionCode(code))
          chain.push(code);
        expect(chain.map(regionLevel)).toEqual(['VILLAGE', 'TOWN', 'COUNTY', 'PREFECTURE', 'PROVINCE']);
        for (const code of chain) expect(must(checkRegionCode(code))).toBe(code);
      }),
    );
  });
});

describe('editions', () => {
  it('are named by the month of a day', () => {
    expect(editionOf('2012-10-31')).toBe('201210');
    const days = fc.date({ min: new Date('1980-01-01Z'), max: new Date('2099-12-31Z'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(must(checkRegionEdition(editionOf(day)))).toBe(day.slice(0, 7).replace('-', ''));
      }),
    );
  });

  it.each(['2012', '201213', '201200', '2012-10', '197912', ''])('are not named %j', (text) => {
    expect(checkRegionEdition(text)).toMatchObject({ ok: false, rule: 'R07' });
  });

  it('hold from their month until the next', () => {
    const published = ['201810', '200212', '201110', '201210'];
    expect(editionInForce(published, '2012-09-30')).toBe('201110');
    expect(editionInForce(published, '2012-10-01')).toBe('201210');
    expect(editionInForce(published, '2024-01-01')).toBe('201810');
    expect(editionInForce(published, '1999-01-01')).toBeUndefined();
  });
});
