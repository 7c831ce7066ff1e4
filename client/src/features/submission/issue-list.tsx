import type { CellPlace, Fix, PreviewView } from '@zhibiao/shared/submission';
import type { ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import type { Marks } from './marks';
import { issueId } from './sheet-grid';
import { issuePlace, issueSentence, offersOf, offerText } from './submission-words';
import './issue-list.css';

/** Every issue as a sentence; each leads to its cell, and to the correction where one is at hand. */
export const IssueList = ({
  view,
  marks,
  onGo,
  onEdit,
  onTake,
}: {
  readonly view: PreviewView;
  readonly marks: Marks;
  readonly onGo: (place: CellPlace) => void;
  readonly onEdit: (place: CellPlace) => void;
  readonly onTake: (place: CellPlace, fix: Fix) => void;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const withSheets = new Set(view.sheetRows.map(({ sheet }) => sheet)).size > 1;
  const unlisted = view.issuesTotal - view.issues.length;
  return (
    <section className="card issues" aria-label={say('check.issues')}>
      <div className="hd">
        <h2>{say('check.issues')}</h2>
        <span className="end">{say('check.issuesHint')}</span>
      </div>
      {view.issues.length === 0 ? (
        <p className="no-issues">
          <LightGlyph light="met" />
          {say('check.noIssues')}
        </p>
      ) : (
        <ul>
          {view.issues.map((issue, index) => {
            const { cell, level } = issue;
            const shown = cell.row > 0 && marks.isShown(cell);
            const needsMending = level === 'error' || issue.explain;
            return (
              <li
                key={`${issue.code} ${cell.sheet}!${cell.column ?? ''}${cell.row} ${JSON.stringify(issue.params)}`}
                data-issue={issue.code}
                data-level={level}
              >
                <LightGlyph light={level === 'error' ? 'miss' : 'risk'} />
                <div>
                  <b>
                    <span className="visually-hidden">
                      {say(level === 'error' ? 'check.errors' : 'check.warnings')}{' '}
                    </span>
                    {issuePlace(words, issue)}
                    {cell.row > 0 && (cell.column !== null || withSheets) && (
                      <span className="addr">
                        {`${withSheets ? `${cell.sheet}!` : ''}${cell.column ?? ''}${cell.row}`}
                      </span>
                    )}
                    {issue.explain && <span className="tag amber explain">{say('check.explain')}</span>}
                  </b>
                  <small id={issueId(index)}>{issueSentence(words, issue)}</small>
                  {cell.row > 0 && (
                    <span className="ways">
                      {shown &&
                        offersOf(issue).map((fix) => (
                          <button
                            key={fix.text}
                            type="button"
                            className="link-button"
                            data-action="take-suggestion"
                            onClick={() => onTake(cell, fix)}
                          >
                            {offerText(words, issue, fix)}
                          </button>
                        ))}
                      {shown && view.samples === null && cell.column !== null && needsMending && (
                        <button
                          type="button"
                          className="link-button"
                          data-action="edit-cell"
                          onClick={() => onEdit(cell)}
                        >
                          {say('check.edit')}
                        </button>
                      )}
                      {shown ? (
                        <button
                          type="button"
                          className="link-button"
                          data-action="go-to-cell"
                          onClick={() => onGo(cell)}
                        >
                          {say('check.goTo')}
                        </button>
                      ) : (
                        needsMending && <small>{say('check.elsewhere')}</small>
                      )}
                    </span>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {unlisted > 0 && <p className="no-issues t3">{say('check.more', { count: unlisted })}</p>}
    </section>
  );
};
