import type { ReportingProgress } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { shortIndicatorName } from '../../ui/names';
import { useWords } from '../../ui/words';
import './rail.css';

/** Who has reported, and what is awaited until when. */
export const ReportingPanel = ({
  progress,
  catalogue,
}: {
  readonly progress: ReportingProgress;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, period } = words;
  return (
    <section className="card grow" aria-label={say('reporting.title')}>
      <div className="hd">
        <h2>{say('reporting.title')}</h2>
      </div>
      <dl className="reporting">
        <dt>{say('reporting.units')}</dt>
        <dd>{say('reporting.share', { done: progress.unitsReported, all: progress.unitsExpected })}</dd>
        <dt>{say('reporting.departments')}</dt>
        <dd>
          {say('reporting.share', { done: progress.departmentsReported, all: progress.departmentsExpected })}
        </dd>
        {progress.awaited.slice(0, 4).map((item) => {
          return (
            <Row
              key={item.indicator}
              name={say('reporting.awaited', { name: shortIndicatorName(words, catalogue, item.indicator) })}
            >
              {item.overdueDays > 0 ? (
                <span className="t-miss b">{say('reporting.overdue', { days: item.overdueDays })}</span>
              ) : (
                say('reporting.due', { day: item.dueOn })
              )}
            </Row>
          );
        })}
        {progress.next !== null && (
          <Row name={say('reporting.next', { period: period(progress.next.period) })}>
            {say('reporting.due', { day: progress.next.dueOn })}
          </Row>
        )}
      </dl>
    </section>
  );
};

const Row = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}): ReactElement => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
