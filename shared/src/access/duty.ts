import type { Operation } from './who-may';

/** What somebody who has signed in must do before anything else. */
export type Duty = 'change-password' | 'enrol-second-factor';

const allowed: Readonly<Record<Duty, readonly Operation[]>> = {
  'change-password': ['session.read', 'session.sign-out', 'own.password'],
  'enrol-second-factor': ['session.read', 'session.sign-out', 'own.second-factor'],
};

/** Whether an operation is open to a session that has a duty: its duty, who one is, and leaving (E4). */
export const dutyAllows = (duty: Duty, operation: Operation): boolean => allowed[duty].includes(operation);
