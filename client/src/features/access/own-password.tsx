import type { Instant } from '@zhibiao/shared/calendar';
import { momentText } from '@zhibiao/shared/wording';
import { useState, type ReactElement } from 'react';
import { useWords } from '../../ui/words';
import { NewPasswordForm } from './new-password-form';

/** Changes one's own password; every other session then ends. */
export const OwnPassword = ({ setAt }: { readonly setAt: Instant | null }): ReactElement => {
  const { say } = useWords();
  const [isSaved, setIsSaved] = useState(false);
  return (
    <section className="card">
      <div className="hd">
        <h2>{say('account.password')}</h2>
        {setAt !== null && (
          <span className="sub">{say('account.passwordSet', { moment: momentText(setAt) })}</span>
        )}
      </div>
      <div className="body">
        {isSaved && (
          <p className="banner met" role="status">
            {say('password.saved')}
          </p>
        )}
        <NewPasswordForm
          asksCurrent
          onDone={(signedIn) => {
            setIsSaved(true);
            if (!signedIn) location.replace('/sign-in');
          }}
        />
      </div>
    </section>
  );
};
