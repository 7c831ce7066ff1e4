import { foldText, type PasswordContext } from '@zhibiao/shared/access';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Account } from './account.store';

let common: ReadonlySet<string> | null = null;

/**
 * Tells whether a text, folded to lower case, is among the passwords that are tried first. The list is read when
 * somebody first chooses a password: most starts never need its memory.
 */
export const commonPasswords = async (): Promise<PasswordContext['isCommon']> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  common ??= new Set(dictionary['passwords-common']);
  const known = common;
  return (text) => known.has(text);
};

/** Words of every programme: a password may hold them. */
const ordinary = new Set([
  'city',
  'county',
  'district',
  'province',
  'zone',
  'with',
  'bureau',
  'quality',
  'the',
]);

/** What somebody who knows the place, the product and the person would try first. */
export const contextWords = (
  { programme, register }: Pick<ProgrammeIndex, 'programme' | 'register'>,
  account: Pick<Account, 'signInName' | 'name'>,
): readonly string[] => {
  const names = [
    register.code,
    ...register.units.flatMap(({ name, shortName, aliases }) => [name.zh, shortName.zh, name.en, ...aliases]),
    ...programme.departments.map(({ name }) => name.zh),
    account.signInName,
    account.name.zh,
    account.name.en,
    'zhibiao',
    '质标', // wording-ok: matched against passwords, never shown
  ];
  const words = names
    .flatMap((name) => [name, withoutKind(name), ...name.split(/[^\p{L}\p{N}]+/u)])
    .map(foldText);
  return [...new Set([...words, ...initials(register.code)])].filter(
    (word) => word.length > 1 && !ordinary.has(word),
  );
};

/** 汕尾市 → 汕尾. */
const withoutKind = (name: string): string => name.replace(/[省市县区]$/u, ''); // wording-ok: matched, never shown

/** Initials of a name in pinyin whose syllables begin with a consonant: `shanwei` → `sw`, and as a unit `swqs`. */
const initials = (code: string): readonly string[] => {
  const consonants = code.match(/(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?=[aeiouv])/g) ?? [];
  if (consonants.length < 2) return [];
  const short = consonants.map((sound) => sound.slice(0, 1)).join('');
  return [short, `${short}qs`];
};
