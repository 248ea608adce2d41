import { describe, expect, it } from 'vitest';
import { isPersonName, maskPersonal } from './person-name.js';

describe('maskPersonal', () => {
  it.each([
    ['张三', '张*'],
    ['李建国', '李**'],
    ['欧阳明月', '欧阳**'],
    ['诸葛亮', '诸葛*'],
    ['买买提·吐尔逊', '买**·***'],
    ['身份证 34050319900101123X', '身份证 340503********123X'],
    ['联系 13812345678', '联系 138****5678'],
  ])('%s → %s', (text, masked) => expect(maskPersonal(text)).toBe(masked));

  it.each([
    '张*',
    '张某',
    '李某某',
    '市财政局',
    '阳光市惠卓置业有限公司',
    '张村乡',
    '王府饭店',
    '马鞍山钢铁厂',
    '雨山区人民医院',
    'Empresa SA',
    '91340100MA2MQ0323N',
    '0555-2345678',
    '3405032023B00012',
    '',
  ])('%s is no name of a person', (text) => {
    expect(isPersonName(text)).toBe(false);
    expect(maskPersonal(text)).toBe(text);
  });
});
