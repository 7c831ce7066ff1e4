import { useState, type SubmitEvent, type ReactElement } from 'react';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { useChangePassword, useEntrance } from './use-account';

/** What a password must be, in one sentence; empty while it is not known. */
export const usePasswordRule = (): string => {
  const { say, language } = useWords();
  const rules = useEntrance().data?.password;
  if (rules === undefined) return '';
  const { least, kinds, days } = rules;
  const what =
    kinds > 1
      ? say('password.ruleKinds', { least: `${least}`, kinds: `${kinds}` })
      : say('password.rule', { least: `${least}` });
  const space = language === 'zh' ? '' : ' ';
  return days === null ? what : `${what}${space}${say('password.ruleDays', { days: `${days}` })}`;
};

/** Chooses a new password, twice; the present one is asked for unless a duty has opened the page. */
export const NewPasswordForm = ({
  asksCurrent,
  onDone,
}: {
  readonly asksCurrent: boolean;
  readonly onDone: (signedIn: boolean) => void;
}): ReactElement => {
  const { say } = useWords();
  const change = useChangePassword();
  const rule = usePasswordRule();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const differs = repeat !== '' && repeat !== next;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate(asksCurrent ? { current, next } : { next }, {
      onSuccess: ({ signedIn }) => {
        setCurrent('');
        setNext('');
        setRepeat('');
        onDone(signedIn);
      },
    });
  };
  return (
    <form className="form" onSubmit={submit} data-form="new-password">
      <ProblemLine error={change.error} />
      {asksCurrent && (
        <PasswordInput name="current" label={say('password.current')} value={current} onChange={setCurrent} />
      )}
      <PasswordInput
        name="next"
        label={say('password.next')}
        help={rule}
        value={next}
        onChange={setNext}
        isNew
      />
      <PasswordInput
        name="repeat"
        label={say('password.repeat')}
        value={repeat}
        onChange={setRepeat}
        isNew
        {...(differs ? { help: say('password.different') } : {})}
      />
      <button
        type="submit"
        className="button primary wide"
        disabled={change.isPending || next === '' || repeat !== next || (asksCurrent && current === '')}
      >
        {say('password.save')}
      </button>
    </form>
  );
};
