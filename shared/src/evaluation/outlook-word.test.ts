import { expect, test } from 'vitest';
import { say, zhDictionary } from '../wording';
import { outlookWord } from './year-reading';

test.each([
  [0, '很低'],
  [0.199, '很低'],
  [0.2, '较低'],
  [0.499, '较低'],
  [0.5, '居中'],
  [0.799, '居中'],
  [0.8, '较高'],
  [0.949, '较高'],
  [0.95, '很高'],
  [1, '很高'],
])('an outlook of %d is %s', (probability, word) => {
  expect(say(zhDictionary, `outlook.${outlookWord(probability)}`)).toBe(word);
});
