import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { mayDo } from '@zhibiao/shared/access';
import { dayOfInstant, type Instant } from '@zhibiao/shared/calendar';
import type { Shown } from '@zhibiao/shared/publication';
import { momentText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { trpc } from '../../api/trpc';
import { LightGlyph } from '../../ui/glyph';
import { SearchLink } from '../../ui/search';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import './version-stamp.css';

/** Which version the page shows, and the way to another one. */
export const VersionStamp = ({
  shown,
  recordedAt,
}: {
  readonly shown: Shown | undefined;
  readonly recordedAt: Instant;
}): ReactElement => {
  const { say } = useWords();
  if (shown === undefined || shown.kind === 'none') {
    return <span>{say('stamp.recorded', { moment: momentText(recordedAt) })}</span>;
  }
  return (
    <>
      {shown.kind === 'living' ? (
        <span className="tag">{say('version.living')}</span>
      ) : (
        <>
          <span className="tag blue" data-version={shown.number}>
            {say('version.published', { number: shown.number })}
          </span>
          <span>{say('version.publishedAt', { moment: momentText(shown.publishedAt) })}</span>
        </>
      )}
      <Picker shown={shown} />
    </>
  );
};

const Picker = ({ shown }: { readonly shown: Exclude<Shown, { kind: 'none' }> }): ReactElement | null => {
  const { say } = useWords();
  const navigate = useNavigate();
  const session = useQuery(trpc.access.session.queryOptions()).data;
  const role = session?.actor?.role ?? null;
  const mayLookBack = mayDo('publication.read', role);
  const list = useQuery({ ...trpc.publication.list.queryOptions(), enabled: mayLookBack }).data;
  if (!mayLookBack || list === undefined) return null;
  const newest = list[0]?.number;
  const chosen = shown.kind === 'living' ? 'living' : shown.number === newest ? '' : String(shown.number);
  return (
    <select
      className="version-picker"
      aria-label={say('version.look')}
      value={chosen}
      onChange={(event) => {
        const asOf = event.target.value === '' ? undefined : event.target.value;
        void navigate({
          to: '.',
          // Another version may not know the period that is shown.
          search: (previous: PageSearch) => ({ ...previous, asOf, period: undefined }),
        });
      }}
    >
      {list.map(({ number, publishedAt }) => (
        <option key={number} value={number === newest ? '' : String(number)}>
          {number === newest
            ? say('version.newest')
            : say('version.option', { number, day: dayOfInstant(publishedAt) })}
        </option>
      ))}
      {mayDo('figures.living', role) && <option value="living">{say('version.seeLiving')}</option>}
    </select>
  );
};

/** Across the whole page, as long as it does not show what is published now. */
export const VersionBanner = ({ shown }: { readonly shown: Shown | undefined }): ReactElement | null => {
  const { say } = useWords();
  if (shown === undefined || shown.kind === 'none') return null;
  if (shown.kind === 'publication' && shown.number === shown.newest) return null;
  return (
    <div className={`version-banner ${shown.kind}`} role="status" data-shown={shown.kind}>
      <LightGlyph light="risk" />
      <span>
        {shown.kind === 'living'
          ? say('version.livingBanner')
          : say('version.oldBanner', {
              number: shown.number,
              moment: momentText(shown.publishedAt),
              newest: shown.newest,
            })}
      </span>
      <SearchLink change={{ asOf: undefined, period: undefined }} className="linked">
        {say('version.back')}
      </SearchLink>
      {shown.kind === 'living' && (
        <div className="watermark" aria-hidden="true">
          {Array.from({ length: 12 }, (_, place) => (
            <i key={place}>{say('version.living')}</i>
          ))}
        </div>
      )}
    </div>
  );
};
