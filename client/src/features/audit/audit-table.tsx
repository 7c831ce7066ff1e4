import type { AuditEntry } from '@zhibiao/shared/access';
import { useState, type ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { eventText, fieldText, secondText, valueText } from './audit-words';
import { stateLines } from './state-lines';
import '../../ui/tag.css';
import './audit.css';

/** Entries of the trail, newest first; what an act changed opens beneath it. */
export const AuditTable = ({ entries }: { readonly entries: readonly AuditEntry[] }): ReactElement => {
  const { say } = useWords();
  return (
    <ScrollX label={say('audit.table')}>
      <table className="table audit-table">
        <caption className="visually-hidden">{say('audit.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className="n">
              {say('audit.sequence')}
            </th>
            <th scope="col">{say('audit.time')}</th>
            <th scope="col">{say('audit.who')}</th>
            <th scope="col">{say('audit.event')}</th>
            <th scope="col">{say('audit.object')}</th>
            <th scope="col">{say('audit.outcome')}</th>
            <th scope="col">{say('audit.change')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.sequence} entry={entry} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};

const Entry = ({ entry }: { readonly entry: AuditEntry }): ReactElement => {
  const words = useWords();
  const { say } = words;
  const [open, setOpen] = useState(false);
  const id = `audit-${entry.sequence}`;
  return (
    <>
      <tr data-event={entry.event} data-outcome={entry.outcome}>
        <th scope="row" className="n">
          {entry.sequence}
        </th>
        <td>{secondText(entry.at)}</td>
        <td className="who">
          <Who entry={entry} />
        </td>
        <td>{eventText(words, entry.event)}</td>
        <td className="object">{entry.object === '' ? say('value.none') : entry.object}</td>
        <td>
          <Outcome outcome={entry.outcome} />
        </td>
        <td>
          <button
            type="button"
            className="link-button"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {say('audit.show')}
            <span className="visually-hidden"> {entry.sequence}</span>
          </button>
        </td>
      </tr>
      {open && (
        <tr id={id} className="audit-detail">
          <td colSpan={7}>
            <Detail entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
};

const Who = ({ entry: { actor, ip } }: { readonly entry: AuditEntry }): ReactElement => {
  const { say, text } = useWords();
  if (actor === null) return <span className="t3">{say(ip === '' ? 'audit.program' : 'audit.nobody')}</span>;
  return (
    <>
      {text(actor.name)} <span className="tag">{say(`role.${actor.role}`)}</span>
    </>
  );
};

const Outcome = ({ outcome }: { readonly outcome: AuditEntry['outcome'] }): ReactElement => {
  const { say } = useWords();
  const word = say(`audit.outcome.${outcome}`);
  if (outcome === 'done') return <>{word}</>;
  return (
    <span className={`light-words ${outcome === 'failed' ? 't-miss' : 't-risk'}`}>
      <LightGlyph light={outcome === 'failed' ? 'miss' : 'risk'} />
      {word}
    </span>
  );
};

const Detail = ({ entry }: { readonly entry: AuditEntry }): ReactElement => {
  const words = useWords();
  const { say } = words;
  const lines = stateLines(entry.before, entry.after);
  const rest = [
    [say('audit.address'), entry.ip],
    [say('audit.session'), entry.session],
    [say('audit.request'), entry.requestId],
    [say('audit.chain'), entry.chain],
  ].filter(([, value]) => value !== '');
  return (
    <div className="audit-open">
      {lines.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('audit.change')}</th>
              {entry.before !== null && <th scope="col">{say('audit.before')}</th>}
              <th scope="col">{say('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ path, before, after }) => (
              <tr key={path.join('\n')}>
                <th scope="row">{fieldText(words, path)}</th>
                {entry.before !== null && <td>{before === null ? say('value.none') : valueText(before)}</td>}
                <td>{after === null ? say('value.none') : valueText(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl>
        {rest.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
