import { useState, type SubmitEvent, type ReactElement } from 'react';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput, TextInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { SquareCode } from './square-code';
import { useOwnChanges } from './use-account';

/** Enrols a second factor: password, square code, first code, recovery codes. */
export const EnrolFactor = ({
  asksPassword,
  onDone,
}: {
  readonly asksPassword: boolean;
  readonly onDone: (signedIn: boolean) => void;
}): ReactElement => {
  const { say } = useWords();
  const { beginFactor, confirmFactor } = useOwnChanges();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const factor = beginFactor.data;
  const enrolled = confirmFactor.data;
  const begin = (event: SubmitEvent): void => {
    event.preventDefault();
    beginFactor.mutate(asksPassword ? { password } : {}, { onSuccess: () => setPassword('') });
  };
  const confirm = (event: SubmitEvent): void => {
    event.preventDefault();
    confirmFactor.mutate({ code }, { onError: () => setCode('') });
  };
  if (enrolled !== undefined) {
    return (
      <div className="form" data-form="recovery">
        <b>{say('account.recovery')}</b>
        <p className="help">{say('account.recoveryHint')}</p>
        <ul className="token recovery">
          {enrolled.recoveryCodes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <button type="button" className="button primary" onClick={() => onDone(enrolled.signedIn)}>
          {say('account.recoveryKept')}
        </button>
      </div>
    );
  }
  if (factor === undefined) {
    return (
      <form className="form" onSubmit={begin} data-form="begin-factor">
        <ProblemLine error={beginFactor.error} />
        {asksPassword && (
          <PasswordInput
            name="factor-password"
            label={say('password.current')}
            value={password}
            onChange={setPassword}
          />
        )}
        <div className="actions">
          <button
            type="submit"
            className="button primary"
            disabled={beginFactor.isPending || (asksPassword && password === '')}
          >
            {say('account.factorBegin')}
          </button>
        </div>
      </form>
    );
  }
  return (
    <form className="form" onSubmit={confirm} data-form="confirm-factor">
      <ProblemLine error={confirmFactor.error} />
      <p className="help">{say('account.factorScan')}</p>
      <SquareCode text={factor.address} label={say('account.factorSquare')} />
      <div>
        <span className="label">{say('account.factorSecret')}</span>
        <span className="token">{(factor.secret.match(/.{1,4}/g) ?? []).join(' ')}</span>
      </div>
      <TextInput
        name="factor-code"
        label={say('signIn.code')}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        maxLength={6}
      />
      <div className="actions">
        <button
          type="submit"
          className="button primary"
          disabled={confirmFactor.isPending || code.length !== 6}
        >
          {say('account.factorConfirm')}
        </button>
      </div>
    </form>
  );
};
