import { alertsToOpen, type JudgedAlerts } from '@zhibiao/shared/alert';
import { yearOf } from '@zhibiao/shared/calendar';
import {
  countCorrections,
  summariseChanges,
  type ChangesSummary,
  type PlannedPublication,
  type Publication,
  type PublishedChange,
} from '@zhibiao/shared/publication';
import { headlineEffects, type Effect } from '@zhibiao/shared/submission';
import { alertsInLedger } from '../alert';
import { firstFollowedYear, loadLedger, newestSheet } from '../evaluation';
import { changesBetween } from './changes-between';
import type { PublishGround } from './publish';

/** What waits to be published, and what publishing it would do. */
export interface PublicationPreview {
  readonly newest: Publication | null;
  readonly plan: PlannedPublication | null;
  /** Ledger position that a publication would hold now. */
  readonly position: number;
  readonly summary: ChangesSummary;
  /** Published figures that would change: with any, a reason is asked for. */
  readonly corrections: number;
  /** The first 200. */
  readonly changes: readonly PublishedChange[];
  readonly changesTotal: number;
  /** The headlines of the whole that would change, in the programme's order. */
  readonly effects: readonly Effect[];
  readonly alertsToOpen: readonly {
    readonly indicator: string;
    readonly unit: string;
    readonly period: string;
  }[];
}

/** Changes that one answer carries. */
export const mostChanges = 200;

/** Works out what publishing now would do, by the rules that publishing itself follows. Writes nothing. */
export const previewPublication = async (ground: PublishGround): Promise<PublicationPreview> => {
  const { stores } = ground;
  const [{ position }, newest, plan] = await Promise.all([
    stores.observations.position(),
    stores.publications.newest(),
    stores.publications.openPlan(),
  ]);
  const published = newest?.position ?? 0;
  const changes = await changesBetween(stores, published, position);
  const { effects, alertsToOpen } = await readEffects(ground, changes, published);
  return {
    newest,
    plan: plan === null ? null : withoutAuthor(plan),
    position,
    summary: summariseChanges(changes, alertsToOpen.length),
    corrections: newest === null ? 0 : countCorrections(changes),
    changes: changes.slice(0, mostChanges),
    changesTotal: changes.length,
    effects,
    alertsToOpen,
  };
};

const withoutAuthor = (plan: PlannedPublication): PlannedPublication => {
  const { id, plannedFor, note, reason, by, plannedAt } = plan;
  return { id, plannedFor, note, reason, by, plannedAt };
};

const readEffects = async (
  { stores, index, clock }: PublishGround,
  changes: readonly PublishedChange[],
  published: number,
): Promise<Pick<PublicationPreview, 'effects' | 'alertsToOpen'>> => {
  const { yearStart, indicators } = index.programme;
  const today = clock.today();
  const followed = firstFollowedYear(today, yearStart);
  const old = { observations: { ...stores.observations, ...stores.observations.upTo(published) } };
  const effects: Effect[] = [];
  const judged: JudgedAlerts[] = [];
  for (const indicator of indicators) {
    const years = new Set(
      changes
        .filter((change) => change.indicator === indicator.code)
        .map(({ period }) => yearOf(period, yearStart))
        .filter((year) => year >= followed),
    );
    if (years.size > 0) judged.push(await alertsInLedger({ stores, index }, indicator, today));
    for (const year of years) {
      const range = { from: year, to: year };
      const context = { index, today };
      const [before, after] = await Promise.all([
        loadLedger(old, index, [indicator.code], range),
        loadLedger(stores, index, [indicator.code], range),
      ]);
      const now = newestSheet({ ...context, ledger: after }, indicator, year);
      const then = newestSheet({ ...context, ledger: before }, indicator, year);
      effects.push(...headlineEffects(then, now, [index.whole.code]));
    }
  }
  const touched = judged.map(({ indicator }) => indicator);
  const alerts = touched.length === 0 ? [] : await stores.alerts.list({ indicators: touched });
  return {
    effects,
    alertsToOpen: alertsToOpen(alerts, judged),
  };
};
