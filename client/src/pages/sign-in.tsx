import { useRouter, useSearch } from '@tanstack/react-router';
import type { Actor } from '@zhibiao/shared/access';
import { useState, type ReactElement } from 'react';
import { EnrolFactor } from '../features/access/enrol-factor';
import { NewPasswordForm } from '../features/access/new-password-form';
import { RoleList } from '../features/access/role-list';
import { SignInForm } from '../features/access/sign-in-form';
import { useEntrance, useEntranceAgain } from '../features/access/use-account';
import { homeOf, useBecome, useSignOut } from '../features/access/use-session';
import { ProblemFace } from '../ui/faces';
import { useWords } from '../ui/words';
import { Entry } from './entry';

/** 登录: with a password, or as one of the demonstration's people; a duty that waits is done here as well. */
export const SignInPage = (): ReactElement => {
  const { say } = useWords();
  const { history } = useRouter();
  const { from } = useSearch({ from: '/sign-in' });
  const entrance = useEntrance();
  const become = useBecome();
  const askAgain = useEntranceAgain();
  const signOut = useSignOut();
  const [isSet, setIsSet] = useState(false);
  const land = (actor: Actor | null): void => history.replace(from ?? homeOf(actor));
  const afterDuty = async (signedIn: boolean): Promise<void> => {
    setIsSet(!signedIn);
    const session = await become();
    await askAgain();
    if (session !== null) land(session.actor);
  };
  const data = entrance.data;
  if (data === undefined) {
    return (
      <Entry title={say('signIn.enter')}>
        {entrance.error === null ? null : (
          <ProblemFace error={entrance.error} onRetry={() => void entrance.refetch()} />
        )}
      </Entry>
    );
  }
  if (data.duty === 'change-password') {
    return (
      <Entry title={say('duty.passwordTitle')} hint={say('duty.passwordHint')}>
        <NewPasswordForm asksCurrent={false} onDone={(signedIn) => void afterDuty(signedIn)} />
        <SignOutLink onPress={() => signOut.mutate()} />
      </Entry>
    );
  }
  if (data.duty === 'enrol-second-factor') {
    return (
      <Entry title={say('duty.factorTitle')} hint={say('duty.factorHint')}>
        <EnrolFactor asksPassword={false} onDone={(signedIn) => void afterDuty(signedIn)} />
        <SignOutLink onPress={() => signOut.mutate()} />
      </Entry>
    );
  }
  if (data.mode === 'live') {
    return (
      <Entry title={say('signIn.enter')} {...(isSet ? { hint: say('signIn.again') } : {})}>
        <SignInForm onIn={land} />
      </Entry>
    );
  }
  return (
    <Entry title={say('signIn.title')} hint={say('signIn.hint')}>
      <RoleList onSignedIn={(actor) => land(actor)} />
    </Entry>
  );
};

const SignOutLink = ({ onPress }: { readonly onPress: () => void }): ReactElement => (
  <button type="button" className="link-button leave" onClick={onPress}>
    {useWords().say('top.signOut')}
  </button>
);
