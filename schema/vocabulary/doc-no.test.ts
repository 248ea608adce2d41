import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from './checked.js';
import { checkDocNo, docNoYear, normaliseDocNo } from './doc-no.js';

const BRACKETS = ['〔〕', '[]', '()', '（）', '【】', '［］', '﹝﹞', '〖〗', '{}'];

describe('a document number', () => {
  it.each(BRACKETS)('has one spelling, whatever the bracket: %s', (pair) => {
    const text = ` 马政办 ${pair[0]}２０２３${pair[1]} 15　号`;
    expect(must(checkDocNo(text))).toBe('马政办〔2023〕15号');
  });

  it.each([
    ['发改投资〔2020〕1439号', 2020],
    ['马环罚字[2021]第12号', 2021],
    ['皖公(马)行罚决字〔2023〕第00123号', 2023],
    ['马市监处罚〔2022〕3-1号', 2022],
    ['马自然资规罚【2022】A3号', 2022],
    ['国务院令第711号', undefined],
    ['中华人民共和国主席令第十八号', undefined],
    ['财政部公告2023年第5号', undefined],
  ])('is %s', (text, year) => {
    expect(docNoYear(must(checkDocNo(text)))).toBe(year);
  });

  it.each([
    ['马政办〔23〕15号', '〔year〕'],
    ['马政办2023年15号', 'lacks the 〔year〕'],
    ['马政办〔2023〕15', 'should end in 号'],
    ['〔2023〕15号', 'the issuer'],
    ['马政办〔2023〕号', 'a serial number'],
    ['', 'should end in 号'],
    ['文'.repeat(101), 'longer than 100'],
  ])('is not %j', (text, reason) => {
    expect(checkDocNo(text)).toMatchObject({ ok: false, rule: 'R14', en: expect.stringContaining(reason) });
  });

  it('keeps brackets that hold no year', () => {
    expect(normaliseDocNo('皖公(马)行罚决字[2023]1号')).toBe('皖公（马）行罚决字〔2023〕1号');
  });

  it('is normalised once and for all', () => {
    const text = fc.string({ unit: fc.constantFrom(...'马政（）()[]〔〕【】［2023１５ 　-–号第') });
    fc.assert(fc.property(text, (raw) => normaliseDocNo(normaliseDocNo(raw)) === normaliseDocNo(raw)));
    fc.assert(
      fc.property(text, (raw) => {
        const checked = checkDocNo(raw);
        if (checked.ok) expect(must(checkDocNo(checked.value))).toBe(checked.value);
      }),
    );
  });

  it('is refused in a moment, however it is made to drag', () => {
    const started = performance.now();
    for (const text of ['令'.repeat(100), `${'第一'.repeat(49)}号`, `${'A〔2023〕'.repeat(12)}号`]) checkDocNo(text);
    expect(performance.now() - started).toBeLessThan(50);
  });
});
