export type { Figure, Observation, ObservationKey, Revision } from './types';
export { keyText } from './observation-key';
export { figuresEqual } from './figures-equal';
export { ledgerOf, type LedgerEntry, type LedgerView } from './ledger';
export { exactEntry, resolveFigure, type Resolved, type SpanRules } from './resolve-figure';
export { stateFigure } from './state-figure';
export { pooledFigure, type Addend } from './pooled-figure';
export { weightedFigure, type Stratum } from './weighted-figure';
