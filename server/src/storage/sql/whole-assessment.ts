import type { Assessment, Leg } from '@zhibiao/shared/evaluation';
import type { PackedSheet } from '../../features/evaluation/assessment.store';

/** An assessment with everything in it, as one short JSON list without names. */
export const wholeAssessment = (assessment: Assessment): string =>
  JSON.stringify([
    assessment.figure,
    assessment.derivation,
    assessment.complete,
    assessment.missing,
    assessment.rateText,
    assessment.value,
    assessment.verdict,
    assessment.legs.map(legList),
    assessment.light,
    assessment.lightReason,
    assessment.evidence,
    assessment.interval95 === null ? null : [assessment.interval95.lower, assessment.interval95.upper],
    assessment.shortBy,
    assessment.budget,
    assessment.outlook,
  ] satisfies WholeList);

type WholeList = readonly [
  figure: Assessment['figure'],
  derivation: Assessment['derivation'],
  complete: boolean,
  missing: readonly string[],
  rateText: string | null,
  value: number | null,
  verdict: Assessment['verdict'],
  legs: readonly LegList[],
  light: Assessment['light'],
  lightReason: Assessment['lightReason'],
  evidence: Assessment['evidence'],
  interval95: readonly [lower: number, upper: number] | null,
  shortBy: number | null,
  budget: Assessment['budget'],
  outlook: Assessment['outlook'],
];

type LegList = readonly [Leg['comparator'], Leg['verdict'], Leg['against'], Leg['by'], Leg['reference']];

const legList = (leg: Leg): LegList => [leg.comparator, leg.verdict, leg.against, leg.by, leg.reference];

const legOf = (leg: LegList): Leg => ({
  comparator: leg[0],
  verdict: leg[1],
  against: leg[2],
  by: leg[3],
  reference: leg[4],
});

/** The assessment again. */
export const readWholeAssessment = (sheet: PackedSheet, unit: string, text: string): Assessment => {
  // Written by `wholeAssessment` and by nothing else.
  const list = JSON.parse(text) as WholeList;
  const interval = list[11];
  return {
    indicator: sheet.indicator,
    unit,
    period: sheet.period,
    basis: sheet.basis,
    figure: list[0],
    derivation: list[1],
    complete: list[2],
    missing: list[3],
    rateText: list[4],
    value: list[5],
    verdict: list[6],
    legs: list[7].map(legOf),
    light: list[8],
    lightReason: list[9],
    evidence: list[10],
    interval95: interval === null ? null : { lower: interval[0], upper: interval[1] },
    shortBy: list[12],
    budget: list[13],
    outlook: list[14],
  };
};
