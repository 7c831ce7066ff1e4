import type { Instant } from '@zhibiao/shared/calendar';
import { momentText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { ProblemLine } from '../../ui/problem-line';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { useOwnChanges } from './use-account';

interface OpenSession {
  readonly ref: string;
  readonly openedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly address: string;
  readonly browser: string;
  readonly current: boolean;
}

/** Where one is signed in; each of them can be ended, or all but this one. */
export const OwnSessions = ({
  sessions,
  hasPassword,
}: {
  readonly sessions: readonly OpenSession[];
  /** The demonstration has none that could be changed. */
  readonly hasPassword: boolean;
}): ReactElement => {
  const { say } = useWords();
  const { endSessions } = useOwnChanges();
  const end = (which: string): void => endSessions.mutate({ which });
  return (
    <section className="card" data-panel="sessions">
      <div className="hd">
        <h2>{say('account.sessions')}</h2>
        {sessions.length > 1 && (
          <span className="end">
            <button
              type="button"
              className="link-button"
              disabled={endSessions.isPending}
              onClick={() => end('others')}
            >
              {say('account.endOthers')}
            </button>
          </span>
        )}
      </div>
      <p className="finding">{say(hasPassword ? 'account.sessionsHint' : 'account.sessionsPlainHint')}</p>
      <ProblemLine error={endSessions.error} />
      <ScrollX label={say('account.sessions')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('account.opened')}</th>
              <th scope="col">{say('account.seen')}</th>
              <th scope="col">{say('account.address')}</th>
              <th scope="col">{say('account.browser')}</th>
              <th scope="col">{say('admin.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.ref}>
                <th scope="row">{momentText(session.openedAt)}</th>
                <td>{momentText(session.lastSeenAt)}</td>
                <td>{session.address}</td>
                <td className="browser" title={session.browser}>
                  {browserName(session.browser)}
                </td>
                <td>
                  {session.current ? (
                    <span className="tag blue">{say('account.here')}</span>
                  ) : (
                    <button
                      type="button"
                      className="link-button"
                      disabled={endSessions.isPending}
                      onClick={() => end(session.ref)}
                    >
                      {say('account.end')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};

/** A browser in two words, `Chrome 131 Windows`; what is not known stays as it calls itself, shortened. */
const browserName = (agent: string): string => {
  const [, name, version] =
    /(Edg|OPR|Firefox|Chrome|Version)\/(\d+)/.exec(agent.replace(/Chrome\/\S+ (?=.*Edg\/)/, '')) ?? [];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1] ?? '';
  const known: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', Version: 'Safari' };
  return name === undefined || version === undefined
    ? agent.slice(0, 40)
    : `${known[name] ?? name} ${version} ${system}`.trim();
};
