import { useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { OpenLink } from '../features/access/open-link';
import { useWords } from '../ui/words';
import { Entry, useTokenOnce } from './entry';

/** A one-time link: opens a session in which only a password can be chosen, on the sign-in page. */
export const LinkPage = (): ReactElement => {
  const { say } = useWords();
  const { history } = useRouter();
  const token = useTokenOnce();
  return (
    <Entry title={say('link.title')} hint={say('link.hint')}>
      <OpenLink token={token} onOpen={() => history.replace('/sign-in')} />
    </Entry>
  );
};
