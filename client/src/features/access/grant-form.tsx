import { roles, type Grant, type Role } from '@zhibiao/shared/access';
import { useState, type SubmitEvent, type ReactElement } from 'react';
import { useCatalogue } from '../../api/use-catalogue';
import { FormActions } from '../../ui/form-actions';
import { ProblemLine } from '../../ui/problem-line';
import { PasswordInput } from '../../ui/text-input';
import { useWords } from '../../ui/words';
import { useAccountChanges, type AccountItem } from './use-account';

/** Chooses the roles of an account with their scope; the administrator's own password seals it. */
export const GrantForm = ({
  account,
  onDone,
}: {
  readonly account: AccountItem;
  readonly onDone: () => void;
}): ReactElement => {
  const { say, text } = useWords();
  const catalogue = useCatalogue();
  const { grant } = useAccountChanges();
  const [chosen, setChosen] = useState<readonly Grant[]>(account.grants);
  const [password, setPassword] = useState('');
  const has = (role: Role): Grant | undefined => chosen.find((one) => one.role === role);
  const put = (next: Grant): void => setChosen([...chosen.filter(({ role }) => role !== next.role), next]);
  const toggle = (role: Role): void =>
    has(role) === undefined
      ? put({ role, departments: [], unit: null })
      : setChosen(chosen.filter((one) => one.role !== role));
  const [county, statistician] = [has('county'), has('statistician')];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const grants = chosen.map((one) => ({ ...one, departments: [...one.departments] }));
    grant.mutate({ id: account.id, grants, password }, { onSuccess: onDone });
  };
  return (
    <form className="form" onSubmit={submit} data-form="grant">
      <p className="help">{say('admin.grantHint')}</p>
      <ProblemLine error={grant.error} />
      <fieldset>
        <legend>{say('admin.roles')}</legend>
        <div className="choices">
          {roles.map((role) => (
            <label key={role} className="choice">
              <input
                type="checkbox"
                name={`role-${role}`}
                checked={has(role) !== undefined}
                onChange={() => toggle(role)}
              />
              {say(`role.${role}`)}
            </label>
          ))}
        </div>
        {county !== undefined && (
          <label>
            <span className="label">{say('admin.unit')}</span>
            <select
              className="input"
              name="unit"
              value={county.unit ?? ''}
              onChange={(event) => put({ ...county, unit: event.target.value || null })}
            >
              <option value="">{say('admin.unitPick')}</option>
              {catalogue?.parts.map((unit) => (
                <option key={unit.code} value={unit.code}>
                  {text(unit.name)}
                </option>
              ))}
            </select>
          </label>
        )}
        {statistician !== undefined && (
          <div>
            <span className="help">{say('admin.departmentsAll')}</span>
            <div className="choices">
              {catalogue?.programme.departments.map(({ code, name }) => (
                <label key={code} className="choice">
                  <input
                    type="checkbox"
                    checked={statistician.departments.includes(code)}
                    onChange={() =>
                      put({
                        ...statistician,
                        departments: statistician.departments.includes(code)
                          ? statistician.departments.filter((one) => one !== code)
                          : [...statistician.departments, code],
                      })
                    }
                  />
                  {text(name)}
                </label>
              ))}
            </div>
          </div>
        )}
      </fieldset>
      <PasswordInput
        name="grant-password"
        label={say('admin.yourPassword')}
        value={password}
        onChange={setPassword}
      />
      <FormActions word={say('admin.save')} disabled={grant.isPending || password === ''} onCancel={onDone} />
    </form>
  );
};
