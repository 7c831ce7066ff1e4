import type { Actor } from '@zhibiao/shared/access';
import type { JudgedAlerts } from '@zhibiao/shared/alert';
import { countCorrections, mayPublish, type Publication } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Services } from '../../services';
import type { Stores } from '../../stores';
import { auditEntry, stillSignedIn, type Doer } from '../access';
import { refreshAlerts } from '../alert';
import { openRectifications } from '../rectification';
import { changesBetween } from './changes-between';
import { judgeAnew } from './judge-anew';
import { touchedSince } from './touched-since';

/** What the publisher confirms. */
export interface PublishRequest {
  readonly note: string;
  /** Why published figures change; may be empty when none does. */
  readonly reason: string;
  /** Ledger position of the preview they saw; null for a plan, which takes what is approved by then. */
  readonly position: number | null;
}

/** What is known of who publishes. */
export type Publisher = Doer & { readonly actor: Actor };

/** What publishing works with. */
export type PublishGround = Pick<Services, 'stores' | 'index' | 'clock'>;

/**
 * Freezes everything approved as the next publication: judged on this day, its sheets kept, alerts brought in line,
 * audited with its hash, in one transaction. Refuses when nothing is new, when the ledger has moved since the
 * preview, and a correction without a reason.
 */
export const publish =
  (ground: PublishGround) =>
  (publisher: Publisher, request: PublishRequest): Promise<Result<Publication, Refusal>> =>
    ground.stores.transaction((stores) => publishIn(stores, ground, publisher, request));

/** The same inside the caller's transaction. */
export const publishIn = async (
  stores: Stores,
  { index, clock }: Omit<PublishGround, 'stores'>,
  publisher: Publisher,
  request: PublishRequest,
): Promise<Result<Publication, Refusal>> => {
  const present = await stillSignedIn(stores, publisher);
  if (!present.ok) return present;
  const [{ position }, before] = await Promise.all([
    stores.observations.position(),
    stores.publications.newest(),
  ]);
  if (request.position !== null && request.position !== position) {
    return refuse({ code: 'submission.ledger-moved' });
  }
  const published = before?.position ?? 0;
  const changes = await changesBetween(stores, published, position);
  const note = request.note.trim();
  const reason = request.reason.trim();
  // The first publication has nothing to correct: what it revises nobody had read.
  const corrections = before === null ? 0 : countCorrections(changes);
  const may = mayPublish({ position, published, corrections, note, reason });
  if (!may.ok) return may;
  const at = clock.now();
  const today = clock.today();
  const touched = touchedSince(index, changes, today, before);
  const judged: JudgedAlerts[] = [];
  for (const indicator of index.programme.indicators)
    judged.push(
      await judgeAnew(stores, { index, today }, indicator, touched.get(indicator.code) ?? new Set()),
    );
  const { id, role, name } = publisher.actor;
  const publication = await stores.publications.add({
    position,
    publishedAt: at,
    by: { id, role, name },
    note,
    reason: corrections > 0 ? reason : '',
  });
  const alerts = await refreshAlerts(stores, judged, { day: today, at });
  const rectifications = await openRectifications(stores, index, at);
  await stores.audit.append([
    auditEntry(publisher, at, {
      event: 'publication.publish',
      object: `publication:${publication.number}`,
      before: { number: before?.number ?? 0, position: published },
      after: {
        number: publication.number,
        position,
        hash: publication.hash,
        note,
        reason,
        corrections,
        alertsOpened: alerts.opened,
        alertsRecovered: alerts.recovered,
        rectificationsOpened: rectifications,
      },
    }),
  ]);
  return ok(publication);
};
