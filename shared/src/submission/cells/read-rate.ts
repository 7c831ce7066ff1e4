import { ABSENT, plainDigits, type NumberRemark } from './read-count';

/** What a rate cell says: percent (or points), as written and as a number. `signed`: it carried a percent sign. */
export type RateReading =
  | {
      readonly kind: 'rate';
      /** Decimal text without sign or separators; its decimals are kept, `98.50` says more than `98.5`. */
      readonly text: string;
      readonly value: number;
      readonly signed: boolean;
      readonly remarks: readonly NumberRemark[];
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'fault'; readonly fault: 'not-number' | 'out-of-range' };

/** Reads a rate of 0 to 100: `98.5`, `98.5%`, `９８．５％`. Whether 0.985 means 98.5 % the caller decides from the counts. */
export function readRate(text: string): RateReading {
  if (text === '') return { kind: 'blank' };
  if (text.length > 200) return NOT_NUMBER;
  const { body, remarks } = plainDigits(text);
  if (body === '' || ABSENT.test(body)) return { kind: 'blank' };
  const match = /^(-?)(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(body);
  if (match === null) return NOT_NUMBER;
  const digits = match[2] ?? '';
  const value = Number(digits);
  if (value > 100 || (match[1] === '-' && value !== 0)) return { kind: 'fault', fault: 'out-of-range' };
  return { kind: 'rate', text: tidy(digits), value, signed: match[3] === '%', remarks };
}

const NOT_NUMBER: RateReading = { kind: 'fault', fault: 'not-number' };

/** `.5` and `098.5` as `0.5` and `98.5`. */
const tidy = (digits: string): string => digits.replace(/^0+(?=\d)/, '').replace(/^\./, '0.');

/**
 * The decimal text times 100, exactly: `0.985` is `98.5`, `0.9850` is `98.50`. For cells formatted as percent and for
 * rates written as fractions; multiplying as floats would give 98.50000000000001 now and then.
 */
export const timesHundred = (decimal: string): string => {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const padded = fraction.padEnd(2, '0');
  const left = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const right = padded.slice(2);
  return `${negative ? '-' : ''}${left}${right === '' ? '' : `.${right}`}`;
};
