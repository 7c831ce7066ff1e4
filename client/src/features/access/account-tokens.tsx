import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { trpc } from '../../api/trpc';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { ShownOnce, TokenMaker, TokenTable } from './token-parts';

/** Tokens of somebody else: the security administrator makes them, with the own password again, and ends them. */
export const AccountTokens = ({ account }: { readonly account: string }): ReactElement => {
  const { say } = useWords();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: trpc.token.ofAccount.queryKey({ account }) });
  const { data: tokens = [], error } = useQuery(trpc.token.ofAccount.queryOptions({ account }));
  const issue = useMutation({ ...trpc.token.issue.mutationOptions(), onSuccess });
  const end = useMutation({ ...trpc.token.end.mutationOptions(), onSuccess });
  const [password, setPassword] = useState('');
  return (
    <div className="own-tokens of-account">
      <p className="help">{say('token.hintOther')}</p>
      <TokenMaker
        busy={issue.isPending}
        ready={password !== ''}
        onMake={(wish, done) =>
          issue.mutate(
            { ...wish, account, password },
            {
              onSuccess: () => {
                done();
                setPassword('');
              },
            },
          )
        }
      >
        <PasswordInput
          name="token-password"
          label={say('admin.yourPassword')}
          value={password}
          onChange={setPassword}
        />
      </TokenMaker>
      <ProblemLine error={issue.error ?? end.error ?? error} />
      {issue.data !== undefined && <ShownOnce token={issue.data.token} />}
      <TokenTable tokens={tokens} busy={end.isPending} onRevoke={(id) => end.mutate({ id })} />
    </div>
  );
};
