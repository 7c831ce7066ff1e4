/** Shortest and longest sign-in name, in characters after folding. */
export const signInNameLength = { least: 2, most: 40 } as const;

/**
 * The key under which a sign-in name is unique: compatibility forms and letter case fold together, so that
 * `ＬＩ` and `li` are one name. Null when it is too short or long, or holds anything but letters, digits and `._-@`.
 */
export const signInKey = (typed: string): string | null => {
  if (typed.length > 4 * signInNameLength.most) return null;
  const key = foldText(typed.trim());
  const { length } = [...key];
  if (length < signInNameLength.least || length > signInNameLength.most) return null;
  return /^[\p{L}\p{M}\p{N}._@-]+$/u.test(key) ? key : null;
};

/** Compatibility forms and letter case folded together (Unicode NFKC, lower case). */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC');
