import type { Figure } from '@zhibiao/shared/observation';

/** One number of a figure that differs from what is stored. */
export interface FieldChange {
  readonly field: 'passes' | 'total' | 'rate' | 'score' | 'figure';
  /** Null where a figure of another kind stood, or none. */
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** After minus before, for counts alone: finished percentages and scores are texts as published. */
  readonly by: number | null;
}

/** The numbers in which two figures differ. Figures of different kinds differ as a whole, field `figure`. */
export const fieldChanges = (before: Figure, after: Figure): readonly FieldChange[] => {
  if (before.kind === 'counts' && after.kind === 'counts') {
    const fields = ['total', 'passes'] as const;
    return fields
      .filter((field) => before[field] !== after[field])
      .map((field) => ({
        field,
        before: before[field],
        after: after[field],
        by: after[field] - before[field],
      }));
  }
  if (before.kind === 'rate' && after.kind === 'rate') {
    return [{ field: 'rate', before: before.rate, after: after.rate, by: null }];
  }
  if (before.kind === 'score' && after.kind === 'score') {
    return [{ field: 'score', before: before.score, after: after.score, by: null }];
  }
  return [{ field: 'figure', before: shortText(before), after: shortText(after), by: null }];
};

const shortText = (figure: Figure): string => {
  switch (figure.kind) {
    case 'counts':
      return `${figure.passes} / ${figure.total}`;
    case 'rate':
      return `${figure.rate}%`;
    case 'score':
      return figure.score;
  }
};
