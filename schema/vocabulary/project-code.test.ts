import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from './checked.js';
import { checkProjectCode, projectCodeParts } from './project-code.js';

const padded = (digits: number, min = 0, max = 10 ** digits - 1): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((value) => String(value).padStart(digits, '0'));

describe('an investment project code', () => {
  it('is every well-formed code, and its parts are what was written', () => {
    const groups = fc.tuple(
      padded(2),
      padded(2, 1, 12),
      fc.constantFrom('110108', '340503', '349900', '820000'),
      padded(2),
      padded(2),
      padded(6),
    );
    fc.assert(
      fc.property(groups, ([year, month, region, department, type, serial]) => {
        const code = `${year}${month}-${region}-${department}-${type}-${serial}`;
        expect(must(checkProjectCode(code))).toBe(code);
        expect(projectCodeParts(code)).toEqual({
          year: 2000 + Number(year),
          month: Number(month),
          region,
          department,
          type,
          serial: serial.slice(0, 5),
        });
      }),
    );
  });

  it.each([
    ['2113-340503-04-01-123456', 'digits 3–4 are no month'],
    ['2100-340503-04-01-123456', 'digits 3–4 are no month'],
    ['2017-340503-48-01-001234', 'keep those as legacyCode'],
    ['2104-990000-04-01-123456', 'does not begin with a province'],
    ['2104-000052-04-01-123456', 'does not begin with a province'],
    ['210434050304011234560000', 'four hyphens'],
    ['2104-340503-04-01-12345', 'four hyphens'],
    ['2104－340503－04－01－123456', 'four hyphens'],
    [' 2104-340503-04-01-123456', 'four hyphens'],
    ['', 'four hyphens'],
  ])('is not %j', (text, reason) => {
    expect(checkProjectCode(text)).toMatchObject({ ok: false, rule: 'R12', en: expect.stringContaining(reason) });
  });
});
