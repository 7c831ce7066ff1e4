import { Link } from '@tanstack/react-router';
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
  children,
}: {
  readonly indicator: IndicatorCode;
  readonly children: ReactNode;
}): ReactElement => {
  const { say } = useWords();
  return (
    <Link
      to="/indicators/$code"
      params={{ code: indicator }}
      search={({ period, basis }: PageSearch) => ({ period, basis })}
      hash="how"
      hashScrollIntoView={false}
      className="how-link"
      title={say('how.title')}
    >
      {children}
    </Link>
  );
};
