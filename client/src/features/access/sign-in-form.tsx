import type { Actor, Role } from '@zhibiao/shared/access';
import { useState, type SubmitEvent, type ReactElement } from 'react';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput, TextInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { useEnter, useEntranceAgain } from './use-account';
import { useBecome } from './use-session';

/** Name and password; then a code or one of several roles, where the account asks for it. */
export const SignInForm = ({ onIn }: { readonly onIn: (actor: Actor | null) => void }): ReactElement => {
  const { say } = useWords();
  const enter = useEnter();
  const become = useBecome();
  const askAgain = useEntranceAgain();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [role, setRole] = useState<Role | undefined>(undefined);
  const next = enter.data;
  const asksCode = next?.kind === 'code';
  const roles = next?.kind === 'role' ? next.roles : null;
  const goIn = async (actor: Actor | null, isFree: boolean): Promise<void> => {
    if (!isFree) {
      await askAgain();
      return;
    }
    await become();
    onIn(actor);
  };
  const send = (chosen: Role | undefined): void => {
    const more = { ...(code === '' ? {} : { code }), ...(chosen === undefined ? {} : { role: chosen }) };
    enter.mutate(
      { name, password, ...more },
      {
        onSuccess: (answer) => {
          // Whoever was nearly shut out reads it first.
          if (answer.kind === 'in' && answer.idle === null) void goIn(answer.actor, answer.duty === null);
        },
        onError: () => setCode(''),
      },
    );
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send(role);
  };
  if (next?.kind === 'in' && next.idle !== null) {
    return (
      <div className="form" data-step="idle">
        <p className="banner risk" role="status">
          {say('signIn.idle', { days: next.idle.days, left: next.idle.left })}
        </p>
        <button
          type="button"
          className="button primary wide"
          onClick={() => void goIn(next.actor, next.duty === null)}
        >
          {say('signIn.goOn')}
        </button>
      </div>
    );
  }
  if (roles !== null) {
    return (
      <div className="form" data-step="role">
        <p className="hint">{say('signIn.rolePick')}</p>
        {roles.map((one) => (
          <button
            key={one}
            type="button"
            className="button wide"
            disabled={enter.isPending}
            onClick={() => {
              setRole(one);
              send(one);
            }}
          >
            {say(`role.${one}`)}
          </button>
        ))}
        <button type="button" className="link-button" onClick={() => enter.reset()}>
          {say('signIn.back')}
        </button>
      </div>
    );
  }
  return (
    <form className="form" onSubmit={submit} data-step={asksCode ? 'code' : 'password'}>
      <ProblemLine error={enter.error} />
      {asksCode ? (
        <TextInput
          name="code"
          label={say('signIn.code')}
          help={say('signIn.codeHint')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          maxLength={40}
        />
      ) : (
        <>
          <TextInput
            name="username"
            label={say('signIn.name')}
            value={name}
            onChange={setName}
            autoComplete="username"
          />
          <PasswordInput
            name="password"
            label={say('signIn.password')}
            value={password}
            onChange={setPassword}
          />
        </>
      )}
      <button
        type="submit"
        className="button primary wide"
        disabled={enter.isPending || name === '' || password === '' || (asksCode && code.length < 6)}
      >
        {say('signIn.enter')}
      </button>
      {asksCode ? (
        <button type="button" className="link-button" onClick={() => enter.reset()}>
          {say('signIn.back')}
        </button>
      ) : (
        <p className="help">{say('signIn.forgotten')}</p>
      )}
    </form>
  );
};
