import type { ControlReading, SeriesPoint } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { isScore } from './readings';
import { SeriesTable } from './series-table';

const shownAtFirst = 8;

/** What the columns are in; intervals are explained only where there are some. */
const hintOf = (points: readonly SeriesPoint[], indicator: Indicator) => {
  if (isScore(indicator)) return 'quarters.hintScore';
  return points.some(({ interval95 }) => interval95 !== null) ? 'quarters.hint' : 'quarters.hintPlain';
};

/** The figures period by period under the chart; the older ones on request. */
export const QuartersPanel = ({
  points,
  control,
  indicator,
  catalogue,
}: {
  readonly points: readonly SeriesPoint[];
  readonly control: ControlReading;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  return (
    <section className="card" aria-label={say('quarters.title')}>
      <div className="hd" style={{ paddingBottom: 6 }}>
        <h2>{say('quarters.title')}</h2>
        <span className="sub">{say(hintOf(points, indicator))}</span>
      </div>
      <ScrollX label={say('quarters.title')}>
        <SeriesTable
          points={all ? points : points.slice(-shownAtFirst)}
          control={control}
          indicator={indicator}
          catalogue={catalogue}
        />
      </ScrollX>
      {points.length > shownAtFirst && !all && (
        <p className="more">
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {say('changes.showAll')}
          </button>
        </p>
      )}
    </section>
  );
};
