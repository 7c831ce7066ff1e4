import { mayDo } from '@zhibiao/shared/access';
import type { ReactElement } from 'react';
import { OwnFactor } from '../features/access/own-factor';
import { OwnPassword } from '../features/access/own-password';
import { OwnTokens } from '../features/access/own-tokens';
import { OwnSessions } from '../features/access/own-sessions';
import { useOwnAccount } from '../features/access/use-account';
import { useSession } from '../features/access/use-session';
import { Answer } from '../ui/faces';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import '../ui/context-bar.css';
import '../ui/controls.css';
import '../ui/form.css';
import '../ui/tag.css';
import './account.css';

/** 我的账户: password, second factor, and where one is signed in. */
export const AccountPage = (): ReactElement => {
  const { say, text } = useWords();
  const session = useSession();
  const asked = useOwnAccount();
  useTitle(say('account.title'));
  const isLive = session?.mode === 'live';
  return (
    <>
      <div className="context">
        <h1>{say('account.title')}</h1>
        {session != null && (
          <span className="tag">
            {text(session.actor.name)} {say(`role.${session.actor.role}`)}
          </span>
        )}
      </div>
      <main id="content" className="own-account">
        <Answer asked={asked} skeleton={<div className="sk" style={{ height: 320 }} />} className="columns">
          {(account) => (
            <>
              {isLive ? (
                <div className="column">
                  <OwnPassword setAt={account.passwordSetAt} />
                  <OwnFactor enrolled={account.secondFactor} codesLeft={account.recoveryCodesLeft} />
                </div>
              ) : (
                <p className="card note">{say('account.demonstration')}</p>
              )}
              <div className="column">
                <OwnSessions sessions={account.sessions} hasPassword={isLive} />
                {session != null && mayDo('token.own', session.actor.role) && <OwnTokens />}
              </div>
            </>
          )}
        </Answer>
      </main>
    </>
  );
};
