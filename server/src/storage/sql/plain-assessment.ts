import type { Assessment, Leg } from '@zhibiao/shared/evaluation';
import { wilsonBounds, z95 } from '@zhibiao/shared/statistics';
import type { PackedSheet } from '../../features/evaluation/assessment.store';

/**
 * What the usual assessments of a sheet have in common: everything but counts, rate text and differences. The
 * value is the quotient of the counts and the interval is Wilson's, so neither is written: printing long
 * decimals is most of the work of packing. An assessment of which that is not true fits no frame.
 */
export interface Frame {
  /** `nothing`: no figure; `counts` with Wilson's interval or, where every case is seen, `bare` without. */
  readonly kind: 'nothing' | 'counts' | 'bare';
  readonly derivation: Assessment['derivation'];
  readonly complete: boolean;
  readonly verdict: Assessment['verdict'];
  readonly legs: readonly Omit<Leg, 'by'>[];
  readonly light: Assessment['light'];
  readonly lightReason: Assessment['lightReason'];
  readonly evidence: Assessment['evidence'];
}

/** The frame of an assessment; null when it is none of the usual ones. */
export const frameOf = (assessment: Assessment): Frame | null => {
  const kind = kindOf(assessment);
  if (kind === null) return null;
  return {
    kind,
    derivation: assessment.derivation,
    complete: assessment.complete,
    verdict: assessment.verdict,
    legs: assessment.legs.map(({ comparator, verdict, against, reference }) => ({
      comparator,
      verdict,
      against,
      reference,
    })),
    light: assessment.light,
    lightReason: assessment.lightReason,
    evidence: assessment.evidence,
  };
};

/** Whether an assessment has this frame. */
export const fits = (frame: Frame, assessment: Assessment): boolean => {
  const { legs } = assessment;
  return (
    frame.light === assessment.light &&
    frame.lightReason === assessment.lightReason &&
    frame.verdict === assessment.verdict &&
    frame.evidence === assessment.evidence &&
    frame.derivation === assessment.derivation &&
    frame.complete === assessment.complete &&
    frame.legs.length === legs.length &&
    frame.legs.every((leg, place) => isSameLeg(leg, legs[place])) &&
    frame.kind === kindOf(assessment)
  );
};

const isSameLeg = (one: Omit<Leg, 'by'>, other: Leg | undefined): boolean =>
  other !== undefined &&
  one.comparator === other.comparator &&
  one.verdict === other.verdict &&
  one.against === other.against &&
  one.reference === other.reference;

const kindOf = (assessment: Assessment): Frame['kind'] | null => {
  const { figure, value, interval95 } = assessment;
  if (assessment.missing.length > 0 || assessment.budget !== null || assessment.outlook !== null) return null;
  if (figure === null) {
    const { rateText, shortBy } = assessment;
    return value === null && interval95 === null && rateText === null && shortBy === null ? 'nothing' : null;
  }
  if (figure.kind !== 'counts' || figure.total === 0 || value !== figure.passes / figure.total) return null;
  if (interval95 === null) return 'bare';
  const { lower, upper } = wilsonBounds(figure.passes, figure.total, z95);
  return lower === interval95.lower && upper === interval95.upper ? 'counts' : null;
};

/** `0⇥197⇥200⇥98.5⇥0⇥1.5`: frame, passes, total, rate text, missing passes, difference of each leg; empty for null. */
export const plainLine = (frame: number, { figure, rateText, shortBy, legs }: Assessment): string => {
  let line = figure?.kind === 'counts' ? `${frame}\t${figure.passes}\t${figure.total}` : `${frame}\t\t`;
  line += `\t${rateText ?? ''}\t${shortBy ?? ''}`;
  for (const { by } of legs) line += `\t${by ?? ''}`;
  return line;
};

/** Where a line stands. */
export interface PlainPlace {
  readonly sheet: PackedSheet;
  readonly unit: string;
  readonly frames: readonly Frame[];
}

/** The assessment again. */
export const readPlainLine = ({ sheet, unit, frames }: PlainPlace, text: string): Assessment => {
  const [number = '', passesText = '', totalText = '', rateText = '', shortBy = '', ...differences] =
    text.split('\t');
  const frame = frames[Number(number)];
  if (frame === undefined) throw new Error(`no frame ${number} in ${sheet.indicator} ${sheet.period}`);
  const passes = Number(passesText);
  const total = Number(totalText);
  return {
    indicator: sheet.indicator,
    unit,
    period: sheet.period,
    basis: sheet.basis,
    figure: frame.kind === 'nothing' ? null : { kind: 'counts', passes, total },
    derivation: frame.derivation,
    complete: frame.complete,
    missing: [],
    rateText: rateText === '' ? null : rateText,
    value: frame.kind === 'nothing' ? null : passes / total,
    verdict: frame.verdict,
    legs: frame.legs.map(({ comparator, verdict, against, reference }, place) => ({
      comparator,
      verdict,
      against,
      by: numberOf(differences[place]),
      reference,
    })),
    light: frame.light,
    lightReason: frame.lightReason,
    evidence: frame.evidence,
    interval95: frame.kind === 'counts' ? wilsonBounds(passes, total, z95) : null,
    shortBy: numberOf(shortBy),
    budget: null,
    outlook: null,
  };
};

const numberOf = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text);
