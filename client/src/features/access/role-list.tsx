import { useQuery } from '@tanstack/react-query';
import type { Actor } from '@zhibiao/shared/access';
import type { ReactElement } from 'react';
import { trpc } from '../../api/trpc';
import { Answer, ProblemFace } from '../../ui/faces';
import { useWords } from '../../ui/words';
import { useSignIn } from './use-session';

/** The people one may be in the demonstration. */
export const RoleList = ({ onSignedIn }: { readonly onSignedIn: (actor: Actor) => void }): ReactElement => {
  const { say, text } = useWords();
  const asked = useQuery(trpc.access.roles.queryOptions());
  const signIn = useSignIn();
  if (signIn.error !== null) return <ProblemFace error={signIn.error} onRetry={signIn.reset} />;
  return (
    <Answer asked={asked} skeleton={<RolesSkeleton />}>
      {(roles) => (
        <ul className="roles">
          {roles.map(({ id, actor, description }) => (
            <li key={id}>
              <button
                type="button"
                className="role"
                disabled={signIn.isPending}
                onClick={() => signIn.mutate({ id }, { onSuccess: () => onSignedIn(actor) })}
              >
                <span className="avatar" aria-hidden="true">
                  {text(actor.name).slice(0, 1)}
                </span>
                <b>{text(actor.name)}</b>
                <span className="tag">{say(`role.${actor.role}`)}</span>
                <small>{text(description)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Answer>
  );
};

const RolesSkeleton = (): ReactElement => (
  <div className="roles">
    {[1, 2, 3, 4].map((row) => (
      <div key={row} className="sk" style={{ height: 56 }} />
    ))}
  </div>
);
