import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { momentText } from '@zhibiao/shared/wording';
import { useState, type ReactElement } from 'react';
import { trpc } from '../../api/trpc';
import { ProblemLine } from '../../ui/problem-line';
import { ScrollX } from '../../ui/scroll-x';
import { TextInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import './own-tokens.css';

const lifetimes = [30, 90, 180, 365] as const;

/** One's own tokens for programs: made and shown once, listed with their last use, revoked. */
export const OwnTokens = (): ReactElement => {
  const { say } = useWords();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: trpc.token.own.queryKey() });
  const { data: tokens = [] } = useQuery(trpc.token.own.queryOptions());
  const create = useMutation({ ...trpc.token.create.mutationOptions(), onSuccess });
  const revoke = useMutation({ ...trpc.token.revoke.mutationOptions(), onSuccess });
  const [label, setLabel] = useState('');
  const [days, setDays] = useState<number>(lifetimes[1]);
  const make = (): void => {
    if (label.trim() !== '') create.mutate({ label: label.trim(), days }, { onSuccess: () => setLabel('') });
  };
  return (
    <section className="card own-tokens" data-panel="tokens">
      <div className="hd">
        <h2>{say('token.title')}</h2>
        <span className="end">
          <a href="/api/v1/openapi.json" target="_blank" rel="noreferrer">
            {say('token.document')}
          </a>
        </span>
      </div>
      <p className="finding">{say('token.hint')}</p>
      <form
        className="make"
        onSubmit={(event) => {
          event.preventDefault();
          make();
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
        <button type="submit" className="button primary" disabled={label.trim() === '' || create.isPending}>
          {say('token.make')}
        </button>
      </form>
      <ProblemLine error={create.error ?? revoke.error} />
      {create.data !== undefined && <ShownOnce token={create.data.token} />}
      {tokens.length === 0 ? (
        <p className="panel-note">{say('token.none')}</p>
      ) : (
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
                        disabled={revoke.isPending}
                        onClick={() => revoke.mutate({ id: token.id })}
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
      )}
    </section>
  );
};

const ShownOnce = ({ token }: { readonly token: string }): ReactElement => {
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
