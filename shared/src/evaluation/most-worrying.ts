import type { Assessment } from './types';

const gravity: Readonly<Record<Assessment['light'], number>> = { miss: 0, risk: 1, none: 2, met: 3 };

/**
 * How far a figure is below what it is compared with, in points; the outlook breaks ties. The share of a
 * register still to come is no shortfall of that kind and weighs a hundredth.
 */
const worry = ({ legs, outlook }: Assessment): number => {
  const gaps = legs.map(({ comparator, by }) => (by ?? 0) * (comparator === 'coverage' ? 0.01 : 1));
  return Math.min(0, ...gaps) + (outlook?.probability ?? 1) / 100;
};

/** What deserves attention most, red before amber, the larger gap first; null when nothing is red or amber. */
export const mostWorrying = (assessments: readonly Assessment[]): Assessment | null => {
  const [worst] = assessments
    .filter(({ light }) => light === 'miss' || light === 'risk')
    .sort((one, other) => gravity[one.light] - gravity[other.light] || worry(one) - worry(other));
  return worst ?? null;
};
