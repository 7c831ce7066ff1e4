import type { Basis, PeriodCode } from '@zhibiao/shared/calendar';
import type { ConfirmedRow, SentenceDoubt, SentenceRow } from '@zhibiao/shared/submission';

/** A row of a pasted notice while a person looks at it: what fields hold, empty for what is not known. */
export interface SentenceField {
  readonly indicator: string;
  readonly unit: string;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly passes: string;
  readonly total: string;
  readonly rate: string;
  readonly text: string;
  readonly derived: SentenceRow['derived'];
  readonly doubts: readonly SentenceDoubt[];
}

/** What was read, as fields; where the notice names no period, the one that is being collected. */
export const fieldsOf = (row: SentenceRow, period: PeriodCode): SentenceField => ({
  indicator: row.indicator?.code ?? '',
  unit: row.unit?.code ?? '',
  period: row.period?.period ?? period,
  basis: row.period?.basis ?? 'single',
  passes: row.passes === null ? '' : String(row.passes),
  total: row.total === null ? '' : String(row.total),
  rate: row.rate ?? '',
  text: row.text,
  derived: row.derived,
  doubts: row.doubts,
});

/** The row as it is sent, or null while something is missing. Whether it is right the rules of a file say. */
export const confirmed = (field: SentenceField): ConfirmedRow | null => {
  const { indicator, unit, period, basis, rate, text } = field;
  const [passes, total] = [wholeNumber(field.passes), wholeNumber(field.total)];
  if (indicator === '' || unit === '' || period === '' || passes === null || total === null) return null;
  return { indicator, unit, period, basis, passes, total, rate, text };
};

const wholeNumber = (text: string): number | null =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;
