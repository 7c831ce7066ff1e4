import type { Grant } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';
import type { Text } from '@zhibiao/shared/programme';

/** A password as it is kept. */
export interface KeptPassword {
  /** argon2id in PHC form, parameters and salt included. */
  readonly hash: string;
  readonly setAt: Instant;
}

/** A second factor (RFC 6238) as it is kept. */
export interface KeptSecondFactor {
  /** The shared secret, sealed with the key of the instance. */
  readonly sealed: string;
  /** False while it is being enrolled: it then does not count yet. */
  readonly confirmed: boolean;
  /** The last time step whose code was taken, so that none is taken twice; 0 before the first. */
  readonly lastStep: number;
}

/** Someone who may sign in. */
export interface Account {
  /** Random, never counted up (reliability.md F11). */
  readonly id: string;
  /** As it was typed when the account was made. */
  readonly signInName: string;
  readonly name: Text;
  readonly grants: readonly Grant[];
  readonly enabled: boolean;
  readonly password: KeptPassword | null;
  /** Must choose a new password at the next sign-in. */
  readonly mustChange: boolean;
  readonly secondFactor: KeptSecondFactor | null;
  readonly createdAt: Instant;
  readonly lastSignInAt: Instant | null;
}

/** What may change of an account, a part at a time. */
export type AccountChange = Partial<
  Pick<Account, 'grants' | 'enabled' | 'mustChange' | 'secondFactor' | 'lastSignInAt'>
>;

/** A one-time link; only the hash of its token is kept. */
export interface OneTimeLink {
  readonly tokenHash: string;
  /** Whose password it sets; null for the first set-up of the instance. */
  readonly accountId: string | null;
  readonly expiresAt: Instant;
}

/** Accounts with what belongs to them. */
export interface AccountStore {
  count(): Promise<number>;
  /** False when the folded sign-in name is taken; nothing is stored then. */
  create(account: Account, nameKey: string): Promise<boolean>;
  find(id: string): Promise<Account | null>;
  /** By the folded sign-in name. */
  findByName(nameKey: string): Promise<Account | null>;
  /** Every account, by sign-in name. */
  list(): Promise<readonly Account[]>;
  change(id: string, change: AccountChange): Promise<void>;
  /** Sets the password and keeps it among the last `remembered`. */
  setPassword(id: string, password: KeptPassword, remembered: number): Promise<void>;
  /** The same password under better parameters. */
  rehash(id: string, hash: string): Promise<void>;
  /** Hashes of the last passwords, newest first, the present one among them. */
  earlierPasswords(id: string): Promise<readonly string[]>;
  /** Takes a time step; false when it or a later one has been taken already. */
  takeStep(id: string, step: number): Promise<boolean>;
  /** Replaces the recovery codes, given as hashes. */
  keepRecoveryCodes(id: string, hashes: readonly string[]): Promise<void>;
  /** Uses one up; false when it is not there. */
  takeRecoveryCode(id: string, hash: string): Promise<boolean>;
  countRecoveryCodes(id: string): Promise<number>;
  /** Makes a link the only one of its account, or of the set-up. */
  keepLink(link: OneTimeLink): Promise<void>;
  /** Looks at a link without using it up. */
  findLink(tokenHash: string): Promise<OneTimeLink | null>;
  /** Uses a link up; false when somebody was faster. */
  takeLink(tokenHash: string): Promise<boolean>;
  dropLinks(accountId: string | null): Promise<void>;
  /** The security policy as it was kept, JSON; null before the first. */
  policy(): Promise<string | null>;
  keepPolicy(json: string): Promise<void>;
}
