import { dayOfInstant } from '@zhibiao/shared/calendar';
import type { RevisionEntry } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { figureWords } from '../../ui/figure-words';
import { unitName } from '../../ui/names';
import { useWords } from '../../ui/words';

/** Figures corrected after their first report: what stood, what stands, why and by whom. */
export const RevisionsPanel = ({
  revisions,
  catalogue,
}: {
  readonly revisions: readonly RevisionEntry[];
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  return (
    <section className="card">
      <div className="hd">
        <h2>{say('revisions.title')}</h2>
      </div>
      {revisions.length === 0 ? (
        <p className="quiet">{say('revisions.none')}</p>
      ) : (
        <ul className="revisions">
          {revisions.map((entry) => {
            return (
              <li key={entry.id}>
                <span className="day">{dayOfInstant(entry.recordedAt)}</span>
                <div>
                  {say('revisions.change', {
                    period: words.period(entry.period, entry.basis),
                    unit: unitName(words, catalogue, entry.unit),
                    before: entry.before === null ? say('revisions.first') : figureWords(words, entry.before),
                    after:
                      entry.after === null ? say('revisions.withdrawn') : figureWords(words, entry.after),
                  })}
                  <small>
                    {[entry.note, text(entry.by)].filter((part) => part !== '').join(say('definition.comma'))}
                  </small>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
