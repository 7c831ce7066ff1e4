import type { Figure } from '../observation';
import type { DecimalText } from '../programme';
import {
  compareProducts,
  displayText,
  halfUp,
  parseDecimal,
  percentRatio,
  ratioOfPercent,
  type Ratio,
} from '../statistics';

/**
 * A figure for the eye, without unit: `98.54`. A rate from counts takes as many decimals as it needs to stay
 * on its side of what it is compared with (statistics.md 0.6), and to look different where it is different
 * (screens.md 6: 98.54 beside 98.5), four at most; what was published finished is printed as it was published.
 */
export const figureText = (
  figure: Figure,
  target: Ratio | null,
  reference: Ratio | null = null,
): DecimalText | null => {
  switch (figure.kind) {
    case 'counts':
      return rateText(figure.passes, figure.total, target, reference);
    case 'rate': {
      const ratio = isCombined(figure.rate) ? percentRatio(figure.rate) : null;
      return ratio === null ? figure.rate : rateText(ratio.num, ratio.den, target, reference);
    }
    case 'score':
      return figure.score;
  }
};

/** A weighted rate is carried with more decimals than anyone publishes. */
const isCombined = (rate: DecimalText): boolean => {
  const point = rate.indexOf('.');
  return point >= 0 && rate.length - point > 5;
};

const mostDecimals = 4;
/** One decimal of a percentage moves a rate by half of 0.001 at most; further off it cannot look the same. */
const near = 0.00051;

const rateText = (
  x: number,
  n: number,
  target: Ratio | null,
  reference: Ratio | null,
): DecimalText | null => {
  const shortest = displayText(x, n, target);
  if (shortest === null) return null;
  const nearTarget = target !== null && Math.abs(x / n - target.num / target.den) < near;
  const nearReference = reference !== null && Math.abs(x / n - reference.num / reference.den) < near;
  if (!nearTarget && !nearReference) return shortest;
  const exact = { num: x, den: n };
  const beside = [nearTarget ? target : null, nearReference ? reference : null].filter((one) => one !== null);
  return tellingText(exact, beside, shortest) ?? tellingText(exact, beside.slice(0, 1), shortest) ?? shortest;
};

/** The first text from the shortest on that stands beside each of these as the exact rate does; null if none. */
const tellingText = (exact: Ratio, beside: readonly Ratio[], shortest: DecimalText): DecimalText | null => {
  const first = shortest.length - shortest.indexOf('.') - 1;
  for (let decimals = first; decimals <= mostDecimals; decimals += 1) {
    const text = decimals === first ? shortest : halfUp(exact.num, exact.den, decimals);
    const shown = parseDecimal(text);
    if (shown === null) return null;
    const printed = ratioOfPercent(shown);
    if (beside.every((other) => sideOf(printed, other) === sideOf(exact, other))) return text;
  }
  return null;
};

const sideOf = (one: Ratio, other: Ratio): -1 | 0 | 1 =>
  compareProducts([one.num, other.den], [other.num, one.den]);
