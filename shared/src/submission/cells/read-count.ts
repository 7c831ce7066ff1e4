import { withoutAnyInvisible } from './plain-text';

/** How a number was written that had to be converted; each is worth a warning. */
export type NumberRemark = 'full-width' | 'thousands' | 'invisible-characters';

/** What a count cell says. `absent`: a dash or 无, the accepted way to write that there is no figure. */
export type CountReading =
  | { readonly kind: 'count'; readonly value: number; readonly remarks: readonly NumberRemark[] }
  | { readonly kind: 'blank' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly fault: CountFault };

/** Why a text is no count. Nothing is guessed: 约985, 985批 and (5) are `not-number` (rule P6). */
export type CountFault = 'not-number' | 'not-whole' | 'scientific' | 'negative' | 'too-large';

/** The largest count that is believed. */
export const LARGEST_COUNT = 1_000_000_000;

/** Value of plain digits up to nine places, without leading rubbish; -1 for everything else. The hot path. */
export const plainCount = (text: string): number => {
  const length = text.length;
  if (length === 0 || length > 9) return -1;
  let value = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};

/** Reads a count as people write it. Full-width digits and thousands separators are converted, with a remark. */
export function readCount(text: string): CountReading {
  const value = plainCount(text);
  if (value !== -1) return { kind: 'count', value, remarks: [] };
  if (text.length > 200) return { kind: 'fault', fault: 'not-number' };
  const { body, remarks } = plainDigits(text);
  if (body === '') return { kind: 'blank' };
  if (ABSENT.test(body)) return { kind: 'absent' };
  if (/^\d+(?:\.0*)?$/.test(body)) {
    const number = Number(body);
    return number <= LARGEST_COUNT
      ? { kind: 'count', value: number, remarks }
      : { kind: 'fault', fault: 'too-large' };
  }
  return { kind: 'fault', fault: faultOf(body) };
}

/** A dash, a slash or 无: no figure. */
export const ABSENT = /^(?:[—–―\-ー─]{1,4}|[/\\]|无|无数据|未抽检|n\/a|na)$/i;

/** Trims, makes digits half-width, and takes separators out where they stand as thousands separators do. */
export function plainDigits(text: string): {
  readonly body: string;
  readonly remarks: readonly NumberRemark[];
} {
  const remarks: NumberRemark[] = [];
  const visible = withoutAnyInvisible(text);
  if (visible !== text) remarks.push('invisible-characters');
  const half = visible.normalize('NFKC').trim();
  if (/[０-９．]/.test(visible)) remarks.push('full-width');
  if (/^-?\d{1,3}(?:[, \u00A0\u202F']\d{3})+(?:\.\d+)?$/.test(half)) {
    remarks.push('thousands');
    return { body: half.replace(/[, \u00A0\u202F']/g, ''), remarks };
  }
  return { body: half, remarks };
}

function faultOf(body: string): CountFault {
  if (/^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(body)) return 'scientific';
  if (/^-\d+(?:\.\d+)?$/.test(body)) return 'negative';
  if (/^\d*\.\d+$/.test(body)) return 'not-whole';
  return 'not-number';
}
