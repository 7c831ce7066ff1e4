import { dayOfInstant } from '@zhibiao/shared/calendar';
import type { RevisionEntry } from '@zhibiao/shared/evaluation';
import type { Figure } from '@zhibiao/shared/observation';
import type { Indicator } from '@zhibiao/shared/programme';
import { thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { useWords, type Words } from '../../ui/words';
import { valueWithUnit } from './assessment-words';

/** Figures corrected after their first report: what stood, what stands, why and by whom. */
export const RevisionsPanel = ({
  revisions,
  indicator,
  catalogue,
}: {
  readonly revisions: readonly RevisionEntry[];
  readonly indicator: Indicator;
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
            const unit = catalogue.unit(entry.unit);
            return (
              <li key={entry.id}>
                <span className="day">{dayOfInstant(entry.recordedAt)}</span>
                <div>
                  {say('revisions.change', {
                    period: words.period(entry.period, entry.basis),
                    unit: unit === undefined ? entry.unit : text(unit.shortName),
                    before:
                      entry.before === null
                        ? say('revisions.first')
                        : figureText(words, indicator, entry.before),
                    after:
                      entry.after === null
                        ? say('revisions.withdrawn')
                        : figureText(words, indicator, entry.after),
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

const figureText = (words: Words, indicator: Indicator, figure: Figure): string => {
  switch (figure.kind) {
    case 'counts':
      return `${thousands(figure.passes)} / ${thousands(figure.total)}`;
    case 'rate':
      return `${figure.rate}%`;
    case 'score':
      return valueWithUnit(words, indicator, figure.score);
  }
};
