import { enumType } from './types.js';

/** How a reference across sources was found when the source does not spell it out. */
export const LinkMethod = enumType('LinkMethod', '关联方式 / How a link that the source does not spell out was found', {
  EXACT: '按代码一致 / The same code on both sides',
  NORMALISED_NAME: '名称规范化后一致 / The same name after normalisation',
  MANUAL: '人工 / Stated by hand in a link file',
});
