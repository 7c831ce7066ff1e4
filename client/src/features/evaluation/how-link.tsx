import { Link } from '@tanstack/react-router';
import type { PeriodCode } from '@zhibiao/shared/calendar';
import type { HowCode } from '@zhibiao/shared/evaluation';
import type { IndicatorCode } from '@zhibiao/shared/programme';
import type { ReactElement, ReactNode } from 'react';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import './how-computed.css';

/** Where a step stands in the card 怎么算的; the card itself is `how`. */
export const howAnchor = (code: HowCode): string => `how-${code}`;

/** A number that opens the step by which it was computed, on the same page; without children the words for it. */
export const HowLink = ({
  code,
  children,
}: {
  readonly code: HowCode;
  readonly children?: ReactNode;
}): ReactElement => {
  const { say } = useWords();
  return (
    <Link
      to="."
      search={(previous: PageSearch) => previous}
      hash={howAnchor(code)}
      resetScroll={false}
      hashScrollIntoView={false}
      className={children === undefined ? 'link-button' : 'how-link'}
      title={children === undefined ? undefined : say('how.title')}
    >
      {children ?? say('how.title')}
    </Link>
  );
};

/** A number on another page that opens its computation on the page of its indicator. */
export const HowOf = ({
  indicator,
  code,
  children,
}: {
  readonly indicator: IndicatorCode;
  /** The step to open; without one the card as a whole. */
  readonly code?: HowCode;
  readonly children: ReactNode;
}): ReactElement => {
  const { say } = useWords();
  return (
    <Link
      to="/indicators/$code"
      params={{ code: indicator }}
      search={({ period, basis }: PageSearch) => ({ period, basis })}
      hash={code === undefined ? 'how' : howAnchor(code)}
      hashScrollIntoView={false}
      className="how-link"
      title={say('how.title')}
    >
      {children}
    </Link>
  );
};

/** A number of an earlier period that opens its computation: the same page at that period. */
export const HowAt = ({
  period,
  code,
  children,
}: {
  readonly period: PeriodCode;
  /** The step to open; without one the card as a whole. */
  readonly code?: HowCode;
  readonly children: ReactNode;
}): ReactElement => {
  const { say } = useWords();
  return (
    <Link
      to="."
      search={(previous: PageSearch) => ({ ...previous, period, basis: 'single' as const })}
      hash={code === undefined ? 'how' : howAnchor(code)}
      resetScroll={false}
      hashScrollIntoView={false}
      className="how-link"
      title={say('how.title')}
    >
      {children}
    </Link>
  );
};
