import type { SubmissionSummary } from '@zhibiao/shared/submission';
import { isEditable } from '@zhibiao/shared/publication';
import { momentText, thousands } from '@zhibiao/shared/wording';
import { useState, type ReactElement } from 'react';
import { Answer, EmptyFace } from '../../ui/faces';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import { useNarrow } from '../../ui/use-narrow';
import { useWords } from '../../ui/words';
import { DiscardButton } from './discard-button';
import { fileRefusalSentence } from './submission-words';
import { useHistory } from './use-submission';
import '../../ui/tag.css';
import './history-table.css';

const shownAtFirst = { wide: 8, narrow: 3 };

/** Earlier submissions with what became of them; a draft can be gone on with or given up by its owner. */
export const HistoryTable = ({ own }: { readonly own: boolean }): ReactElement => {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const most = useNarrow() ? shownAtFirst.narrow : shownAtFirst.wide;
  return (
    <section className={`card history${own ? ' own' : ''}`} aria-label={say('submissions.history')}>
      <div className="hd">
        <h2>{say('submissions.history')}</h2>
      </div>
      <Answer asked={useHistory()} skeleton={<div className="sk" style={{ height: 120, margin: 16 }} />}>
        {(submissions) =>
          submissions.length === 0 ? (
            <EmptyFace title={say('submissions.historyNone')} />
          ) : (
            <>
              <Table submissions={all ? submissions : submissions.slice(0, most)} own={own} />
              {!all && submissions.length > most && (
                <p className="history-more">
                  <button
                    type="button"
                    className="link-button"
                    data-action="history-all"
                    onClick={() => setAll(true)}
                  >
                    {say('submissions.showAll', { count: submissions.length })}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Answer>
    </section>
  );
};

const Table = ({
  submissions,
  own,
}: {
  readonly submissions: readonly SubmissionSummary[];
  readonly own: boolean;
}): ReactElement => {
  const { say, text } = useWords();
  return (
    <ScrollX label={say('submissions.history')}>
      <table className="table stacked">
        <caption className="visually-hidden">{say('submissions.history')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('submissions.file')}</th>
            <th scope="col">{say('submissions.by')}</th>
            <th scope="col">{say('submissions.uploaded')}</th>
            <th scope="col">{say('submissions.state')}</th>
            <th scope="col" className="n">
              {say('submissions.counts')}
            </th>
            <th scope="col">{say('submissions.reason')}</th>
            <th scope="col">{say('submissions.original')}</th>
          </tr>
        </thead>
        <tbody>
          {submissions.map((item) => (
            <tr key={item.id} data-submission={item.id} data-state={item.state}>
              <th scope="row" className="file">
                {own && item.state !== 'draft' && item.state !== 'discarded' ? (
                  <SearchLink change={{ submission: item.id, view: undefined }}>{item.fileName}</SearchLink>
                ) : (
                  item.fileName
                )}
              </th>
              <td className="by" data-label={say('submissions.by')}>
                {text(item.by)}
              </td>
              <td data-label={say('submissions.uploaded')}>{momentText(item.uploadedAt)}</td>
              <td data-label={say('submissions.state')}>
                <span className={`tag${item.publication === null ? '' : ' blue'}`}>
                  {item.publication === null
                    ? say(`submissions.state.${item.state}`)
                    : say('submissions.publishedIn', { number: item.publication })}
                </span>
                {own && isEditable(item.state) && (
                  <DraftActions submission={item.id} isReturned={item.state === 'returned'} />
                )}
              </td>
              <td
                className={`n${item.state === 'approved' ? '' : ' void'}`}
                data-label={say('submissions.counts')}
              >
                {item.state === 'approved' ? countsOf(item) : <span className="t3">{say('value.none')}</span>}
              </td>
              <td
                className={`why${item.reason === '' && item.fileRefusal === null ? ' void' : ''}`}
                data-label={say('submissions.reason')}
              >
                <Why item={item} />
              </td>
              <td className="original">
                <a href={`/api/originals/${item.id}`} className="linked" data-action="original" download>
                  {say('submissions.original')}
                  <span className="visually-hidden"> {item.fileName}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};

const countsOf = ({ counts }: SubmissionSummary): string =>
  [counts.new, counts.changed, counts.same, counts.refused].map(thousands).join(' / ');

const Why = ({ item }: { readonly item: SubmissionSummary }): ReactElement => {
  const words = useWords();
  const last = item.steps.at(-1);
  const said = item.state === 'returned' && last !== undefined ? last.reason : item.reason;
  const sentence = item.fileRefusal === null ? said : fileRefusalSentence(words, item.fileRefusal);
  return sentence === '' ? <span className="t3">{words.say('value.none')}</span> : <>{sentence}</>;
};

const DraftActions = ({
  submission,
  isReturned,
}: {
  readonly submission: string;
  readonly isReturned: boolean;
}): ReactElement => {
  const { say } = useWords();
  return (
    <span className="draft-actions">
      <SearchLink change={{ submission, view: undefined }} className="linked">
        {say(isReturned ? 'submissions.correct' : 'submissions.continue')}
      </SearchLink>
      <DiscardButton submission={submission} word={say('submissions.discard')} className="link-button" />
    </span>
  );
};
