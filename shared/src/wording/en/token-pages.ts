import type { zhTokenPages } from '../zh/token-pages';

/** The part of `enPages` that speaks of tokens for programs. */
export const enTokenPages: typeof zhTokenPages extends infer Source
  ? {
      readonly [K in keyof Source]: Source[K] extends (params: infer Q) => string
        ? (params: Q) => string
        : string;
    }
  : never = {
  'token.title': 'Tokens for programs',
  'token.hint':
    'Lets another system send figures by the same rules. A token reaches no further than you do; it is shown once, so put it where that system keeps its secrets.',
  'token.titleOther': (p) => `Tokens of ${p.name}`,
  'token.hintOther':
    'Makes a token for this person’s system: it may do no more than their reporting role, and is shown once. Your password is asked for again.',
  'token.document': 'Interface (OpenAPI)',
  'token.none': 'No token yet',
  'token.label': 'Where it is used',
  'token.days': 'Days',
  'token.make': 'Make a token',
  'token.once': 'The new token, shown this once:',
  'token.copy': 'Copy',
  'token.copied': 'Copied',
  'token.made': 'Made',
  'token.until': 'Valid until',
  'token.used': 'Last used',
  'token.never': 'Never',
  'token.state': 'State',
  'token.valid': 'Valid',
  'token.expired': 'Expired',
  'token.revoked': 'Revoked',
  'token.revoke': 'Revoke',
  'token.actions': 'Actions',
  'token.revokeOf': (p) => `Revoke “${p.label}”`,
};
