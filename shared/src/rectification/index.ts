export {
  rectificationActs,
  rectificationStates,
  type Evidence,
  type Finding,
  type Measure,
  type PersonalAct,
  type Rectification,
  type RectificationAct,
  type RectificationOwner,
  type RectificationState,
  type RectificationStep,
  type Retest,
  type StepSaid,
} from './types';
export { afterAct, fixersOf, rectificationRules, type ActGround, type ActRequest, type Doer } from './act';
export { isEvidence, mostEvidenceBytes } from './evidence-file';
export { firstOwner, isOwner, maySee, sameOwner } from './owner';
export {
  deadlineLight,
  deadlinesOf,
  dueAfter,
  latestStep,
  usualDays,
  type DeadlineLight,
  type Deadlines,
  type RectificationDays,
} from './deadlines';
export { ledgerLine, ledgerSums, type LedgerLine, type LedgerSums } from './year-ledger';
export { openings, type Opening } from './openings';
