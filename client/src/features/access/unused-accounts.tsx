import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';
import type { AccountItem } from './use-account';

/** Which accounts nobody has ever used, and which will be disabled soon; nothing where there are none. */
export const UnusedAccounts = ({ accounts }: { readonly accounts: readonly AccountItem[] }): ReactElement => {
  const { say } = useWords();
  const enabled = accounts.filter((account) => account.enabled);
  const never = enabled.filter(({ administration }) => administration?.lastSignInAt === null);
  const near = enabled.filter(({ administration }) => administration?.idle?.isNear === true);
  const names = (list: readonly AccountItem[]): string =>
    list.map(({ administration }) => administration?.signInName ?? '').join(say('admin.between'));
  return (
    <>
      {never.length > 0 && (
        <p className="finding" data-report="never-used">
          {say('admin.neverUsed', { count: `${never.length}`, names: names(never) })}
        </p>
      )}
      {near.length > 0 && (
        <p className="finding" data-report="idle">
          {say('admin.idleSoon', { count: `${near.length}`, names: names(near) })}
        </p>
      )}
    </>
  );
};
