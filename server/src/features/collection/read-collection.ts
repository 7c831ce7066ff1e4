import type { Actor } from '@zhibiao/shared/access';
import { comparePeriods, latestEndedPeriod, yearOf, type PeriodCode } from '@zhibiao/shared/calendar';
import {
  collectionPeriods,
  compareStates,
  progressByDepartment,
  progressByUnit,
  progressOf,
  type CollectionView,
  type OwnTasksView,
  type TaskReading,
  type TaskView,
} from '@zhibiao/shared/collection';
import { pageKind } from '@zhibiao/shared/evaluation';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import { readTasks, type CollectionServices } from './read-tasks';

/** Twelve years of quarters; nobody steps further back. */
const mostPeriods = 48;
const mostListed = 200;

/**
 * Who owes what of a period, within what the actor may know: without one, of the newest that has ended. Late is what
 * is late today in this year and the last, whatever period is shown, until a reviewer has let it in. Refuses a period that cannot be chosen.
 */
export const readCollection = async (
  services: CollectionServices,
  actor: Actor,
  asked: PeriodCode | undefined,
): Promise<Result<CollectionView, Refusal>> => {
  const { index, clock } = services;
  const { yearStart } = index.programme;
  const periods = await periodsOf(services);
  const period = asked ?? latestEndedPeriod(clock.today(), pageKind(index.programme), yearStart);
  if (!periods.includes(period)) {
    return refuse({ code: 'calendar.unknown-period', period: period.slice(0, 50) });
  }
  const shown = await readTasks(services, actor, [period]);
  const late = (await readTasks(services, actor, recent(services, periods)))
    .filter(({ state }) => state.kind === 'late' || (state.kind === 'waiting' && state.days > 0))
    .toSorted((one, other) => compareStates(one.state, other.state));
  return ok({
    period,
    periods,
    late: late.slice(0, mostListed).map(viewOf),
    lateTotal: late.length,
    tasks: shown.map(viewOf),
    whole: progressOf(shown),
    units: progressByUnit(shown, [index.whole.code, ...index.parts.map(({ code }) => code)]),
    departments: progressByDepartment(
      shown,
      index.programme.departments.map(({ code }) => code),
    ),
  });
};

/** What an actor still owes in this year and the last: late first, then what is due soonest. */
export const readOwnTasks = async (services: CollectionServices, actor: Actor): Promise<OwnTasksView> => {
  const periods = recent(services, await periodsOf(services));
  const owed = (await readTasks(services, actor, periods))
    .filter(({ state: { kind } }) => kind === 'late' || kind === 'due-soon' || kind === 'open')
    .toSorted((one, other) => compareStates(one.state, other.state));
  return { tasks: owed.slice(0, mostListed).map(viewOf), total: owed.length };
};

const viewOf = ({ task, state }: TaskReading): TaskView => {
  const { indicator, unit, period, dueOn, opensOn, waived } = task;
  return { indicator, unit, period, dueOn, opensOn, state, waived };
};

/** From the first period that has a figure to the running one. */
const periodsOf = async ({ stores, index, clock }: CollectionServices): Promise<readonly PeriodCode[]> => {
  const { yearStart } = index.programme;
  const today = clock.today();
  const ended = latestEndedPeriod(today, pageKind(index.programme), yearStart);
  const [oldest = ended] = [...(await stores.observations.periods()), ended].sort((one, other) =>
    comparePeriods(one, other, yearStart),
  );
  return collectionPeriods(index, { oldest, today, most: mostPeriods });
};

/** Those of this programme year and the one before. */
const recent = ({ index }: CollectionServices, periods: readonly PeriodCode[]): readonly PeriodCode[] => {
  const { yearStart } = index.programme;
  const newest = periods.at(-1);
  const year = newest === undefined ? 0 : yearOf(newest, yearStart);
  return periods.filter((period) => yearOf(period, yearStart) >= year - 1);
};
