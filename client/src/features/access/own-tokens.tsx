import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { trpc } from '../../api/trpc';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import { ShownOnce, TokenMaker, TokenTable } from './token-parts';

/** One's own tokens for programs: made and shown once, listed with their last use, revoked. */
export const OwnTokens = (): ReactElement => {
  const { say } = useWords();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: trpc.token.own.queryKey() });
  const { data: tokens = [] } = useQuery(trpc.token.own.queryOptions());
  const create = useMutation({ ...trpc.token.create.mutationOptions(), onSuccess });
  const revoke = useMutation({ ...trpc.token.revoke.mutationOptions(), onSuccess });
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
      <TokenMaker busy={create.isPending} onMake={(wish, done) => create.mutate(wish, { onSuccess: done })} />
      <ProblemLine error={create.error ?? revoke.error} />
      {create.data !== undefined && <ShownOnce token={create.data.token} />}
      <TokenTable tokens={tokens} busy={revoke.isPending} onRevoke={(id) => revoke.mutate({ id })} />
    </section>
  );
};
