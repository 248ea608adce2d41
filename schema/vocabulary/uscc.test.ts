import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Refusal, must } from './checked.js';
import { USCC_DEPARTMENTS } from './uscc-departments.js';
import { USCC_ALPHABET, buildUscc, checkUscc, organisationCheckDigit, usccParts } from './uscc.js';

const STANDARDS_EXAMPLE = '91350100M000100Y43';
const RESIDENT_ID = '362322198709086409';

const pairs = Object.entries(USCC_DEPARTMENTS).flatMap(([department, { categories }]) =>
  Object.keys(categories).map((category) => ({ department, category })),
);
const parts = fc.record({
  pair: fc.constantFrom(...pairs),
  region: fc.stringMatching(/^[0-9]{6}$/),
  organisation8: fc.string({ unit: fc.constantFrom(...USCC_ALPHABET), minLength: 8, maxLength: 8 }),
});
const codes = parts.map(({ pair, region, organisation8 }) => buildUscc({ ...pair, region, organisation8 }));

function refused(text: string): Refusal {
  const checked = checkUscc(text);
  if (checked.ok) throw new Error(`${text} was accepted`);
  return checked;
}

describe('a code', () => {
  it("is the standard's own example", () => {
    expect(must(checkUscc(STANDARDS_EXAMPLE))).toBe(STANDARDS_EXAMPLE);
  });

  it('is every code that is built, and its parts build it again', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(must(checkUscc(code))).toBe(code);
        expect(buildUscc(usccParts(code))).toBe(code);
      }),
    );
  });

  it('may end in 0: the sum that leaves no remainder', () => {
    const ending = fc.sample(codes, { numRuns: 2000, seed: 7 }).filter((code) => code.endsWith('0'));
    expect(ending.length).toBeGreaterThan(20);
    for (const code of ending) expect(checkUscc(code).ok).toBe(true);
  });

  it('is none with one character replaced, by any printable character at any place', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.integer({ min: 32, max: 126 }), (code, at, unit) => {
        const other = String.fromCharCode(unit);
        fc.pre(code[at] !== other);
        expect(checkUscc(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  // The weights are powers of a primitive root of 31, so neighbours always differ in weight, the check character too.
  it('is none with two neighbours swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, at) => {
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        fc.pre(swapped !== code);
        expect(checkUscc(swapped).ok).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  it('never makes the check throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof checkUscc(text).ok === 'boolean'));
    expect(checkUscc('９'.repeat(1_000_000)).ok).toBe(false);
  });
});

describe('the rule that refuses', () => {
  it('is R02 for the check character, and names the right one', () => {
    expect(refused('91350100M000100Y44')).toMatchObject({ rule: 'R02', en: expect.stringContaining('ask for "3"') });
  });

  it('is R03 for a resident identity number that passes GB 32100 by chance; its birth date is not repeated', () => {
    const refusal = refused(RESIDENT_ID);
    expect(refusal.rule).toBe('R03');
    expect(refusal.en).toContain('resident identity number');
    expect(`${refusal.en}${refusal.zh}`).not.toContain('19870908');
  });

  it('is R03 for an organisation code whose own digit is wrong', () => {
    const wrong = withCheckCharacter(`9134010073494950${organisationCheckDigit('73494950') === '1' ? '2' : '1'}`);
    expect(refused(wrong)).toMatchObject({ rule: 'R03', en: expect.stringContaining('character 17') });
  });

  it.each([
    ['94', 'has only the categories 1 2 3'],
    ['B1', 'there is no department "B"'],
    ['Y2', 'has only the categories 1'],
  ])('is R04 for department and category %s', (pair, reason) => {
    const body = `${pair}34010073494950`;
    const code = withCheckCharacter(body + organisationCheckDigit(body.slice(8)));
    expect(refused(code)).toMatchObject({ rule: 'R04', en: expect.stringContaining(reason) });
  });

  it.each([
    ['91350100m000100y43', 'did you mean "91350100M000100Y43"'],
    ['9135O1OOMOOO1OOY43', 'did you mean "91350100M000100Y43"'],
    ['9I350I00M000I00Y43', 'did you mean "91350100M000100Y43"'],
    [' 91350100 M000100Y-43', 'did you mean "91350100M000100Y43"'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', 'did you mean "91350100M000100Y43"'],
    ['340500000012345', 'registration number from before 2015'],
    ['M000100Y-4', 'looks like an organisation code'],
    ['91350100M000100Y4', 'it has 17'],
    ['91A50100M000100Y43', 'characters 3–8 digits'],
    ['', 'it has 0'],
  ])('is R01 for %j, with help', (text, help) => {
    const refusal = refused(text);
    expect(refusal).toMatchObject({ rule: 'R01', en: expect.stringContaining(help) });
    expect(refusal.zh).toContain('R01');
  });
});

describe('building', () => {
  it('knows the digit of GB 11714', () => {
    expect(organisationCheckDigit('M000100Y')).toBe('4');
    expect(organisationCheckDigit('69737671')).toBe('X');
    expect(() => organisationCheckDigit('1234567')).toThrow(RangeError);
  });

  it('refuses parts that no code has', () => {
    const right = usccParts(STANDARDS_EXAMPLE);
    expect(buildUscc(right)).toBe(STANDARDS_EXAMPLE);
    for (const wrong of [{ department: '9', category: '9' }, { region: '34050' }, { organisation8: 'M000100O' }]) {
      expect(() => buildUscc({ ...right, ...wrong })).toThrow(RangeError);
    }
  });
});

function withCheckCharacter(body: string): string {
  const code = [...USCC_ALPHABET].map((last) => body + last).find((candidate) => refusedRule(candidate) !== 'R02');
  return code ?? body;
}

function refusedRule(text: string): string | undefined {
  const checked = checkUscc(text);
  return checked.ok ? undefined : checked.rule;
}
