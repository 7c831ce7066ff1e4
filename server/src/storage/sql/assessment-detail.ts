import type { Assessment, Leg } from '@zhibiao/shared/evaluation';

/**
 * An assessment as one short JSON text, and back. It is a list without names because it is written once for
 * each observation of a bulk import: half the bytes and half the time of the object. What stands in columns
 * of its own (key, verdict, light, rate text, value) is not repeated. When `Assessment` changes, change both
 * functions and empty the table with a migration: every row can be worked out again from the ledger.
 */
export const detailOf = (assessment: Assessment): string =>
  JSON.stringify([
    assessment.figure,
    assessment.derivation,
    assessment.complete,
    assessment.missing,
    assessment.legs.map(legList),
    assessment.lightReason,
    assessment.evidence,
    assessment.interval95 === null ? null : [assessment.interval95.lower, assessment.interval95.upper],
    assessment.shortBy,
    assessment.budget,
    assessment.outlook,
  ] satisfies Detail);

/** The part of an assessment that stands in columns. */
export type AssessmentColumns = Pick<
  Assessment,
  'indicator' | 'unit' | 'period' | 'basis' | 'verdict' | 'light' | 'rateText' | 'value'
>;

/** Puts an assessment together again from its columns and detail. */
export const assessmentOf = (columns: AssessmentColumns, text: string): Assessment => {
  // Written by `detailOf` and by nothing else.
  const detail = JSON.parse(text) as Detail;
  const interval = detail[7];
  // Member by member, not by spreading: a page reads hundreds of them, an export all.
  return {
    indicator: columns.indicator,
    unit: columns.unit,
    period: columns.period,
    basis: columns.basis,
    figure: detail[0],
    derivation: detail[1],
    complete: detail[2],
    missing: detail[3],
    rateText: columns.rateText,
    value: columns.value,
    verdict: columns.verdict,
    legs: detail[4].map(legOf),
    light: columns.light,
    lightReason: detail[5],
    evidence: detail[6],
    interval95: interval === null ? null : { lower: interval[0], upper: interval[1] },
    shortBy: detail[8],
    budget: detail[9],
    outlook: detail[10],
  };
};

type Detail = readonly [
  figure: Assessment['figure'],
  derivation: Assessment['derivation'],
  complete: boolean,
  missing: readonly string[],
  legs: readonly LegList[],
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
