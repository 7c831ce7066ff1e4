import { describe } from 'vitest';
import { accountsContract } from './accounts-contract';
import { constraintsContract } from './constraints-contract';
import type { OpenEngine } from './engine';
import { ledgerContract } from './ledger-contract';
import { portsContract } from './ports-contract';
import { publicationsContract } from './publications-contract';
import { rectificationsContract } from './rectifications-contract';
import { samplesContract } from './samples-contract';
import { transactionContract } from './transaction-contract';

/** The suite that every engine must pass before anything may be stored in it. */
export const storeContract = (name: string, open: OpenEngine): void => {
  describe(name, () => {
    ledgerContract(open);
    transactionContract(open);
    constraintsContract(open);
    portsContract(open);
    accountsContract(open);
    publicationsContract(open);
    rectificationsContract(open);
    samplesContract(open);
  });
};
