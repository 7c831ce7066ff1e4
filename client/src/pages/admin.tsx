import { mayDo } from '@zhibiao/shared/access';
import { useState, type ReactElement } from 'react';
import { CreateDialog, TaskDialog } from '../features/access/account-dialogs';
import { AccountTable, type AccountTask } from '../features/access/account-table';
import { UnusedAccounts } from '../features/access/unused-accounts';
import { PolicyPanel } from '../features/access/policy-panel';
import { useAccounts } from '../features/access/use-account';
import { useSession, type Session } from '../features/access/use-session';
import { Answer, EmptyFace } from '../ui/faces';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import '../ui/context-bar.css';
import '../ui/controls.css';
import '../ui/form.css';
import '../ui/tag.css';
import './account.css';

/** 用户与权限: each administrator does what is theirs; nobody else has anything here. */
export const AdminPage = (): ReactElement => {
  const { say } = useWords();
  const session = useSession();
  useTitle(say('admin.title'));
  return (
    <>
      <div className="context">
        <h1>{say('admin.title')}</h1>
      </div>
      <main id="content" className="admin">
        {session == null ? null : isAdministrator(session) ? (
          <People session={session} />
        ) : (
          <section className="card">
            <EmptyFace title={say('face.refused')}>{say('admin.refusedHere')}</EmptyFace>
          </section>
        )}
      </main>
    </>
  );
};

const isAdministrator = ({ actor }: Session): boolean =>
  mayDo('account.create', actor.role) || mayDo('account.grant', actor.role);

const People = ({ session }: { readonly session: Session }): ReactElement => {
  const { say } = useWords();
  const asked = useAccounts();
  const [task, setTask] = useState<AccountTask | null>(null);
  const [isCreating, setIsCreating] = useState(false);
  const { role } = session.actor;
  const canChange = session.mode === 'live';
  const sets = mayDo('policy.set', role);
  return (
    <div className={`columns${sets ? '' : ' one'}`}>
      <section className="card">
        <div className="hd">
          <h2>{say('admin.people')}</h2>
          <span className="sub">
            {asked.data === undefined ? '' : say('admin.count', { count: asked.data.length })}
          </span>
          {canChange && mayDo('account.create', role) && (
            <span className="end">
              <button
                type="button"
                className="button primary"
                data-action="create"
                onClick={() => setIsCreating(true)}
              >
                {say('admin.create')}
              </button>
            </span>
          )}
        </div>
        <p className="finding">{say('admin.duties')}</p>
        {!canChange && <p className="finding">{say('admin.demonstration')}</p>}
        <Answer asked={asked} skeleton={<div className="sk" style={{ height: 320 }} />}>
          {(accounts) => (
            <>
              {canChange && <UnusedAccounts accounts={accounts} />}
              <AccountTable accounts={accounts} role={role} canChange={canChange} onTask={setTask} />
            </>
          )}
        </Answer>
      </section>
      {sets && <PolicyPanel canChange={canChange} />}
      {task !== null && <TaskDialog task={task} onClose={() => setTask(null)} />}
      {isCreating && <CreateDialog onClose={() => setIsCreating(false)} />}
    </div>
  );
};
