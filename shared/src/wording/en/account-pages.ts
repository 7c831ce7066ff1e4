import type { zhAccountPages } from '../zh/account-pages';
import { many } from './many';

type Sentences = {
  readonly [K in keyof typeof zhAccountPages]: (typeof zhAccountPages)[K] extends string
    ? string
    : (typeof zhAccountPages)[K];
};

/** What the pages of signing in, one's own account and the administration say. */
export const enAccountPages: Sentences = {
  'top.insecure': 'No HTTPS: passwords and figures travel in the open. Put HTTPS in front soon.',
  'top.account': 'My account',
  'nav.admin': 'Accounts',
  'nav.adminShort': 'Accounts',

  'signIn.enter': 'Sign in',
  'signIn.name': 'Account',
  'signIn.password': 'Password',
  'signIn.show': 'Show',
  'signIn.hide': 'Hide',
  'signIn.forgotten': 'No account yet, or a forgotten password? Ask your administrator.',
  'signIn.code': 'Code',
  'signIn.codeHint':
    'The six digits of your authenticator app, or a recovery code if the phone is not at hand.',
  'signIn.rolePick': 'You hold several roles. Which one is it now?',
  'signIn.back': 'Back',
  'signIn.again': 'The password is set. Sign in with it.',
  'signIn.noteLive':
    'Sums, comparisons and alerts follow published methods; every figure leads to its source.',

  'link.title': 'Choose a password',
  'link.hint': 'This link works once, within 30 minutes.',
  'link.go': 'Continue',
  'link.missing': 'The link is not complete. Copy all of it.',

  'duty.passwordTitle': 'Choose a new password',
  'duty.passwordHint': 'The rest opens after that.',
  'duty.factorTitle': 'Enrol a second factor',
  'duty.factorHint': 'The security policy asks for it in your role.',

  'password.current': 'Present password',
  'password.next': 'New password',
  'password.repeat': 'Once more',
  'password.different': 'The two are not the same.',
  'password.rule': (p) => `At least ${p.least} characters; no names, places or common passwords.`,
  'password.ruleKinds': (p) =>
    `At least ${p.least} characters and ${p.kinds} of: capital letter, small letter, digit, sign; no names, places or common passwords.`,
  'password.ruleDays': (p) => `To be changed every ${p.days} days.`,
  'password.save': 'Save the new password',
  'password.saved': 'The password is changed. Every other session has ended.',

  'setUp.title': 'First set-up',
  'setUp.hint':
    'Make two administrators. They must be two people, so that nobody can grant anything to themselves.',
  'setUp.sysadmin': 'System administrator (you)',
  'setUp.sysadminHint': 'Makes and disables accounts, hands out links to choose a password.',
  'setUp.secadmin': 'Security administrator (a colleague)',
  'setUp.secadminHint':
    'Grants roles and scopes, sets the policy. Chooses a password by link; you never learn it.',
  'setUp.fullName': 'Name',
  'setUp.make': 'Make both accounts',
  'setUp.done': 'Both accounts are there',
  'setUp.doneHint':
    'Hand this link to the security administrator in person or by a way you trust. It is shown this once and works for 30 minutes; later you can make another under “Accounts”.',
  'setUp.toSignIn': 'Sign in',

  'linkOnce.title': (p) => `Link for ${p.name} to choose a password`,
  'linkOnce.hint': 'Shown this once; works once, within 30 minutes. Hand it over by a way you trust.',
  'linkOnce.copy': 'Copy',
  'linkOnce.copied': 'Copied',
  'linkOnce.close': 'Handed over, close',

  'account.title': 'My account',
  'account.password': 'Password',
  'account.passwordSet': (p) => `Last changed ${p.moment}`,
  'account.demonstration': 'The demonstration has no passwords and no second factor.',
  'account.sessions': 'Where you are signed in',
  'account.sessionsPlainHint': 'End a session that you do not recognise.',
  'account.sessionsHint': 'End a session that you do not recognise, and change your password.',
  'account.opened': 'Since',
  'account.seen': 'Last active',
  'account.address': 'Address',
  'account.browser': 'Browser',
  'account.here': 'This one',
  'account.end': 'End',
  'account.endOthers': 'End all others',
  'account.factor': 'Second factor',
  'account.factorOn': (p) => `Enrolled; ${many(p.left, 'recovery code')} left.`,
  'account.factorOff': 'Not enrolled. Once it is, signing in asks for six digits from your phone as well.',
  'account.factorBegin': 'Enrol',
  'account.factorRemove': 'Take it off',
  'account.factorScan':
    'Scan this with an authenticator app, or type the key, then enter the six digits it shows.',
  'account.factorSquare': 'Square code of the second factor',
  'account.factorSecret': 'Key',
  'account.factorConfirm': 'Confirm',
  'account.recovery': 'Recovery codes',
  'account.recoveryHint':
    'If the phone is lost, each of these stands in once for a code. Shown this once: write them down and keep them safe.',
  'account.recoveryKept': 'Written down, continue',

  'admin.title': 'Accounts',
  'admin.people': 'Accounts',
  'admin.count': (p) => `${p.count} in all`,
  'admin.duties':
    'The system administrator makes accounts and links; the security administrator grants roles and sets the policy. Nobody changes their own rights.',
  'admin.demonstration': 'In the demonstration this can be looked at, not changed.',
  'admin.person': 'Name',
  'admin.signInName': 'Account',
  'admin.roles': 'Roles and scope',
  'admin.noRole': 'No role yet',
  'admin.state': 'State',
  'admin.lastSignIn': 'Last signed in',
  'admin.never': 'Never',
  'admin.actions': 'Actions',
  'admin.enabled': 'Enabled',
  'admin.disabled': 'Disabled',
  'admin.locked': 'Locked',
  'admin.waiting': 'No password yet',
  'admin.idle': (p) => `Unused for ${p.days} days, disabled in ${p.left}`,
  'admin.neverUsed': (p) => `${p.count} accounts have never signed in: ${p.names}.`,
  'admin.idleSoon': (p) =>
    `${p.count} accounts have not been used for long and will soon be disabled: ${p.names}.`,
  'admin.between': ', ',
  'admin.policyAccountDays': 'Days without a sign-in before an account is disabled',
  'signIn.idle': (p) =>
    `Nobody had signed in with this account for ${p.days} days; ${p.left} days later it would have been disabled.`,
  'signIn.goOn': 'Continue',
  'admin.factor': 'Second factor',
  'admin.self': 'You',
  'admin.create': 'New account',
  'admin.createHint': 'A new account has no role until the security administrator grants one.',
  'admin.createYes': 'Make it',
  'admin.nameEn': 'Name in English (optional)',
  'admin.link': 'Password link',
  'admin.disable': 'Disable',
  'admin.enable': 'Enable',
  'admin.unlock': 'Unlock',
  'admin.endSessions': 'End sessions',
  'admin.dropFactor': 'Take off second factor',
  'admin.grant': 'Grant',
  'admin.grantTitle': (p) => `Roles and scope of ${p.name}`,
  'admin.grantHint': 'Saving ends every session of this account; the new roles hold from the next sign-in.',
  'admin.departmentsAll': 'None chosen means every department',
  'admin.unit': 'County',
  'admin.unitPick': 'Choose',
  'admin.yourPassword': 'Your password',
  'admin.save': 'Save',
  'admin.cancel': 'Cancel',
  'admin.refusedHere': 'Accounts are for the system and security administrators.',
  'admin.policy': 'Security policy',
  'admin.policyHint': 'It can only be stricter than the built-in floor.',
  'admin.policyProfile.djbh':
    'Passwords: GB/T 22239 (10 characters, 3 kinds, changed every 90 days, none of the last 5)',
  'admin.policyProfile.asvs': 'Passwords: OWASP ASVS (12 characters, no forced change)',
  'admin.policyAttempts': 'Wrong attempts before a lock (3–5)',
  'admin.policyLock': 'Minutes of the first lock (15 or more)',
  'admin.policyIdle': 'Minutes without activity before the end (5–30)',
  'admin.policyAbsolute': 'Hours before the end in any case (1–12)',
  'admin.policyFactor': 'Roles that need a second factor',
  'admin.policySaved': 'The policy is in force.',
  'admin.wholeCity': 'Whole city',
};
