import {
  countCorrections,
  publicationFor,
  parseAsOf,
  type Publication,
  type PublishedChange,
} from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Stores } from '../../stores';
import { changesBetween } from './changes-between';
import { mostChanges } from './preview-publication';

type VersionStores = Pick<Stores, 'publications' | 'observations' | 'submissions'>;

/** What two states say differently. */
export interface VersionChanges {
  readonly from: Publication | null;
  readonly to: Publication;
  /** The first 200, corrections before what is new. */
  readonly changes: readonly PublishedChange[];
  readonly total: number;
  readonly corrections: number;
}

/** What a publication changed against the one before it. The first one corrects nothing. */
export const readChanges = async (
  stores: VersionStores,
  number: number,
): Promise<Result<VersionChanges, Refusal>> => {
  const list = await stores.publications.list();
  const found = publicationFor(list, { kind: 'number', number });
  if (!found.ok) return found;
  if (found.value === null) return refuse({ code: 'publication.unknown', asOf: String(number) });
  return ok(await between(stores, list[number - 2] ?? null, found.value));
};

/** What the later of two publications says differently from the earlier. Numbers or instants, in either order. */
export const compareVersions = async (
  stores: VersionStores,
  one: string,
  other: string,
): Promise<Result<VersionChanges, Refusal>> => {
  const list = await stores.publications.list();
  const ends: Publication[] = [];
  for (const text of [one, other]) {
    const meant = parseAsOf(text);
    const unknown = { code: 'publication.unknown', asOf: text.slice(0, 30) } as const;
    if (meant === null || meant.kind === 'living') return refuse(unknown);
    const found = publicationFor(list, meant);
    if (!found.ok) return found;
    if (found.value === null) return refuse(unknown);
    ends.push(found.value);
  }
  const [from, to] = ends.sort((first, second) => first.number - second.number);
  if (from === undefined || to === undefined) return refuse({ code: 'publication.unknown', asOf: one });
  return ok(await between(stores, from, to));
};

const between = async (
  stores: VersionStores,
  from: Publication | null,
  to: Publication,
): Promise<VersionChanges> => {
  const changes = await changesBetween(stores, from?.position ?? 0, to.position);
  return {
    from,
    to,
    changes: changes.slice(0, mostChanges),
    total: changes.length,
    corrections: from === null ? 0 : countCorrections(changes),
  };
};
