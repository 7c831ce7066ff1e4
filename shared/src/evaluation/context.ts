import type { PlainDate } from '../calendar';
import type { LedgerView } from '../observation';
import type { ProgrammeIndex } from '../programme';

/** Everything a judgement rests on. The day is handed in: the core asks no clock. */
export interface EvaluationContext {
  readonly index: ProgrammeIndex;
  readonly ledger: LedgerView;
  readonly today: PlainDate;
}
