import { demonstrationActors, type Actor } from '@zhibiao/shared/access';
import type { JudgedAlerts } from '@zhibiao/shared/alert';
import { dayOfInstant, yearOf, yearOfDay, type Instant } from '@zhibiao/shared/calendar';
import { demonstrationSubmissions } from '@zhibiao/shared/demonstration';
import type { Observation } from '@zhibiao/shared/observation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { ok } from '@zhibiao/shared/result';
import { publishedFileName } from '@zhibiao/shared/wording';
import { alertsInLedger, refreshAlerts } from '../features/alert';
import { assessAffected } from '../features/evaluation';
import type { Originals } from '../originals';
import type { Stores } from '../stores';
import { originalOf } from './original-of';
import { readReferenceFigures } from './reference-figures';

/** One submission to lay into an empty ledger as if it had been committed at its time. */
interface PastSubmission {
  readonly fileName: string;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly reason: string;
  readonly observations: readonly Observation[];
}

const pastSubmissions = async (
  index: ProgrammeIndex,
  referenceFile: string,
  today: string,
): Promise<readonly PastSubmission[]> => {
  const people = demonstrationActors(index.programme.departments, index.register);
  const statistician = people.find(({ actor }) => actor.role === 'statistician')?.actor;
  if (statistician === undefined) throw new Error('the demonstration has no statistician');
  const actorOf = (id: string): Actor => people.find((person) => person.id === id)?.actor ?? statistician;
  const invented = demonstrationSubmissions(index.programme, index.register).map(
    ({ actorId, ...submission }): PastSubmission => ({ ...submission, actor: actorOf(actorId) }),
  );
  const published = (await readReferenceFigures(referenceFile, index)).map(
    ({ recordedAt, observations }): PastSubmission => ({
      fileName: publishedFileName(dayOfInstant(recordedAt)),
      recordedAt,
      actor: statistician,
      reason: '',
      observations,
    }),
  );
  return [...invented, ...published]
    .filter(({ recordedAt }) => dayOfInstant(recordedAt) <= today)
    .sort((one, other) =>
      one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0,
    );
};

/**
 * Fills an empty instance with the demonstration's history, each submission under its own date, so that the
 * ledger, the revisions and the alerts have a past. One transaction a submission, as in real life.
 */
export const loadDemonstration = async (options: {
  readonly stores: Stores;
  readonly originals: Originals;
  readonly index: ProgrammeIndex;
  readonly referenceFile: string;
  readonly now: Instant;
}): Promise<number> => {
  const { stores, originals, index, now } = options;
  const today = dayOfInstant(now);
  const past = await pastSubmissions(index, options.referenceFile, today);
  for (const submission of past) {
    const bytes = originalOf(submission.observations, index);
    const sha256 = await originals.keep(bytes);
    const stored = await stores.transaction(async (tx) => {
      await layDown(tx, index, submission, { sha256, bytes: bytes.byteLength });
      return ok(null);
    });
    if (!stored.ok) throw new Error(`the demonstration could not be stored: ${stored.refusal.code}`);
  }
  await assessEverything(stores, index, past, now);
  return past.length;
};

const layDown = async (
  stores: Stores,
  index: ProgrammeIndex,
  submission: PastSubmission,
  original: { readonly sha256: string; readonly bytes: number },
): Promise<void> => {
  const { actor, fileName, recordedAt, reason, observations } = submission;
  const by = { id: actor.id, role: actor.role, name: actor.name };
  const id = await stores.submissions.create({ fileName, ...original, by, uploadedAt: recordedAt });
  await stores.observations.append(
    observations.map((observation, row) => ({
      ...observation,
      submission: id,
      recordedAt,
      cell: `${fileName}!F${row + 2}`,
    })),
  );
  const changed = reason === '' ? 0 : observations.length;
  const counts = { new: observations.length - changed, changed, same: 0, refused: 0 };
  await stores.submissions.settle(id, 'committed', { at: recordedAt, counts, reason });
  // Alerts have a life from the last year on: each submission is judged as of its own day.
  const touched = touchedYears(observations, index);
  const day = dayOfInstant(recordedAt);
  const recent = yearOfDay(day, index.programme.yearStart);
  const judged = new Map(
    [...touched].map(([code, years]) => [code, new Set([...years].filter((year) => year >= recent))]),
  );
  for (const [code, years] of judged) if (years.size === 0) judged.delete(code);
  await assessAffected(stores, index, day, judged);
  await judgeAlertsOf(stores, index, judged.keys(), recordedAt);
};

const judgeAlertsOf = async (
  stores: Stores,
  index: ProgrammeIndex,
  codes: Iterable<string>,
  at: Instant,
): Promise<void> => {
  const day = dayOfInstant(at);
  const judged: JudgedAlerts[] = [];
  for (const code of codes) {
    const indicator = index.indicator(code);
    if (indicator !== undefined) judged.push(await alertsInLedger({ stores, index }, indicator, day));
  }
  await refreshAlerts(stores, judged, { day, at });
};

const touchedYears = (
  observations: readonly Observation[],
  index: ProgrammeIndex,
): Map<string, Set<number>> => {
  const touched = new Map<string, Set<number>>();
  for (const { indicator, period } of observations) {
    const years = touched.get(indicator) ?? new Set<number>();
    years.add(yearOf(period, index.programme.yearStart));
    touched.set(indicator, years);
  }
  return touched;
};

/** Judges every year as seen today: what was in progress when it was reported is closed by now. */
const assessEverything = async (
  stores: Stores,
  index: ProgrammeIndex,
  past: readonly PastSubmission[],
  now: Instant,
): Promise<void> => {
  const touched = touchedYears(
    past.flatMap(({ observations }) => observations),
    index,
  );
  const done = await stores.transaction(async (tx) => {
    await tx.assessments.clear();
    await assessAffected(tx, index, dayOfInstant(now), touched);
    await judgeAlertsOf(tx, index, touched.keys(), now);
    return ok(null);
  });
  if (!done.ok) throw new Error(`the demonstration could not be judged: ${done.refusal.code}`);
};
