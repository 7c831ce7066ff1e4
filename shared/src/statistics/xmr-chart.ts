import {
  assuranceOf,
  chartStatus,
  pointTypes,
  variationOf,
  type Assurance,
  type ChartStatus,
  type Improvement,
  type PointType,
  type RulePoint,
  type Side,
  type Variation,
} from './chart-rules';

/** An individuals and moving-range chart of figures without counts (statistics.md e), in the figures' own unit. */
export type XmrChart =
  | { readonly status: 'insufficient' }
  | {
      readonly status: Exclude<ChartStatus, 'insufficient'>;
      readonly mean: number;
      /** Average moving range. */
      readonly amr: number;
      /** Natural process limits mean ± 2.66·amr; clamp them for drawing only. */
      readonly lpl: number;
      readonly upl: number;
      readonly types: readonly (PointType | null)[];
      readonly variation: Variation;
      readonly assurance: Assurance | null;
    };

/** How to read a chart; `screen` drops moving ranges ≥ 3.267·amr once before setting limits. */
export interface XmrOptions {
  readonly improvement: Improvement;
  readonly target?: number | null;
  readonly screen?: boolean;
}

/** Rules of a chart for figures that arrive finished; null is a gap. Limits as in NHSRplotthedots 0.2.2. */
export function xmrChart(values: readonly (number | null)[], options: XmrOptions): XmrChart {
  const available = values.filter((value) => value !== null);
  const status = chartStatus(available.length);
  if (status === 'insufficient') return { status };
  const mean = average(available);
  const amr = averageRange(values, options.screen ?? true);
  const reach = 2.66 * amr;
  const rules = values.map((value, i) =>
    value === null ? null : rulePoint(value, values[i - 1] ?? null, { mean, reach }),
  );
  const types = pointTypes(rules, () => true);
  const target = options.target ?? null;
  return {
    status,
    mean,
    amr,
    lpl: mean - reach,
    upl: mean + reach,
    types,
    variation: variationOf(types, options.improvement),
    assurance: assuranceOf(
      target === null
        ? null
        : {
            aboveUpper: target > mean + reach + slack,
            belowLower: target < mean - reach - slack,
            isWhole: target === 100,
          },
      options.improvement,
    ),
  };
}

/** Twelve times 98.1 has a mean of 98.09999999999998. */
const slack = 1e-9;

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function averageRange(values: readonly (number | null)[], screen: boolean): number {
  const ranges = values.flatMap((value, i) => {
    const before = values[i - 1];
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)];
  });
  const amr = average(ranges);
  return screen ? average(ranges.filter((range) => range < 3.267 * amr)) : amr;
}

function rulePoint(
  value: number,
  before: number | null,
  { mean, reach }: { mean: number; reach: number },
): RulePoint {
  const outside = sideOf(value - mean, reach);
  return {
    outside,
    near: outside === 0 ? sideOf(value - mean, (reach * 2) / 3) : 0,
    side: sideOf(value - mean, 0),
    step: before === null ? 0 : sideOf(value - before, 0),
  };
}

/** Beyond `reach` on either side. */
const sideOf = (gap: number, reach: number): Side =>
  gap > reach + slack ? 1 : gap < -reach - slack ? -1 : 0;
