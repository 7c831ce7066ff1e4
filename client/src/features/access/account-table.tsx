import { mayDo, type Grant, type Role } from '@zhibiao/shared/access';
import { momentText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { useCatalogue } from '../../api/use-catalogue';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { useAccountChanges, type AccountItem } from './use-account';

/** What an administrator asks for that needs a dialog. */
export type AccountTask = {
  readonly kind: 'grant' | 'drop-factor' | 'link' | 'tokens';
  readonly account: AccountItem;
};

/** Every account with its roles and state; each administrator sees the actions that are theirs. */
export const AccountTable = ({
  accounts,
  role,
  canChange,
  onTask,
}: {
  readonly accounts: readonly AccountItem[];
  readonly role: Role;
  readonly canChange: boolean;
  readonly onTask: (task: AccountTask) => void;
}): ReactElement => {
  const { say, text } = useWords();
  return (
    <ScrollX label={say('admin.people')}>
      <table className="table">
        <caption className="visually-hidden">{say('admin.people')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('admin.person')}</th>
            <th scope="col">{say('admin.signInName')}</th>
            <th scope="col">{say('admin.roles')}</th>
            <th scope="col">{say('admin.state')}</th>
            <th scope="col">{say('admin.lastSignIn')}</th>
            {canChange && <th scope="col">{say('admin.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id} data-account={account.administration?.signInName}>
              <th scope="row">
                {text(account.name)}{' '}
                {account.oneself && <span className="tag blue">{say('admin.self')}</span>}
              </th>
              <td>{account.administration?.signInName ?? say('value.none')}</td>
              <td className="roles-cell">
                <Roles grants={account.grants} />
              </td>
              <td>
                <States account={account} hasAccounts={canChange} />
              </td>
              <td>
                {account.administration?.lastSignInAt == null
                  ? say(canChange ? 'admin.never' : 'value.none')
                  : momentText(account.administration.lastSignInAt)}
              </td>
              {canChange && (
                <td>{account.oneself ? null : <Actions account={account} role={role} onTask={onTask} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};

const Roles = ({ grants }: { readonly grants: readonly Grant[] }): ReactElement => {
  const { say, text } = useWords();
  const catalogue = useCatalogue();
  if (grants.length === 0) return <span className="tag risk">{say('admin.noRole')}</span>;
  const scopeOf = ({ role, unit, departments }: Grant): string => {
    const places = [
      ...(unit === null ? [] : [catalogue?.unit(unit)?.shortName]),
      ...departments.map((code) => catalogue?.department(code)?.name),
    ].flatMap((name) => (name === undefined ? [] : [text(name)]));
    if (role === 'statistician' && departments.length === 0) return say('admin.wholeCity');
    return places.join(' ');
  };
  return (
    <span className="roles">
      {grants.map((grant) => (
        <span key={grant.role} className="tag">
          {`${say(`role.${grant.role}`)} ${scopeOf(grant)}`.trim()}
        </span>
      ))}
    </span>
  );
};

const States = ({
  account,
  hasAccounts,
}: {
  readonly account: AccountItem;
  readonly hasAccounts: boolean;
}): ReactElement => {
  const { say } = useWords();
  const { administration, enabled } = account;
  return (
    <span className="states">
      {enabled ? (
        <span className="tag">{say('admin.enabled')}</span>
      ) : (
        <span className="tag miss">{say('admin.disabled')}</span>
      )}
      {administration?.locked === true && <span className="tag miss">{say('admin.locked')}</span>}
      {hasAccounts && administration?.hasPassword === false && (
        <span className="tag risk">{say('admin.waiting')}</span>
      )}
      {administration?.idle?.isNear === true && (
        <span className="tag risk" data-idle={administration.idle.days}>
          {say('admin.idle', { days: administration.idle.days, left: administration.idle.left })}
        </span>
      )}
      {administration?.secondFactor === true && <span className="tag">{say('admin.factor')}</span>}
    </span>
  );
};

const Actions = ({
  account,
  role,
  onTask,
}: {
  readonly account: AccountItem;
  readonly role: Role;
  readonly onTask: (task: AccountTask) => void;
}): ReactElement => {
  const { say } = useWords();
  const { enable, unlock, endSessions } = useAccountChanges();
  const { id, enabled, administration } = account;
  const busy = enable.isPending || unlock.isPending || endSessions.isPending;
  const button = (word: string, press: () => void, action: string): ReactElement => (
    <button type="button" className="link-button" data-action={action} disabled={busy} onClick={press}>
      {word}
    </button>
  );
  return (
    <span className="row-actions">
      {mayDo('account.grant', role) &&
        button(say('admin.grant'), () => onTask({ kind: 'grant', account }), 'grant')}
      {mayDo('account.link', role) &&
        enabled &&
        button(say('admin.link'), () => onTask({ kind: 'link', account }), 'link')}
      {mayDo('account.enable', role) &&
        button(
          say(enabled ? 'admin.disable' : 'admin.enable'),
          () => enable.mutate({ id, enabled: !enabled }),
          'enable',
        )}
      {mayDo('account.unlock', role) &&
        administration?.locked === true &&
        button(say('admin.unlock'), () => unlock.mutate({ id }), 'unlock')}
      {mayDo('account.unlock', role) &&
        administration?.secondFactor === true &&
        button(say('admin.dropFactor'), () => onTask({ kind: 'drop-factor', account }), 'drop-factor')}
      {mayDo('token.of-others', role) &&
        button(say('token.title'), () => onTask({ kind: 'tokens', account }), 'tokens')}
      {mayDo('account.end-sessions', role) &&
        button(say('admin.endSessions'), () => endSessions.mutate({ id }), 'end-sessions')}
    </span>
  );
};
