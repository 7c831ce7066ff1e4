import type { Role } from './types';

/** How far a right goes: everything, or what belongs to one's own unit, departments or account. */
export type Reach = 'all' | 'own';

/**
 * One row of the table: who may do it and how far. `public` needs no session; `token` is for whoever brings a
 * one-time token and is not signed in.
 */
export interface Rule {
  /** The row of `authz-matrix.csv` that it stands for, by its first column; a test compares both. */
  readonly matrix: string;
  readonly who: 'public' | 'token' | Readonly<Partial<Record<Role, Reach>>>;
}

const readers = {
  leader: 'all',
  statistician: 'all',
  county: 'all',
  reviewer: 'all',
  wall: 'all',
} as const;
const admins = { sysadmin: 'all', secadmin: 'all' } as const;
const everyone = { ...readers, ...admins, auditor: 'all' } as const;
// A display on the wall has nobody before it who could change anything.
const people = {
  leader: 'all',
  statistician: 'all',
  county: 'all',
  reviewer: 'all',
  ...admins,
  auditor: 'all',
} as const;
const reporters = { statistician: 'own', county: 'own' } as const;

/**
 * The one table of who may do what. What is not listed is denied; a test enumerates every procedure and route
 * and fails on one that names no row here, and another holds each row against the authorisation matrix.
 */
export const operations = {
  'health.read': { matrix: 'light health check (up/down only)', who: 'public' },
  'session.read': { matrix: 'log in / request password reset', who: 'public' },
  'session.sign-in': { matrix: 'log in / request password reset', who: 'public' },
  'session.sign-out': { matrix: 'log in / request password reset', who: 'public' },
  'session.use-link': { matrix: 'log in / request password reset', who: 'public' },
  'set-up.run': { matrix: 'first-run setup', who: 'token' },
  'own.password': { matrix: 'change own password / end own sessions', who: people },
  'own.sessions': { matrix: 'change own password / end own sessions', who: people },
  'own.second-factor': { matrix: 'change own password / end own sessions', who: people },
  'account.list': {
    matrix: 'list users (names of colleagues)',
    who: { ...reporters, reviewer: 'all', ...admins, auditor: 'all' },
  },
  'account.create': { matrix: 'create disable enable account', who: { sysadmin: 'all' } },
  'account.enable': { matrix: 'create disable enable account', who: { sysadmin: 'all' } },
  'account.link': { matrix: 'start password reset for a user', who: { sysadmin: 'all' } },
  'account.grant': { matrix: 'grant or remove role or scope', who: { secadmin: 'all' } },
  'account.unlock': { matrix: 'unlock an account', who: { secadmin: 'all' } },
  'account.end-sessions': { matrix: 'end sessions of a user', who: admins },
  // What a token opens is not in this table: the door asks for its owner's row each time (contract.md).
  'token.own': { matrix: 'make or revoke an API token', who: reporters },
  'token.of-others': { matrix: 'make or revoke an API token of another user', who: { secadmin: 'all' } },
  'policy.set': { matrix: 'set security policy (password lockout session)', who: { secadmin: 'all' } },
  'page.read': { matrix: 'light health check (up/down only)', who: 'public' },
  'dashboard.read': { matrix: 'read published dashboard and charts', who: everyone },
  'programme.read': { matrix: 'read published dashboard and charts', who: everyone },
  // The comparison and an indicator's parts show counties beside each other: not for administrators.
  'figures.read': { matrix: 'read published figures', who: readers },
  // Single samples, with what they are of: sums of them are figures.
  'samples.read': {
    matrix: 'read sample-level detail (企业名称 etc.)', // wording-ok: first column of the matrix
    who: { ...reporters, reviewer: 'all' },
  },
  'events.read': {
    matrix: 'live event stream (SSE)',
    who: { leader: 'all', statistician: 'own', county: 'own', reviewer: 'all', wall: 'all' },
  },
  'alert.read': {
    matrix: 'view alerts',
    who: { leader: 'all', statistician: 'own', county: 'own', reviewer: 'all', wall: 'all' },
  },
  'rectification.read': {
    matrix: 'view alerts',
    who: { leader: 'all', statistician: 'own', county: 'own', reviewer: 'all' },
  },
  'rectification.assign': { matrix: 'assign rectification', who: { leader: 'all', reviewer: 'all' } },
  'rectification.answer': { matrix: 'answer rectification', who: reporters },
  // Who answered for the owner verifies nothing, whatever roles they hold: `afterAct` asks for the account.
  'rectification.verify': { matrix: 'close or mute an alert', who: { reviewer: 'all' } },
  'submission.upload': { matrix: 'upload preview (dry run)', who: reporters },
  'submission.submit': { matrix: 'submit for review', who: reporters },
  'submission.discard': { matrix: 'withdraw own unsubmitted draft', who: reporters },
  'submission.history': {
    matrix: 'see upload history and error lists',
    who: { ...reporters, reviewer: 'all', auditor: 'all' },
  },
  // Who has sent what, never what it says: the auditor may know.
  'collection.read': {
    matrix: 'see upload history and error lists',
    who: { ...reporters, reviewer: 'all', auditor: 'all' },
  },
  'submission.original': {
    matrix: 'download original uploaded file',
    who: { ...reporters, reviewer: 'all' },
  },
  // The security administrator reads no audit until the matrix says so: its cells are N, its note says otherwise.
  'audit.read': { matrix: 'read audit log', who: { auditor: 'all' } },
  'audit.export': { matrix: 'export and verify audit log', who: { auditor: 'all' } },
  'review.decide': { matrix: 'approve or return', who: { reviewer: 'all' } },
  'publication.read': {
    matrix: 'read as-of history of published figures',
    who: { leader: 'all', statistician: 'all', county: 'all', reviewer: 'all' },
  },
  // Approved and not yet published: what one answers for; everything else of such a page is as published.
  'figures.living': { matrix: 'read draft or returned figures', who: { ...reporters, reviewer: 'all' } },
  'publication.publish': { matrix: 'publish', who: { reviewer: 'all' } },
  'template.read': { matrix: 'upload preview (dry run)', who: reporters },
} as const satisfies Record<string, Rule>;

/** A row of the table. */
export type Operation = keyof typeof operations;

/** How far a role may do it, or null when it may not; without a session only what is public or needs a token. */
export const reachOf = (operation: Operation, role: Role | null): Reach | null => {
  const { who }: Rule = operations[operation];
  if (who === 'public') return 'all';
  if (who === 'token') return role === null ? 'all' : null;
  return role === null ? null : (who[role] ?? null);
};

/** Whether a role may do it at all. */
export const mayDo = (operation: Operation, role: Role | null): boolean => reachOf(operation, role) !== null;
