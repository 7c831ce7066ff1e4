import type { Change, PointedCell, PreviewIssue, PreviewView } from '@zhibiao/shared/submission';
import { enSubmissionWords, fillSentence, zhSubmissionWords } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { figureWords, rateWords } from '../../ui/figure-words';
import { shortIndicatorName, unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { useWords, type Words } from '../../ui/words';
import type { Review } from './use-publication';

/** What approval would change and add, each row with what the system noticed and what the author said of it. */
export const ReviewTables = ({
  view,
  said,
  catalogue,
  onPoint,
}: {
  readonly view: PreviewView;
  readonly said: Review['said'];
  readonly catalogue: Catalogue;
  /** Null where nothing can be returned any more. */
  readonly onPoint: ((cell: PointedCell) => void) | null;
}): ReactElement => {
  const { say } = useWords();
  const changed = view.changes.filter(({ kind }) => kind === 'changed');
  const added = view.changes.filter(({ kind }) => kind === 'new');
  return (
    <>
      {changed.length > 0 && (
        <section data-part="changed">
          <div className="part-head">
            <h3>{say('review.changed', { count: view.counts.changed })}</h3>
            {said.reason !== undefined && said.reason !== '' && (
              <span className="sub">{say('review.changedReason', { reason: said.reason })}</span>
            )}
          </div>
          <Table
            changes={changed}
            view={view}
            said={said}
            catalogue={catalogue}
            onPoint={onPoint}
            withBefore
          />
        </section>
      )}
      {added.length > 0 && (
        <section data-part="new">
          <div className="part-head">
            <h3>{say('review.new', { count: view.counts.new })}</h3>
            <span className="sub">{say('review.newHint')}</span>
          </div>
          <Table changes={added} view={view} said={said} catalogue={catalogue} onPoint={onPoint} />
        </section>
      )}
      {view.changes.length < view.counts.new + view.counts.changed && (
        <p className="sub">{say('review.more', { count: view.changes.length })}</p>
      )}
    </>
  );
};

const Table = ({
  changes,
  view,
  said,
  catalogue,
  onPoint,
  withBefore = false,
}: {
  readonly changes: readonly Change[];
  readonly view: PreviewView;
  readonly said: Review['said'];
  readonly catalogue: Catalogue;
  readonly onPoint: ((cell: PointedCell) => void) | null;
  readonly withBefore?: boolean;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <ScrollX label={say('review.figure')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('review.period')}</th>
            <th scope="col">{say('review.unit')}</th>
            <th scope="col">{say('review.indicator')}</th>
            {withBefore && (
              <th scope="col" className="n">
                {say('review.before')}
              </th>
            )}
            <th scope="col" className="n">
              {say(withBefore ? 'review.after' : 'review.figure')}
            </th>
            <th scope="col" className="n">
              {say('review.rate')}
            </th>
            <th scope="col">{say('review.hint')}</th>
            {onPoint !== null && <th scope="col" aria-label={say('review.cells')} />}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ row, before }) => {
            const hints = view.issues.filter(
              ({ cell }) => cell.sheet === row.sheet && cell.row === row.row && cell.row > 0,
            );
            const explained = explanationOf(said, row, hints);
            return (
              <tr key={row.cell} data-cell={row.cell}>
                <td>{words.period(row.period, row.basis)}</td>
                <th scope="row">{unitName(words, catalogue, row.unit)}</th>
                <td>{shortIndicatorName(words, catalogue, row.indicator)}</td>
                {withBefore && <td className="n t3">{figureWords(words, before)}</td>}
                <td className="n">
                  <b>{figureWords(words, row.figure)}</b>
                </td>
                <td className="n">{rateWords(row.figure, catalogue.target(row.indicator))}</td>
                <td className="hints">
                  {hints.map((issue) => (
                    <span key={issue.code} className="hint">
                      {sentenceOf(words, issue)}
                    </span>
                  ))}
                  {explained !== '' && <small>{say('review.explained', { text: explained })}</small>}
                  {hints.length === 0 && <span className="t3">{say('value.none')}</span>}
                </td>
                {onPoint !== null && (
                  <td>
                    <button
                      type="button"
                      className="link-button"
                      data-action="point"
                      onClick={() => onPoint(placeOf(row))}
                    >
                      {say('review.pointAt', { cell: row.cell.split('!').at(-1) ?? '' })}
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
};

const placeOf = ({ sheet, row, cell }: Change['row']): PointedCell => {
  const column = /([A-Z]{1,3})\d+$/.exec(cell)?.[1] ?? null;
  return { sheet, row, column, text: '' };
};

const explanationOf = (
  { explanation = '', explanations = [] }: Review['said'],
  { sheet, row }: Change['row'],
  hints: readonly PreviewIssue[],
): string => {
  if (!hints.some(({ explain }) => explain)) return '';
  return explanations.find((one) => one.sheet === sheet && one.row === row)?.text ?? explanation;
};

const sentenceOf = ({ language }: Words, issue: PreviewIssue): string =>
  fillSentence((language === 'zh' ? zhSubmissionWords : enSubmissionWords).issues[issue.code], issue.params);
