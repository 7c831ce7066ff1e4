import { useState, type SubmitEvent, type ReactElement } from 'react';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput, TextInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { LinkOnce } from './link-once';
import { usePasswordRule } from './new-password-form';
import { useSetUp } from './use-account';

/** Makes the two first accounts; afterwards shows the link of the second, once. */
export const SetUpForm = ({
  token,
  onDone,
}: {
  readonly token: string;
  readonly onDone: () => void;
}): ReactElement => {
  const { say } = useWords();
  const setUp = useSetUp();
  const rule = usePasswordRule();
  const [sys, setSys] = useState({ signInName: '', name: '' });
  const [sec, setSec] = useState({ signInName: '', name: '' });
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  if (setUp.data !== undefined) {
    return (
      <div className="form" data-form="set-up-done">
        <b>{say('setUp.done')}</b>
        <p className="help">{say('setUp.doneHint')}</p>
        <LinkOnce token={setUp.data.token} />
        <button type="button" className="button primary wide" onClick={onDone}>
          {say('setUp.toSignIn')}
        </button>
      </div>
    );
  }
  const both = (name: string) => ({ zh: name, en: name });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setUp.mutate({
      token,
      sysadmin: { signInName: sys.signInName, name: both(sys.name), password },
      secadmin: { signInName: sec.signInName, name: both(sec.name) },
    });
  };
  const differs = repeat !== '' && repeat !== password;
  const complete = [sys.signInName, sys.name, sec.signInName, sec.name, password].every(
    (value) => value !== '',
  );
  return (
    <form className="form" onSubmit={submit} data-form="set-up">
      <ProblemLine error={setUp.error} />
      <fieldset>
        <legend>{say('setUp.sysadmin')}</legend>
        <p className="help">{say('setUp.sysadminHint')}</p>
        <TextInput
          name="sys-name"
          label={say('setUp.fullName')}
          value={sys.name}
          onChange={(name) => setSys({ ...sys, name })}
          maxLength={60}
        />
        <TextInput
          name="sys-account"
          label={say('signIn.name')}
          value={sys.signInName}
          onChange={(signInName) => setSys({ ...sys, signInName })}
          autoComplete="username"
        />
        <PasswordInput
          name="sys-password"
          label={say('signIn.password')}
          help={rule}
          value={password}
          onChange={setPassword}
          isNew
        />
        <PasswordInput
          name="sys-repeat"
          label={say('password.repeat')}
          value={repeat}
          onChange={setRepeat}
          isNew
          {...(differs ? { help: say('password.different') } : {})}
        />
      </fieldset>
      <fieldset>
        <legend>{say('setUp.secadmin')}</legend>
        <p className="help">{say('setUp.secadminHint')}</p>
        <TextInput
          name="sec-name"
          label={say('setUp.fullName')}
          value={sec.name}
          onChange={(name) => setSec({ ...sec, name })}
          maxLength={60}
        />
        <TextInput
          name="sec-account"
          label={say('signIn.name')}
          value={sec.signInName}
          onChange={(signInName) => setSec({ ...sec, signInName })}
        />
      </fieldset>
      <button
        type="submit"
        className="button primary wide"
        disabled={setUp.isPending || !complete || repeat !== password}
      >
        {say('setUp.make')}
      </button>
    </form>
  );
};
