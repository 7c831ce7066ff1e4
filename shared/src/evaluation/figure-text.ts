import type { Figure } from '../observation';
import type { DecimalText } from '../programme';
import { displayText, type Ratio } from '../statistics';

/**
 * A figure for the eye, without unit: `98.54`. A rate from counts takes as many decimals as it needs to stay
 * on its side of the target (statistics.md 0.6); what was published finished is printed as it was published.
 */
export const figureText = (figure: Figure, target: Ratio | null): DecimalText | null => {
  switch (figure.kind) {
    case 'counts':
      return displayText(figure.passes, figure.total, target);
    case 'rate':
      return trimmed(figure.rate);
    case 'score':
      return figure.score;
  }
};

/** A combined rate carries more decimals than anyone published; two say enough beside the exact verdict. */
const trimmed = (rate: DecimalText): DecimalText => {
  const at = rate.indexOf('.');
  return at >= 0 && rate.length - at > 5 ? rate.slice(0, at + 3) : rate;
};
