import type { Figure } from '../observation';
import type { Indicator, ReportingUnit } from '../programme';
import { countMeant } from './cells/count-meant';
import { hasControlCharacter, quoted } from './cells/plain-text';
import { readCount, type CountReading, type NumberRemark } from './cells/read-count';
import { readRate, timesHundred, type RateReading } from './cells/read-rate';
import type { ColumnRole } from './headings';
import type { IssueCode } from './types';

/** The texts of the figure columns of one row; null where the sheet has no such column. */
export interface FigureTexts {
  readonly passes: string | null;
  readonly total: string | null;
  readonly failures: string | null;
  readonly rate: string | null;
}

/** Tells of something in a figure column of the row at hand. */
export type ReportFigure = (
  role: ColumnRole,
  code: IssueCode,
  level: 'error' | 'warning',
  params?: Readonly<Record<string, string | number>>,
) => void;

/** The figure of a row; `absent`: the row says that there is none; `fault`: errors were reported. */
export type FigureReading =
  | {
      readonly kind: 'figure';
      readonly figure: Figure;
      readonly at: 'total' | 'rate';
      /** What was typed beside counts, still to be compared with them. */
      readonly beside?: Extract<RateReading, { kind: 'rate' }>;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault' };

/**
 * Reads the figure of one row: counts where there are any, else the rate (for scores, the score). Counts win over a
 * typed rate. Every problem is reported, not only the first.
 */
export function readFigure(
  texts: FigureTexts,
  indicator: Indicator | null,
  unit: ReportingUnit | null,
  report: ReportFigure,
): FigureReading {
  const rate = checkedRate(texts.rate, report);
  if (indicator?.measure === 'score') return scoreFigure(rate, report);
  const total = countCell('total', texts.total, report);
  const other = texts.passes === null ? 'failures' : 'passes';
  const part = countCell(other, texts.passes ?? texts.failures, report);
  const check = other === 'failures' ? null : countCell('failures', texts.failures, report);

  if (total.kind === 'fault' || part.kind === 'fault' || check?.kind === 'fault') return { kind: 'fault' };
  if (rate.kind === 'fault') {
    // 33 of 32 is told beside its 103.1 %: both cells have to be mended.
    if (total.kind === 'count' && part.kind === 'count' && part.value > total.value)
      report(other, 'submission.passes-exceed-total', 'error', { passes: part.value, total: total.value });
    return { kind: 'fault' };
  }
  if (total.kind !== 'count' && part.kind !== 'count') {
    if (rate.kind === 'rate') return rateFigure(rate, indicator, unit, report);
    if (total.kind === 'absent' || part.kind === 'absent') return { kind: 'absent' };
    report(texts.total === null ? 'rate' : 'total', 'submission.count-missing', 'error');
    return { kind: 'fault' };
  }
  if (total.kind !== 'count' || part.kind !== 'count') {
    report(total.kind === 'count' ? other : 'total', 'submission.count-missing', 'error');
    return { kind: 'fault' };
  }
  const passes = other === 'passes' ? part.value : total.value - part.value;
  if (part.value > total.value) {
    report(other, 'submission.passes-exceed-total', 'error', { passes: part.value, total: total.value });
    return { kind: 'fault' };
  }
  if (check?.kind === 'count' && total.value - check.value !== passes) {
    report('failures', 'submission.counts-disagree', 'error', {
      passes,
      failures: check.value,
      total: total.value,
    });
    return { kind: 'fault' };
  }
  if (total.value === 0) report('total', 'submission.total-zero', 'warning');
  return {
    kind: 'figure',
    figure: { kind: 'counts', passes, total: total.value },
    at: 'total',
    ...(rate.kind === 'rate' ? { beside: rate } : {}),
  };
}

function scoreFigure(rate: RateReading, report: ReportFigure): FigureReading {
  if (rate.kind === 'fault') return { kind: 'fault' };
  if (rate.kind === 'rate')
    return { kind: 'figure', figure: { kind: 'score', score: rate.text }, at: 'rate' };
  report('rate', 'submission.rate-needed', 'error');
  return { kind: 'fault' };
}

function rateFigure(
  rate: Extract<RateReading, { kind: 'rate' }>,
  indicator: Indicator | null,
  unit: ReportingUnit | null,
  report: ReportFigure,
): FigureReading {
  if (indicator?.measure === 'count') {
    report('total', 'submission.counts-needed', 'error');
    return { kind: 'fault' };
  }
  if (!rate.signed && rate.value > 0 && rate.value <= 1) {
    report('rate', 'submission.rate-ambiguous', 'error', {
      value: rate.text,
      percent: timesHundred(rate.text),
    });
    return { kind: 'fault' };
  }
  // A part's rate without counts cannot enter the sum of the whole.
  if (unit?.kind === 'part' && indicator?.combination === 'pooled')
    report('rate', 'submission.counts-needed', 'warning');
  return { kind: 'figure', figure: { kind: 'rate', rate: rate.text }, at: 'rate' };
}

function checkedRate(text: string | null, report: ReportFigure): RateReading {
  const rate = readRate(text ?? '');
  if (rate.kind === 'fault')
    report(
      'rate',
      hasControlCharacter(text ?? '') ? 'submission.control-characters' : `submission.rate-${rate.fault}`,
      'error',
      { value: quoted(text ?? '') },
    );
  if (rate.kind === 'rate')
    reportRemarks('rate', rate.remarks, { value: text ?? '', read: rate.text }, report);
  return rate;
}

function countCell(
  role: 'passes' | 'total' | 'failures',
  text: string | null,
  report: ReportFigure,
): CountReading {
  const count = readCount(text ?? '');
  if (count.kind === 'fault') {
    const value = quoted(text ?? '');
    const suggestion = count.fault === 'not-number' ? countMeant(text ?? '') : null;
    report(
      role,
      hasControlCharacter(text ?? '') ? 'submission.control-characters' : `submission.count-${count.fault}`,
      'error',
      suggestion === null ? { value } : { value, suggestion },
    );
  }
  if (count.kind === 'count')
    reportRemarks(role, count.remarks, { value: text ?? '', read: String(count.value) }, report);
  return count;
}

function reportRemarks(
  role: ColumnRole,
  remarks: readonly NumberRemark[],
  found: { readonly value: string; readonly read: string },
  report: ReportFigure,
): void {
  for (const remark of remarks)
    report(role, `submission.${remark}`, 'warning', { value: quoted(found.value), read: found.read });
}
