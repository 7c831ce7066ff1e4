import { mayReport, type Actor } from '@zhibiao/shared/access';
import { yearOf, type Instant, type PeriodCode } from '@zhibiao/shared/calendar';
import {
  answeredSince,
  tasksOfPeriod,
  taskState,
  type CollectionTask,
  type KnownRevision,
  type TaskAnswer,
  type TaskReading,
} from '@zhibiao/shared/collection';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Services } from '../../services';
import { submittedSince, waitingFigures } from '../submission';

/** What reading the calendar needs of the services. */
export type CollectionServices = Pick<Services, 'stores' | 'index' | 'clock'>;

/** Every task of some periods as far as an actor may know of it, and where each stands today. */
export const readTasks = async (
  services: CollectionServices,
  actor: Actor,
  periods: readonly PeriodCode[],
): Promise<readonly TaskReading[]> => {
  const { index, clock } = services;
  const today = clock.today();
  const tasks = periods
    .flatMap((period) => tasksOfPeriod(index, period))
    .filter((task) => maySee(index, actor, task));
  const answers = await readAnswers(services, tasks);
  return tasks.map((task) => ({ task, state: taskState(task, answers(task), today) }));
};

/** Reviewers and the auditor see who owes what everywhere, the others what they report themselves. */
const maySee = (index: ProgrammeIndex, actor: Actor, { indicator: code, unit }: CollectionTask): boolean => {
  if (actor.role === 'reviewer' || actor.role === 'auditor') return true;
  const indicator = index.indicator(code);
  return indicator !== undefined && mayReport(actor, indicator, unit);
};

const pairOf = ({ indicator, unit }: { readonly indicator: string; readonly unit: string }): string =>
  `${indicator} ${unit}`;

/** What the ledger and the reviewers' desk say of some tasks. */
const readAnswers = async (
  { stores, index }: CollectionServices,
  tasks: readonly CollectionTask[],
): Promise<(task: CollectionTask) => TaskAnswer | null> => {
  const years = tasks.map(({ period }) => yearOf(period, index.programme.yearStart));
  const history = await stores.observations.history({
    indicators: [...new Set(tasks.map(({ indicator }) => indicator))],
    units: [...new Set(tasks.map(({ unit }) => unit))],
    // A year that begins in July ends in the next one, and a campaign may have begun in the one before.
    fromYear: Math.min(...years) - 1,
    toYear: Math.max(...years) + 1,
  });
  const since = new Map<number, Instant>();
  const known = new Map<string, KnownRevision[]>();
  for (const { indicator, unit, period, basis, figure, submission, recordedAt } of history.toReversed()) {
    const handedIn = since.get(submission) ?? (await submittedSince(stores, submission, recordedAt));
    since.set(submission, handedIn);
    const revision = { indicator, unit, period, basis, figure, since: handedIn };
    const key = pairOf(revision);
    const list = known.get(key);
    if (list === undefined) known.set(key, [revision]);
    else list.push(revision);
  }
  const waiting = new Map(
    (await waitingFigures(stores)).map((figure) => [`${pairOf(figure)} ${figure.period}`, figure.since]),
  );
  return (task) => {
    const stands = answeredSince(index, task, known.get(pairOf(task)) ?? []);
    if (stands !== null) return { kind: 'stands', since: stands };
    const waits = waiting.get(`${pairOf(task)} ${task.period}`);
    return waits === undefined ? null : { kind: 'waits', since: waits };
  };
};
