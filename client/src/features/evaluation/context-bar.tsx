import { useNavigate } from '@tanstack/react-router';
import { parsePeriod, type Basis, type PeriodCode } from '@zhibiao/shared/calendar';
import type { Stamp } from '@zhibiao/shared/evaluation';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { SearchLink, usePageSearch } from '../../ui/search';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import { basisOf } from './use-views';
import { VersionBanner, VersionStamp } from './version-stamp';
import '../../ui/controls.css';
import '../../ui/context-bar.css';

/** Title, period, basis and stamp: what a page speaks of stands above everything it says. */
export const ContextBar = ({
  title,
  stamp,
  children,
}: {
  readonly title: ReactNode;
  readonly stamp: Stamp | undefined;
  readonly children?: ReactNode;
}): ReactElement => (
  <>
    <div className="context">
      {title}
      {stamp !== undefined && <PeriodStepper stamp={stamp} />}
      <BasisChoice period={stamp?.period} />
      {children}
      {stamp !== undefined && <StampLine stamp={stamp} />}
    </div>
    <VersionBanner shown={stamp?.shown} />
  </>
);

/** The periods just before and after the shown one, among those that can be chosen. */
export const neighbours = (
  stamp: Pick<Stamp, 'period' | 'periods'>,
): { readonly earlier: PeriodCode | undefined; readonly later: PeriodCode | undefined } => {
  const index = stamp.periods.indexOf(stamp.period);
  return {
    earlier: index > 0 ? stamp.periods[index - 1] : undefined,
    later: index >= 0 ? stamp.periods[index + 1] : undefined,
  };
};

/** Steps from the shown period to its neighbours; a page that has no stamp brings its periods. */
export const PeriodStepper = ({
  stamp,
}: {
  readonly stamp: Pick<Stamp, 'period' | 'periods'>;
}): ReactElement => {
  const { say, period } = useWords();
  const { earlier, later } = neighbours(stamp);
  useArrowSteps(earlier, later);
  return (
    <div className="seg" role="group" aria-label={say('context.period')}>
      <Step to={earlier} label={say('context.earlier')} sign="‹" />
      <span className="now">{period(stamp.period)}</span>
      <Step to={later} label={say('context.later')} sign="›" />
    </div>
  );
};

const Step = ({
  to,
  label,
  sign,
}: {
  readonly to: PeriodCode | undefined;
  readonly label: string;
  readonly sign: string;
}): ReactElement =>
  to === undefined ? (
    <span aria-disabled="true" aria-label={label} role="link">
      {sign}
    </span>
  ) : (
    <SearchLink change={{ period: to }} label={label}>
      {sign}
    </SearchLink>
  );

/** Left and right step through the periods, unless the focus is in something that uses the arrows itself. */
const useArrowSteps = (earlier: PeriodCode | undefined, later: PeriodCode | undefined): void => {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const to = event.key === 'ArrowLeft' ? earlier : event.key === 'ArrowRight' ? later : undefined;
      const inside =
        event.target instanceof Element && event.target.closest('input,textarea,select,[data-arrows]');
      if (to === undefined || inside || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      void navigate({
        to: '.',
        search: (previous: PageSearch) => ({ ...previous, period: to }),
        resetScroll: false,
      });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [earlier, later, navigate]);
};

const BasisChoice = ({ period }: { readonly period: PeriodCode | undefined }): ReactElement => {
  const { say } = useWords();
  const basis = basisOf(usePageSearch());
  const quarterly = period === undefined || parsePeriod(period)?.kind === 'quarter';
  const choices: readonly { basis: Basis; word: string }[] = [
    { basis: 'single', word: say(quarterly ? 'basis.quarter' : 'basis.single') },
    { basis: 'cumulative', word: say('basis.cumulative') },
  ];
  return (
    <div className="seg" role="group" aria-label={say('context.basis')}>
      {choices.map((choice) => (
        <SearchLink key={choice.basis} change={{ basis: choice.basis }} current={choice.basis === basis}>
          {choice.word}
        </SearchLink>
      ))}
    </div>
  );
};

const StampLine = ({ stamp }: { readonly stamp: Stamp }): ReactElement => {
  const { say } = useWords();
  return (
    <div className="stamp">
      {stamp.recordedAt === null ? (
        <span>{say('stamp.empty')}</span>
      ) : (
        <>
          <span>{say('stamp.through', { day: stamp.dataThrough })}</span>
          <VersionStamp shown={stamp.shown} recordedAt={stamp.recordedAt} />
        </>
      )}
    </div>
  );
};
