import type { Assessment } from '@zhibiao/shared/evaluation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { assessmentSentences } from '@zhibiao/shared/wording';
import type { PeriodAlerts } from './period-alerts';
import type { PeriodEvidence } from './period-evidence';

/** What is said of a record beside its assessment. */
export interface RecordExtras {
  readonly evidence: PeriodEvidence | null;
  /** Active rules of statistics.md i, most urgent first, each with its own level. */
  readonly alerts: PeriodAlerts;
}

/** An assessment as `assess --json` prints it (contract.md), with what its series says at that period. */
export const assessmentRecord = (
  assessment: Assessment,
  index: ProgrammeIndex,
  { evidence, alerts }: RecordExtras,
) => {
  const { figure, interval95, legs, verdict, basis, light } = assessment;
  const indicator = index.indicator(assessment.indicator);
  return {
    indicator: assessment.indicator,
    unit: assessment.unit,
    period: assessment.period,
    basis,
    figure: figureRecord(figure),
    derivation: assessment.derivation,
    complete: assessment.complete,
    missing: assessment.missing,
    rateText: assessment.rateText,
    verdict,
    legs: legs.map(({ comparator, verdict: judged, against, by, reference }) => ({
      comparator,
      verdict: judged,
      by,
      against,
      ...(reference === null
        ? {}
        : {
            reference: {
              unit: reference.unit,
              period: reference.period,
              basis: reference.basis,
              provisional: reference.provisional,
            },
          }),
    })),
    light,
    lightReason: assessment.lightReason,
    evidence: assessment.evidence,
    interval95: interval95 === null ? null : [interval95.lower, interval95.upper],
    shortBy: assessment.shortBy,
    budget: assessment.budget,
    outlook: assessment.outlook,
    trend: evidence && evidence.trend,
    signals: evidence && evidence.signals,
    alerts,
    sentence: indicator === undefined ? null : assessmentSentences(assessment, indicator),
  };
};

const figureRecord = (figure: Assessment['figure']) => {
  switch (figure?.kind) {
    case 'counts':
      return { passes: figure.passes, total: figure.total };
    case 'rate':
      return { rate: figure.rate };
    case 'score':
      return { score: figure.score };
    case undefined:
      return null;
  }
};
