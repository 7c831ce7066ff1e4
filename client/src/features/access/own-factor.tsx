import { useState, type SubmitEvent, type ReactElement } from 'react';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput, TextInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { EnrolFactor } from './enrol-factor';
import { useOwnAccount, useOwnChanges } from './use-account';

/** One's own second factor: enrolled here, or taken off with password and code. */
export const OwnFactor = ({
  enrolled,
  codesLeft,
}: {
  readonly enrolled: boolean;
  readonly codesLeft: number;
}): ReactElement => {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const account = useOwnAccount();
  const close = (): void => {
    setIsOpen(false);
    void account.refetch();
  };
  return (
    <section className="card" data-panel="factor">
      <div className="hd">
        <h2>{say('account.factor')}</h2>
      </div>
      <div className="body">
        <p>{enrolled ? say('account.factorOn', { left: codesLeft }) : say('account.factorOff')}</p>
        {isOpen && !enrolled && (
          <EnrolFactor
            asksPassword
            onDone={(signedIn) => (signedIn ? close() : location.replace('/sign-in'))}
          />
        )}
        {isOpen && enrolled && <RemoveFactor onDone={close} />}
        {!isOpen && (
          <div>
            <button type="button" className="button" onClick={() => setIsOpen(true)}>
              {say(enrolled ? 'account.factorRemove' : 'account.factorBegin')}
            </button>
          </div>
        )}
      </div>
    </section>
  );
};

const RemoveFactor = ({ onDone }: { readonly onDone: () => void }): ReactElement => {
  const { say } = useWords();
  const { removeFactor } = useOwnChanges();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    removeFactor.mutate({ password, code }, { onSuccess: onDone });
  };
  return (
    <form className="form" onSubmit={submit}>
      <ProblemLine error={removeFactor.error} />
      <PasswordInput
        name="remove-password"
        label={say('password.current')}
        value={password}
        onChange={setPassword}
      />
      <TextInput
        name="remove-code"
        label={say('signIn.code')}
        value={code}
        onChange={setCode}
        maxLength={40}
      />
      <div className="actions">
        <button
          type="submit"
          className="button primary"
          disabled={removeFactor.isPending || password === '' || code.length < 6}
        >
          {say('account.factorRemove')}
        </button>
      </div>
    </form>
  );
};
