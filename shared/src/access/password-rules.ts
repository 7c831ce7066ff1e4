import { foldText } from './sign-in-name';

/**
 * The two sets of rules for passwords, which contradict each other: `djbh` as GB/T 22239 asks (composition and
 * regular change), `asvs` as OWASP ASVS 5.0 section 6.2 asks (length, neither composition nor forced change).
 */
export const passwordProfiles = ['djbh', 'asvs'] as const;

/** Name of a set of rules for passwords. */
export type PasswordProfile = (typeof passwordProfiles)[number];

/** Rules of one profile. */
export interface PasswordRules {
  /** Fewest characters. */
  readonly least: number;
  /** Kinds that must occur: lower case, upper case, digit, other. 1 asks for none in particular. */
  readonly kinds: number;
  /** Days after which it must be changed; null never asks. */
  readonly days: number | null;
  /** Earlier passwords that may not come back. */
  readonly remembered: number;
}

/** The rules by profile (reliability.md E2). */
export const passwordRules: Readonly<Record<PasswordProfile, PasswordRules>> = {
  djbh: { least: 10, kinds: 3, days: 90, remembered: 5 },
  asvs: { least: 12, kinds: 1, days: null, remembered: 0 },
};

/** Most characters of a password; nothing below is cut off. */
export const longestPassword = 200;

/** What is wrong with a new password. */
export type PasswordProblem = 'too-short' | 'too-long' | 'few-kinds' | 'weak' | 'personal' | 'used-before';

/** What a new password is held against. */
export interface PasswordContext {
  readonly profile: PasswordProfile;
  /** Whether a text, folded to lower case, stands in a list of common passwords. */
  readonly isCommon: (text: string) => boolean;
  /** Words that somebody who knows the person or the instance would try first. */
  readonly words: readonly string[];
}

/**
 * The form in which passwords are checked and hashed: compatibility forms fold, so that two keyboards give the
 * same password; nothing is cut.
 */
export const passwordText = (typed: string): string => typed.normalize('NFKC');

/** What is wrong with a new password; an empty list lets it pass. Reuse is for whoever has the hashes. */
export const passwordProblems = (typed: string, context: PasswordContext): readonly PasswordProblem[] => {
  const { least, kinds } = passwordRules[context.profile];
  const text = passwordText(typed);
  const { length } = [...text];
  const problems: PasswordProblem[] = [];
  if (length < least) problems.push('too-short');
  if (length > longestPassword) return ['too-long'];
  if (kindsIn(text) < kinds) problems.push('few-kinds');
  if (isWeak(text, context.isCommon)) problems.push('weak');
  if (namesSomebody(text, context.words)) problems.push('personal');
  return problems;
};

const kindsIn = (text: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(text)).length;

/** Letters that digits and signs commonly stand for: `p@ssw0rd`. */
const likeness: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const fewestDifferent = 5;

/** Common as it stands, without the digits and signs around it, or with look-alikes read as letters. */
const isWeak = (text: string, isCommon: PasswordContext['isCommon']): boolean => {
  const folded = foldText(text);
  if (new Set(folded).size < fewestDifferent) return true;
  const candidates = [
    folded,
    bareOf(folded),
    readAsLetters(folded),
    readAsLetters(bareOf(folded)),
    folded.replace(/[^\p{L}\p{N}]+/gu, ''),
  ];
  return candidates.some((candidate) => candidate.length >= 4 && isCommon(candidate));
};

const readAsLetters = (text: string): string =>
  bareOf([...text].map((character) => likeness[character] ?? character).join(''));

const bareOf = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const yearLike = /(?:19|20)\d\d/g;
const longWord = 4;

/** Built around a name, the city or a year: a long word anywhere, or a short one and hardly anything else. */
const namesSomebody = (text: string, words: readonly string[]): boolean => {
  const folded = foldText(text);
  const known = words.map(foldText).filter((word) => word.length > 1);
  const isLong = (word: string): boolean => word.length >= longWord || /\p{Script=Han}/u.test(word);
  if (known.some((word) => isLong(word) && folded.includes(word))) return true;
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), folded.replace(yearLike, ''));
  return rest !== folded && rest.replace(/[^\p{L}]/gu, '').length < 3 && /\p{L}/u.test(folded);
};
