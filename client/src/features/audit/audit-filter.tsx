import { useNavigate } from '@tanstack/react-router';
import { auditEvents } from '@zhibiao/shared/access';
import type { ReactElement, SubmitEventHandler } from 'react';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import type { AuditSearch } from './use-audit';
import './audit.css';

const fields = ['from', 'until', 'event', 'person', 'object', 'outcome'] as const;
const outcomes = ['done', 'refused', 'failed'] as const;

/** What the trail is searched for; the choice goes into the address. */
export const AuditFilter = ({
  search,
  onSearch,
}: {
  readonly search: AuditSearch;
  /** The same search is asked again. */
  readonly onSearch: () => void;
}): ReactElement => {
  const { say } = useWords();
  const navigate = useNavigate();
  const go = (change: PageSearch): void => {
    // Each asking is an entry of the trail: another search asks by itself, the same one must be asked again.
    if (fields.every((name) => change[name] === search[name])) onSearch();
    else void navigate({ to: '.', search: (previous: PageSearch) => ({ ...previous, ...change }) });
  };
  const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    go(Object.fromEntries(fields.map((name) => [name, textIn(form, name)])));
  };
  return (
    <form
      key={JSON.stringify(search)}
      className="audit-filter"
      aria-label={say('audit.filter')}
      onSubmit={submit}
    >
      <label>
        <span>{say('audit.from')}</span>
        <input type="date" name="from" defaultValue={search.from ?? ''} />
      </label>
      <label>
        <span>{say('audit.until')}</span>
        <input type="date" name="until" defaultValue={search.until ?? ''} />
      </label>
      <label>
        <span>{say('audit.event')}</span>
        <select name="event" defaultValue={search.event ?? ''}>
          <option value="">{say('audit.anyEvent')}</option>
          {auditEvents.map((event) => (
            <option key={event} value={event}>
              {say(`audit.event.${event}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say('audit.outcome')}</span>
        <select name="outcome" defaultValue={search.outcome ?? ''}>
          <option value="">{say('audit.anyOutcome')}</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {say(`audit.outcome.${outcome}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say('audit.person')}</span>
        <input
          name="person"
          maxLength={100}
          defaultValue={search.person ?? ''}
          placeholder={say('audit.personHint')}
        />
      </label>
      <label>
        <span>{say('audit.object')}</span>
        <input
          name="object"
          maxLength={100}
          defaultValue={search.object ?? ''}
          placeholder={say('audit.objectHint')}
        />
      </label>
      <span className="audit-buttons">
        <button type="submit" className="button primary">
          {say('audit.apply')}
        </button>
        {Object.keys(search).length > 0 && (
          <button
            type="button"
            className="button quiet"
            onClick={() => go(Object.fromEntries(fields.map((name) => [name, undefined])))}
          >
            {say('audit.clear')}
          </button>
        )}
      </span>
    </form>
  );
};

const textIn = (form: FormData, name: string): string | undefined => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};
