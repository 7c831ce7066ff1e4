import type { Language } from './language';

const digits = '零一二三四五六七八九';

/** 二十二 → 22, 十 → 10, 三 → 3: clause numbers go up to ninety-nine. */
const arabic = (numeral: string): string => {
  const [tens = '', units = ''] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  const ten = tens === '' ? 1 : digits.indexOf(tens);
  return String(ten * 10 + (units === '' ? 0 : digits.indexOf(units)));
};

/** The number of a clause as a reader of the language writes it: `一（二）` or `1(2)`. */
export const clauseText = (ref: string, language: Language): string =>
  language === 'zh'
    ? ref
    : ref
        .replaceAll(/[一二三四五六七八九十]+/g, arabic)
        .replaceAll('（', '(')
        .replaceAll('）', ')');
