/** What can be wrong with a new password. */
export type RefusedPassword = 'too-short' | 'too-long' | 'few-kinds' | 'weak' | 'personal' | 'used-before';

/** Why a list of grants cannot stand. */
export type RefusedGrants =
  | 'twice'
  | 'administrators-apart'
  | 'administrator-with-figures'
  | 'wall-alone'
  | 'unit'
  | 'departments'
  | 'unknown-scope';

/** What somebody may do before the next lock: `left` attempts, and at 0 none for `minutes`. */
interface Attempts {
  readonly left: number;
  readonly minutes: number;
}

/** Refusals about signing in and about accounts. */
export type AccountRefusal =
  /** The same for a name that nobody has, a wrong password and a lock (reliability.md E6, E7). */
  | ({ readonly code: 'access.sign-in-failed' } & Attempts)
  | ({ readonly code: 'access.code-wrong' } & Attempts)
  | ({ readonly code: 'access.wrong-password' } & Attempts)
  | { readonly code: 'access.busy' }
  | { readonly code: 'access.duty-first'; readonly duty: 'change-password' | 'enrol-second-factor' }
  | { readonly code: 'access.no-role' }
  | { readonly code: 'access.link-gone' }
  | { readonly code: 'access.unknown-account' }
  | {
      readonly code: 'access.password-refused';
      readonly problems: readonly RefusedPassword[];
      readonly least: number;
      readonly kinds: number;
      readonly remembered: number;
    }
  | { readonly code: 'access.name-taken'; readonly name: string }
  | { readonly code: 'access.name-refused' }
  | { readonly code: 'access.grants-refused'; readonly problem: RefusedGrants }
  | { readonly code: 'access.oneself' }
  /** No token, or one that is unknown, over or revoked, or whose owner may not any more: not told apart. */
  | { readonly code: 'access.token-refused' }
  | { readonly code: 'access.unknown-token' }
  | { readonly code: 'access.too-many-tokens'; readonly most: number }
  | { readonly code: 'access.no-passwords' };
