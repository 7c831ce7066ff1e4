import type { inferOutput } from '@trpc/tanstack-react-query';
import { momentText } from '@zhibiao/shared/wording';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { trpc } from '../../api/trpc';
import { ScrollX } from '../../ui/scroll-x';
import { TextInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import './own-tokens.css';

const lifetimes = [30, 90, 180, 365] as const;

/** A token as lists show it: everything but what opens the door. */
export type Token = inferOutput<typeof trpc.token.own>[number];

/** What a new token is for and how long it lasts, in days. */
export interface TokenWish {
  readonly label: string;
  readonly days: number;
}

/** Asks what a token is for and makes it; `children` is what else must be filled in before. */
export const TokenMaker = ({
  busy,
  ready = true,
  onMake,
  children,
}: {
  readonly busy: boolean;
  readonly ready?: boolean;
  /** `done` empties the fields, once the token is made. */
  readonly onMake: (wish: TokenWish, done: () => void) => void;
  readonly children?: ReactNode;
}): ReactElement => {
  const { say } = useWords();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState<number>(lifetimes[1]);
  const filled = ready && label.trim() !== '';
  return (
    <form
      className="make"
      data-form="token"
      onSubmit={(event) => {
        event.preventDefault();
        if (filled) onMake({ label: label.trim(), days }, () => setLabel(''));
      }}
    >
      <TextInput
        label={say('token.label')}
        name="token-label"
        value={label}
        onChange={setLabel}
        maxLength={100}
      />
      <label>
        <span className="label">{say('token.days')}</span>
        <select className="input" value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {lifetimes.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      {children}
      <button type="submit" className="button primary" disabled={!filled || busy}>
        {say('token.make')}
      </button>
    </form>
  );
};

/** Tokens with their state and last use; one that is valid can be revoked. */
export const TokenTable = ({
  tokens,
  busy,
  onRevoke,
}: {
  readonly tokens: readonly Token[];
  readonly busy: boolean;
  readonly onRevoke: (id: string) => void;
}): ReactElement => {
  const { say } = useWords();
  if (tokens.length === 0) return <p className="panel-note">{say('token.none')}</p>;
  return (
    <ScrollX label={say('token.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('token.label')}</th>
            <th scope="col">{say('token.state')}</th>
            <th scope="col">{say('token.used')}</th>
            <th scope="col">{say('token.until')}</th>
            <th scope="col">{say('token.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id} data-token={token.state}>
              <th scope="row">{token.label}</th>
              <td className={token.state === 'valid' ? '' : 't3'}>{say(`token.${token.state}`)}</td>
              <td>{token.lastUsedAt === null ? say('token.never') : momentText(token.lastUsedAt)}</td>
              <td>{momentText(token.expiresAt)}</td>
              <td>
                {token.state === 'valid' && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={say('token.revokeOf', { label: token.label })}
                    disabled={busy}
                    onClick={() => onRevoke(token.id)}
                  >
                    {say('token.revoke')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};

/** A new token, the only time that it is seen. */
export const ShownOnce = ({ token }: { readonly token: string }): ReactElement => {
  const { say } = useWords();
  const [copied, setCopied] = useState('');
  const copy = (): void => {
    navigator.clipboard?.writeText(token).then(
      () => setCopied(token),
      () => undefined,
    );
  };
  return (
    <div className="shown-once" role="status">
      <span>{say('token.once')}</span>
      <output data-new-token>{token}</output>
      {/* Over plain HTTP browsers give pages no clipboard. */}
      {window.isSecureContext && (
        <button type="button" className="button" onClick={copy}>
          {say(copied === token ? 'token.copied' : 'token.copy')}
        </button>
      )}
    </div>
  );
};
