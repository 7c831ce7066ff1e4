export {
  afterMove,
  isEditable,
  isWithReviewer,
  lastSubmit,
  lifeStates,
  moves,
  type LifeState,
  type Living,
  type Move,
} from './submission-life';
export type { AsOf, PlannedPublication, Publication, PublishedChange, Shown } from './types';
export { isPublished, parseAsOf, publicationFor } from './as-of';
export { countCorrections, listChanges, type ChangeEntry } from './list-changes';
export { mayPlan, mayPublish, mostDaysAhead, type PublishQuestion } from './may-publish';
export { summariseChanges, type ChangesSummary } from './summarise-changes';
export { correctedPeriods } from './corrected-periods';
