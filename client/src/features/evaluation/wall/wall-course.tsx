import type { OverviewCard } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { decimals } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { darkPalette } from '../../../charts/palette';
import { sparklinePath } from '../../../charts/sparkline';
import { useWords } from '../../../ui/words';
import { onScale } from '../readings';

const size = { width: 820, height: 150 } as const;

/** The last periods of what no county reports: a line with its values, the target through it. */
export const WallCourse = ({
  card: { history, targetText },
  indicator,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
}): ReactElement => {
  const { say, period } = useWords();
  const target = targetText === null ? null : Number(targetText);
  // From the first figure on: what nobody measured takes no room.
  const began = history.findIndex(({ value }) => value !== null);
  const course = began < 0 ? [] : history.slice(began);
  const values = course.map(({ value }) => (value === null ? null : onScale(value, indicator)));
  const known = values.filter((value) => value !== null);
  const told = course.filter(({ value }) => value !== null);
  const first = told[0];
  // Not findLast: browsers of closed networks are older than it.
  const last = told[told.length - 1];
  const { points, path, targetY } = sparklinePath(values, target, size);
  return (
    <div className="wall-course">
      <div className="head">
        <span>{say('wall.course')}</span>
        {target !== null && (
          <span className="target-key">{say('gauge.target', { target: `${target}` })}</span>
        )}
      </div>
      {known.length < 2 || first === undefined || last === undefined ? (
        <p className="empty">{say('wall.courseShort')}</p>
      ) : (
        <>
          <svg width={size.width} height={size.height} aria-hidden="true">
            {targetY !== null && (
              <path d={`M0 ${targetY}H${size.width}`} stroke={darkPalette.ink} strokeWidth={3} />
            )}
            <path d={path} fill="none" stroke={darkPalette.city} strokeWidth={4} strokeLinejoin="round" />
            {points.map(([x, y]) => (
              <circle key={x} cx={x} cy={y} r={8} fill={darkPalette.city} />
            ))}
          </svg>
          <p className="ends">
            <span>
              {period(first.period)} <b>{decimals(known[0] ?? 0, 1)}</b>
            </span>
            <span>
              {period(last.period)} <b>{decimals(known[known.length - 1] ?? 0, 1)}</b>
            </span>
          </p>
        </>
      )}
    </div>
  );
};
