import type { Counts } from './counts';
import type { Chance } from './saddle-point';

/**
 * Mean |zᵢ − zᵢ₋₁| ÷ 1.128 over neighbouring periods (Laney, Quality Engineering 14(4), 2002): above 1.5 with large n
 * the periods scatter more than chance explains. Null without neighbours, or where the centre leaves no scatter.
 */
export function laneySigmaZ(points: readonly (Counts | null)[], { p, q }: Chance): number | null {
  if (p <= 0 || q <= 0) return null;
  const scores = points.map((point) => point && (point.x / point.n - p) / Math.sqrt((p * q) / point.n));
  const ranges = scores.flatMap((score, i) => {
    const before = scores[i - 1];
    return score === null || before === null || before === undefined ? [] : [Math.abs(score - before)];
  });
  return ranges.length === 0 ? null : ranges.reduce((sum, range) => sum + range, 0) / ranges.length / 1.128;
}
