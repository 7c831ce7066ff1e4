import { useEffect, useState, type SubmitEvent, type ReactElement } from 'react';
import { Dialog } from '../../ui/dialog';
import { FormActions } from '../../ui/form-actions';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput, TextInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import type { AccountTask } from './account-table';
import { AccountTokens } from './account-tokens';
import { GrantForm } from './grant-form';
import { LinkOnce } from './link-once';
import { useAccountChanges } from './use-account';

/** The window of what an administrator does to one account. */
export const TaskDialog = ({
  task,
  onClose,
}: {
  readonly task: AccountTask;
  readonly onClose: () => void;
}): ReactElement => {
  const { say, text } = useWords();
  const name = text(task.account.name);
  switch (task.kind) {
    case 'grant':
      return (
        <Dialog title={say('admin.grantTitle', { name })} onClose={onClose}>
          <GrantForm account={task.account} onDone={onClose} />
        </Dialog>
      );
    case 'tokens':
      return (
        <Dialog title={say('token.titleOther', { name })} onClose={onClose} wide>
          <AccountTokens account={task.account.id} />
        </Dialog>
      );
    case 'drop-factor':
      return (
        <Dialog title={say('admin.dropFactor')} onClose={onClose}>
          <DropFactor id={task.account.id} onDone={onClose} />
        </Dialog>
      );
    case 'link':
      return (
        <Dialog title={say('linkOnce.title', { name })} onClose={onClose}>
          <StartLink id={task.account.id} onClose={onClose} />
        </Dialog>
      );
  }
};

const StartLink = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactElement => {
  const { startLink } = useAccountChanges();
  const { mutate } = startLink;
  useEffect(() => mutate({ id }), [mutate, id]);
  return (
    <>
      <ProblemLine error={startLink.error} />
      {startLink.data !== undefined && <LinkToHand token={startLink.data.token} onClose={onClose} />}
    </>
  );
};

const LinkToHand = ({
  token,
  onClose,
}: {
  readonly token: string;
  readonly onClose: () => void;
}): ReactElement => {
  const { say } = useWords();
  return (
    <div className="form">
      <p className="help">{say('linkOnce.hint')}</p>
      <LinkOnce token={token} />
      <div className="actions">
        <button type="button" className="button primary" data-action="handed-over" onClick={onClose}>
          {say('linkOnce.close')}
        </button>
      </div>
    </div>
  );
};

const DropFactor = ({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactElement => {
  const { say } = useWords();
  const { dropFactor } = useAccountChanges();
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    dropFactor.mutate({ id, password }, { onSuccess: onDone });
  };
  return (
    <form className="form" onSubmit={submit}>
      <ProblemLine error={dropFactor.error} />
      <PasswordInput
        name="drop-password"
        label={say('admin.yourPassword')}
        value={password}
        onChange={setPassword}
      />
      <FormActions
        word={say('admin.dropFactor')}
        disabled={dropFactor.isPending || password === ''}
        onCancel={onDone}
      />
    </form>
  );
};

/** Makes an account, then shows its link once. */
export const CreateDialog = ({ onClose }: { readonly onClose: () => void }): ReactElement => {
  const { say } = useWords();
  const { create } = useAccountChanges();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [signInName, setSignInName] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    create.mutate({ signInName, name: { zh, en: en.trim() === '' ? zh : en } });
  };
  if (create.data !== undefined) {
    return (
      <Dialog title={say('linkOnce.title', { name: zh })} onClose={onClose}>
        <LinkToHand token={create.data.token} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={say('admin.create')} onClose={onClose}>
      <form className="form" onSubmit={submit} data-form="create">
        <p className="help">{say('admin.createHint')}</p>
        <ProblemLine error={create.error} />
        <TextInput name="name" label={say('admin.person')} value={zh} onChange={setZh} maxLength={60} />
        <TextInput name="name-en" label={say('admin.nameEn')} value={en} onChange={setEn} maxLength={60} />
        <TextInput
          name="account"
          label={say('admin.signInName')}
          value={signInName}
          onChange={setSignInName}
        />
        <FormActions
          word={say('admin.createYes')}
          disabled={create.isPending || zh.trim() === '' || signInName === ''}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
};
