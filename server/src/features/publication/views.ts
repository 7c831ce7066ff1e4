import { mayDo, mayReport, reachOf, type Actor } from '@zhibiao/shared/access';
import { dayOfInstant } from '@zhibiao/shared/calendar';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { parseAsOf, publicationFor, type Publication } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Clock } from '../../clock';
import type { Stores } from '../../stores';
import type { PageView, Views } from '../evaluation';
import { mixedStores, storesAt } from './stores-at';

/** The views of an instance: publications for everyone, the living ledger for who works on it. */
export const viewsOf = (stores: Stores, index: ProgrammeIndex, clock: Clock): Views => {
  const published = async (actor: Actor, asOf: string | undefined): Promise<Result<PageView, Refusal>> => {
    const meant = parseAsOf(asOf);
    if (meant === null || meant.kind === 'living') {
      return refuse({ code: 'publication.unknown', asOf: (asOf ?? '').slice(0, 30) });
    }
    // Rights are today's: whoever may not read old versions now reads none (authz-matrix, as-of history).
    if (meant.kind !== 'newest' && !mayDo('publication.read', actor.role)) {
      return refuse({ code: 'access.not-allowed', operation: 'publication.read' });
    }
    const list = await stores.publications.list();
    const found = publicationFor(list, meant);
    if (!found.ok) return found;
    const publication = found.value;
    if (publication === null)
      return ok({ stores: storesAt(stores, nothing), clock, shown: { kind: 'none' } });
    const newest = list.at(-1)?.number ?? publication.number;
    const day = dayOfInstant(publication.publishedAt);
    const { number, publishedAt, note, reason } = publication;
    return ok({
      stores: storesAt(stores, publication),
      // What is awaited today is told by today; an old version is seen on its own day.
      clock: meant.kind === 'newest' ? clock : { now: clock.now, today: () => day },
      shown: { kind: 'publication', number, publishedAt, day, note, reason, newest },
    });
  };

  const living = async (actor: Actor): Promise<Result<PageView, Refusal>> => {
    const reach = reachOf('figures.living', actor.role);
    if (reach === null) return refuse({ code: 'access.not-allowed', operation: 'figures.living' });
    const [{ position }, newest] = await Promise.all([
      stores.observations.position(),
      stores.publications.newest(),
    ]);
    const isOwn = ({ indicator, unit }: { readonly indicator: string; readonly unit: string }): boolean => {
      const known = index.indicator(indicator);
      return known !== undefined && mayReport(actor, known, unit);
    };
    const seen = reach === 'all' ? stores : mixedStores(storesAt(stores, newest ?? nothing), stores, isOwn);
    return ok({ stores: seen, clock, shown: { kind: 'living', position } });
  };

  return {
    at: (actor, asOf) => (asOf === 'living' ? living(actor) : published(actor, asOf)),
  };
};

/** Before anything is published there is nothing to see. */
const nothing: Pick<Publication, 'number' | 'position'> = { number: 0, position: 0 };
