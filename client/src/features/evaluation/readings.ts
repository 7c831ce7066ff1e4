import type { Assessment, Leg } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import type { GaugeReading } from '../../charts/gauge-scene';

/** Whether the figure is a survey score or an index in points; everything else is a share in percent. */
export const isScore = (indicator: Pick<Indicator, 'measure'>): boolean => indicator.measure === 'score';

/** A value as the server sends it, on the indicator's printed scale: shares 0…1 become percent. */
export const onScale = (value: number, indicator: Pick<Indicator, 'measure'>): number =>
  isScore(indicator) ? value : value * 100;

/** The leg that the gauge's tick stands for: every comparator but the reference unit. */
export const mainLeg = (assessment: Assessment): Leg | undefined =>
  assessment.legs.find((leg) => leg.comparator !== 'province');

/** The leg of the reference unit, if the target has one. */
export const referenceLeg = (assessment: Assessment): Leg | undefined =>
  assessment.legs.find((leg) => leg.comparator === 'province');

/** What the gauge and the bullet row draw. */
export const gaugeReading = (
  assessment: Assessment,
  indicator: Indicator,
  target: { readonly text: string | null; readonly label: string },
): GaugeReading => {
  const { interval95, value } = assessment;
  const against = referenceLeg(assessment)?.against ?? null;
  return {
    low: indicator.scale.low,
    high: indicator.scale.high,
    value: value === null ? null : onScale(value, indicator),
    target: target.text === null ? null : Number(target.text),
    targetLabel: target.label,
    reference: against === null ? null : Number(against),
    interval:
      interval95 === null
        ? null
        : { lower: onScale(interval95.lower, indicator), upper: onScale(interval95.upper, indicator) },
    light: assessment.light,
  };
};
