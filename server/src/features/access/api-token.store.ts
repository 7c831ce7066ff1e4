import type { Role } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';

/** A token by which a program acts for somebody. What opens the door is shown once and never kept. */
export interface ApiToken {
  /** 32 hexadecimal digits: names it without opening anything. */
  readonly id: string;
  /** Account, or person of the demonstration. */
  readonly owner: string;
  /** The role of its owner that it uses; whether they still hold it is asked at each use. */
  readonly role: Role;
  readonly label: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

/** Tokens, by the hash of what opens the door. Nothing is deleted. */
export interface ApiTokenStore {
  create(token: Omit<ApiToken, 'revokedAt' | 'lastUsedAt'> & { readonly tokenHash: string }): Promise<void>;
  byHash(tokenHash: string): Promise<ApiToken | null>;
  find(id: string): Promise<ApiToken | null>;
  /** Newest first, revoked and expired ones too. */
  listOf(owner: string): Promise<readonly ApiToken[]>;
  /** False when it was revoked before. */
  revoke(id: string, at: Instant): Promise<boolean>;
  used(id: string, at: Instant): Promise<void>;
}
