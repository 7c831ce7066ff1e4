import { isPlainDate, type PlainDate } from '../calendar';

/** A day as lists of samples write it (2025-08-12, 2025/8/12, 2025年8月12日, 20250812), with or without a time behind. */
export const readDay = (text: string): PlainDate | null => {
  const plain = text.normalize('NFKC').trim();
  const found =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}[:时].*)?$/.exec(plain) ?? // wording-ok: matched in dates
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : null;
};

/** 2025-08-12 as the number 20250812. */
export const dayNumber = (day: PlainDate): number => Number(day.replaceAll('-', ''));

/** The day of such a number; null for 0. */
export const dayOfNumber = (number: number): PlainDate | null => {
  if (number === 0) return null;
  const text = String(number);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};
