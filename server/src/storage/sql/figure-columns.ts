import type { Figure } from '@zhibiao/shared/observation';

/** A figure as the ledger's columns hold it; all null when it was withdrawn. */
export interface FigureColumns {
  readonly passes: number | null;
  readonly total: number | null;
  readonly rate: string | null;
  readonly score: string | null;
}

/** Puts a figure together again; null when the columns say that it was withdrawn. */
export const figureOf = ({ passes, total, rate, score }: FigureColumns): Figure | null => {
  if (passes !== null && total !== null) return { kind: 'counts', passes, total };
  if (rate !== null) return { kind: 'rate', rate };
  if (score !== null) return { kind: 'score', score };
  return null;
};
