import type { PreviewView } from '@zhibiao/shared/submission';
import { useId, type ReactElement, type RefObject } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { rowsToExplain, type Explained } from './explained';
import { mostReason } from './reason-field';
import { issuePlace, issueSentence } from './submission-words';
import './explain-field.css';

/** Rows that have a field of their own; the text for all serves the others. */
const mostRows = 5;

/** Why strange figures are right: one text for all, or one for each row; must be said before they are stored. */
export const ExplainField = ({
  view,
  value,
  missing,
  field,
  onChange,
}: {
  readonly view: PreviewView;
  readonly value: Explained;
  /** Committing was tried without it. */
  readonly missing: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: Explained) => void;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const id = useId();
  const rows = rowsToExplain(view);
  const shown = rows.slice(0, mostRows);
  const left = view.toExplain - shown.length;
  return (
    <section className="card" data-explain={view.toExplain}>
      <div className="hd">
        <h2>{say('explain.title', { count: view.toExplain })}</h2>
      </div>
      <ul className="explain-rows">
        {shown.map((row) => {
          const [first] = row.issues;
          if (first === undefined) return null;
          const name = `${id}${row.key}`;
          return (
            <li key={row.key}>
              <LightGlyph light="risk" />
              <div>
                <b id={name}>{issuePlace(words, first)}</b>
                {row.issues.map((issue) => (
                  <small key={issue.code}>{issueSentence(words, issue)}</small>
                ))}
                {view.toExplain > 1 && (
                  <input
                    className="field"
                    maxLength={mostReason}
                    value={value.own[row.key] ?? ''}
                    placeholder={say('explain.own')}
                    aria-label={`${say('explain.own')} ${issuePlace(words, first)}`}
                    data-action={`explain-${row.row}`}
                    onChange={(event) =>
                      onChange({ ...value, own: { ...value.own, [row.key]: event.target.value } })
                    }
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {left > 0 && <p className="explain-more">{say('explain.more', { count: left })}</p>}
      <div className="reason">
        <label htmlFor={id}>
          {say(view.toExplain > 1 ? 'explain.all' : 'explain.one')}{' '}
          <span className="hint">{say('changes.reasonRequired')}</span>
        </label>
        <textarea
          id={id}
          ref={field}
          className="field"
          rows={2}
          maxLength={mostReason}
          value={value.all}
          aria-invalid={missing || undefined}
          aria-describedby={`${id}-under`}
          data-action="explain"
          onChange={(event) => onChange({ ...value, all: event.target.value })}
        />
        <p id={`${id}-under`} className="under">
          <span className="t-miss" role="status">
            {missing && say('explain.missing')}
          </span>
          <span>{say('changes.reasonLength', { count: value.all.length, most: mostReason })}</span>
        </p>
      </div>
    </section>
  );
};
