import { useState, type SubmitEvent, type ReactElement } from 'react';
import { ProblemLine } from '../../ui/problem-line';
import { TextInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { useOpenLink } from './use-account';

/** Opens a one-time link by a button: whatever merely looks at the address must not use it up. */
export const OpenLink = ({
  token,
  onOpen,
}: {
  readonly token: string;
  readonly onOpen: () => void;
}): ReactElement => {
  const { say } = useWords();
  const open = useOpenLink();
  const [code, setCode] = useState('');
  const asksCode = open.data?.kind === 'code';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    open.mutate(code === '' ? { token } : { token, code }, {
      onSuccess: ({ kind }) => {
        if (kind === 'in') onOpen();
      },
      onError: () => setCode(''),
    });
  };
  if (token === '') return <p className="hint">{say('link.missing')}</p>;
  return (
    <form className="form" onSubmit={submit} data-form="open-link">
      <ProblemLine error={open.error} />
      {asksCode && (
        <TextInput
          name="code"
          label={say('signIn.code')}
          help={say('signIn.codeHint')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          maxLength={40}
        />
      )}
      <button
        type="submit"
        className="button primary wide"
        disabled={open.isPending || (asksCode && code.length < 6)}
      >
        {say('link.go')}
      </button>
    </form>
  );
};
