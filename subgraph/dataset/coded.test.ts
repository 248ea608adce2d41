import { describe, expect, it } from 'vitest';
import { enumType } from '../model/types.js';
import { codeWords } from './code-words.js';
import { coded } from './coded.js';

const Kind = enumType('KindOfCodedTest', '类型 / Kind', {
  OPEN: '公开 / Open',
  LIMITED: '受限（邀请） / Limited, by invitation',
  OTHER: '其他：见说明 / Other, see the remark',
});

describe('coded', () => {
  it('names each value as the enumeration does, without its explanation', () => {
    expect(coded(Kind).codes).toEqual({ 公开: 'OPEN', 受限: 'LIMITED', 其他: 'OTHER' });
  });

  it('reads the words that departments print besides, and offers the first', () => {
    const column = { head: '类型', ...coded(Kind, { 邀请: 'LIMITED' }) };
    expect(codeWords(column)[1]).toEqual({
      word: '受限',
      code: 'LIMITED',
      also: ['邀请'],
      zh: '受限（邀请）',
      en: 'Limited, by invitation',
    });
  });

  it('refuses a code that the enumeration does not have', () => {
    expect(() => coded(Kind, { 关闭: 'CLOSED' })).toThrow('KindOfCodedTest has no value CLOSED');
  });
});
