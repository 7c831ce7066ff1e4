export { bringEvidence, findEvidence, mayBringEvidence } from './evidence';
export { ledgerInput } from './ledger-input';
export { ledgerSheets } from './ledger-sheets';
export { readLedger } from './read-ledger';
export { takeStep } from './take-step';
export { bringRectificationsUpToDate, openRectifications } from './open-rectifications';
