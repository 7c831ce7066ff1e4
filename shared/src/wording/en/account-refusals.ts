import type { AccountRefusal, RefusedGrants, RefusedPassword } from '../../result';
import type { RefusalSentences } from '../refusal-sentence';
import { many } from './many';

type PasswordRefused = Extract<AccountRefusal, { code: 'access.password-refused' }>;

/** Why a sign-in, a password or a change of an account was declined. */
export const enAccountRefusals: Pick<RefusalSentences, AccountRefusal['code']> = {
  'access.sign-in-failed': (r) =>
    r.left === 0
      ? `Wrong account or password; signing in is paused. Try again in ${many(r.minutes, 'minute')}, or ask your administrator.`
      : `Wrong account or password; ${many(r.left, 'attempt')} left. If you forgot the password, ask your administrator.`,
  'access.code-wrong': (r) =>
    r.left === 0
      ? `Wrong code; signing in is paused. Try again in ${many(r.minutes, 'minute')}.`
      : `The code is wrong or has been used; ${many(r.left, 'attempt')} left. Wait for the next one.`,
  'access.wrong-password': (r) =>
    r.left === 0
      ? `The present password is wrong; checking is paused. Try again in ${many(r.minutes, 'minute')}.`
      : `The present password is wrong; ${many(r.left, 'attempt')} left.`,
  'access.busy': () => 'Too many people are signing in at this moment. Try again shortly.',
  'access.duty-first': (r) =>
    r.duty === 'change-password'
      ? 'Change your password first; the rest opens after that.'
      : 'Enrol a second factor first; the rest opens after that.',
  'access.no-role': () => 'This account has no role yet. Ask the security administrator for one.',
  'access.link-gone': () => 'This link has been used or has expired. Ask an administrator for a new one.',
  'access.unknown-account': () => 'There is no such account.',
  'access.password-refused': (r) =>
    `This password cannot be used: ${r.problems.map((problem) => passwordProblem(problem, r)).join('; ')}.`,
  'access.name-taken': (r) => `The account “${r.name}” is taken. Choose another.`,
  'access.name-refused': () => 'An account name has 2 to 40 letters, digits or . _ - @.',
  'access.grants-refused': (r) => grantProblem[r.problem],
  'access.oneself': () => 'Nobody may do this for themselves. Ask another administrator.',
  'access.token-refused': () =>
    'The token opens nothing: there is none, it is unknown, expired or revoked, or its owner may not use it any more. Make a new one on the page of your account.',
  'access.unknown-token': () => 'There is no such token.',
  'access.too-many-tokens': (r) =>
    `There may be ${r.most} valid tokens at most; revoke one that is not used.`,
  'access.no-passwords': () => 'The demonstration has no passwords: accounts can be looked at, not changed.',
};

const passwordProblem = (problem: RefusedPassword, r: PasswordRefused): string => {
  switch (problem) {
    case 'too-short':
      return `it needs at least ${r.least} characters`;
    case 'too-long':
      return 'it is longer than 200 characters';
    case 'few-kinds':
      return `it needs ${r.kinds} of: capital letter, small letter, digit, sign`;
    case 'weak':
      return 'it is among the first to be guessed';
    case 'personal':
      return 'it holds a name, the account, a place, an organisation or a year';
    case 'used-before':
      return `it is one of your last ${r.remembered}`;
  }
};

const grantProblem: Readonly<Record<RefusedGrants, string>> = {
  twice: 'A role can be granted once only.',
  'administrators-apart':
    'System administrator, security administrator and auditor are three people: an account holds one of them.',
  'administrator-with-figures': 'Administrators and auditors handle no figures. Make another account.',
  'wall-alone': 'An account for the display on the wall holds no other role.',
  unit: 'A county data officer needs one county; no other role has one.',
  departments: 'Only a statistician is bound to departments.',
  'unknown-scope': 'The programme has no such department or county.',
};
