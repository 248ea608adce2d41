import { expect, it } from 'vitest';
import { ExactNumber } from '../../../subgraph/import/exact-json.js';
import { idText } from './id-text.js';

it('takes 1, 1.0 and "1" for the same id', () => {
  expect([new ExactNumber('1'), new ExactNumber('1.0'), '1'].map(idText)).toEqual(['1', '1', '1']);
  expect(idText('')).toBeNull();
});
