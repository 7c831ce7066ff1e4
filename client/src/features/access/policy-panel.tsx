import type { PasswordProfile, Role, SecurityPolicy } from '@zhibiao/shared/access';
import { useState, type SubmitEvent, type ReactElement } from 'react';
import { Answer } from '../../ui/faces';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { useAccountChanges, usePolicy } from './use-account';

/** The security policy: what the security administrator may tighten. */
export const PolicyPanel = ({ canChange }: { readonly canChange: boolean }): ReactElement => {
  const { say } = useWords();
  const asked = usePolicy();
  return (
    <section className="card policy" data-panel="policy">
      <div className="hd">
        <h2>{say('admin.policy')}</h2>
        <span className="sub">{say('admin.policyHint')}</span>
      </div>
      <div className="body">
        <Answer asked={asked} skeleton={<div className="sk" style={{ height: 240 }} />}>
          {({ policy, profile, candidates }) => (
            <PolicyForm
              key={JSON.stringify(policy)}
              policy={policy}
              profile={profile}
              candidates={candidates}
              canChange={canChange}
            />
          )}
        </Answer>
      </div>
    </section>
  );
};

type Limit = 'attempts' | 'lockMinutes' | 'idleMinutes' | 'absoluteHours' | 'accountDays';

const limits = [
  { key: 'attempts', word: 'admin.policyAttempts', min: 3, max: 5 },
  { key: 'lockMinutes', word: 'admin.policyLock', min: 15, max: 1440 },
  { key: 'idleMinutes', word: 'admin.policyIdle', min: 5, max: 30 },
  { key: 'absoluteHours', word: 'admin.policyAbsolute', min: 1, max: 12 },
  { key: 'accountDays', word: 'admin.policyAccountDays', min: 30, max: 90 },
] as const satisfies readonly { key: Limit; word: string; min: number; max: number }[];

const PolicyForm = ({
  policy,
  profile,
  candidates,
  canChange,
}: {
  readonly policy: SecurityPolicy;
  readonly profile: PasswordProfile;
  readonly candidates: readonly Role[];
  readonly canChange: boolean;
}): ReactElement => {
  const { say } = useWords();
  const { setPolicy } = useAccountChanges();
  const [draft, setDraft] = useState(policy);
  const [password, setPassword] = useState('');
  const { secondFactorRoles } = draft;
  const toggle = (role: Role): void =>
    setDraft({
      ...draft,
      secondFactorRoles: secondFactorRoles.includes(role)
        ? secondFactorRoles.filter((one) => one !== role)
        : [...secondFactorRoles, role],
    });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setPolicy.mutate(
      { policy: { ...draft, secondFactorRoles: [...secondFactorRoles] }, password },
      { onSuccess: () => setPassword('') },
    );
  };
  return (
    <form className="form" onSubmit={submit} data-form="policy">
      <p>{say(`admin.policyProfile.${profile}`)}</p>
      <ProblemLine error={setPolicy.error} />
      {setPolicy.isSuccess && (
        <p className="banner met" role="status">
          {say('admin.policySaved')}
        </p>
      )}
      {limits.map(({ key, word, min, max }) => (
        <label key={key} className="line">
          <span>{say(word)}</span>
          <input
            className="input number"
            type="number"
            name={key}
            min={min}
            max={max}
            step={1}
            required
            disabled={!canChange}
            value={Number.isNaN(draft[key]) ? '' : draft[key]}
            onChange={(event) => setDraft({ ...draft, [key]: event.target.valueAsNumber })}
          />
        </label>
      ))}
      <div>
        <span className="label">{say('admin.policyFactor')}</span>
        <div className="choices">
          {candidates.map((role) => (
            <label key={role} className="choice">
              <input
                type="checkbox"
                checked={secondFactorRoles.includes(role)}
                disabled={!canChange}
                onChange={() => toggle(role)}
              />
              {say(`role.${role}`)}
            </label>
          ))}
        </div>
      </div>
      {canChange && (
        <>
          <PasswordInput
            name="policy-password"
            label={say('admin.yourPassword')}
            value={password}
            onChange={setPassword}
          />
          <div className="actions">
            <button
              type="submit"
              className="button primary"
              disabled={setPolicy.isPending || password === ''}
            >
              {say('admin.save')}
            </button>
          </div>
        </>
      )}
    </form>
  );
};
