import type { Alert } from '@zhibiao/shared/alert';
import { dayOfInstant, type Instant } from '@zhibiao/shared/calendar';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import {
  deadlinesOf,
  dueAfter,
  firstOwner,
  openings,
  type Finding,
  type RectificationStep,
} from '@zhibiao/shared/rectification';
import type { Services } from '../../services';
import type { Stores } from '../../stores';
import { bringAlertsUpToDate } from '../alert';
import { newOutsideId } from '../submission';

/** What an alert says at the moment of a step. */
export const findingOf = ({ level, figures }: Pick<Alert, 'level' | 'figures'>): Finding => ({
  level,
  rateText: figures.rateText,
});

/**
 * Opens a rectification for every alarm that stands without one, and opens closed ones again by a relapse; inside the
 * transaction that judged the alerts. Asking again changes nothing. Answers how many were opened or reopened.
 */
export const openRectifications = async (
  { alerts, rectifications }: Pick<Stores, 'alerts' | 'rectifications'>,
  index: ProgrammeIndex,
  at: Instant,
): Promise<number> => {
  // In the order in which the alerts were kept, so that numbers do not depend on what changed last.
  const standing = [...(await alerts.list({}))].sort((one, other) => one.id - other.id);
  const opened = openings(standing, await rectifications.list());
  for (const { alert, ...opening } of opened) {
    const step = firstStep(opening.act, alert, index, at);
    if (step === null) continue;
    if (opening.act === 'open') await rectifications.open(alert.id, newOutsideId(), step);
    else await rectifications.add(opening.rectification.id, step);
  }
  return opened.length;
};

/** Null where the programme does not know the indicator or unit any more: nobody could be asked to answer. */
const firstStep = (
  act: 'open' | 'reopen',
  alert: Alert,
  index: ProgrammeIndex,
  at: Instant,
): RectificationStep | null => {
  const indicator = index.indicator(alert.indicator);
  const unit = index.unit(alert.unit);
  if (indicator === undefined || unit === undefined) return null;
  return {
    act,
    state: 'new',
    owner: firstOwner(indicator, unit),
    dueOn: dueAfter(act, 'new', dayOfInstant(at), deadlinesOf(index)),
    at,
    by: null,
    said: {},
    finding: findingOf(alert),
  };
};

/** Judges the alerts anew on another day, and opens what has become an alarm by the calendar alone, in one transaction. */
export const bringRectificationsUpToDate = (
  ground: Pick<Services, 'stores' | 'index' | 'clock'>,
): Promise<boolean> =>
  bringAlertsUpToDate(ground, async (tx, at) => {
    await openRectifications(tx, ground.index, at);
  });
