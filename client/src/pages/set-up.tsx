import { useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { SetUpForm } from '../features/access/set-up-form';
import { useWords } from '../ui/words';
import { Entry, useTokenOnce } from './entry';

/** 首次设置: two administrators for an instance that has nobody. */
export const SetUpPage = (): ReactElement => {
  const { say } = useWords();
  const { history } = useRouter();
  const token = useTokenOnce();
  return (
    <Entry title={say('setUp.title')} hint={say('setUp.hint')}>
      <SetUpForm token={token} onDone={() => history.replace('/sign-in')} />
    </Entry>
  );
};
