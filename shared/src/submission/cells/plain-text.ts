/** Control characters that no cell may hold: everything of Unicode Cc but tab and line breaks (rule P13). */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Whether a text holds a control character. */
export const hasControlCharacter = (text: string): boolean => CONTROL.test(text);

/**
 * Characters that show nothing yet change what is read or how it is shown: zero-width spaces, byte order marks,
 * soft hyphens and direction marks. Joiners are not among them, since emoji and some scripts need them.
 */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const JOINERS = /[\u200C\u200D]/g;

/** Removes invisible characters; the text comes back as it is when it has none. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** Removes invisible characters and joiners: for names and numbers, where no joiner has a meaning. */
export const withoutAnyInvisible = (text: string): string => text.replace(INVISIBLE, '').replace(JOINERS, '');

/** Whether a spreadsheet would take the text for a formula (or for something it runs) when it is opened from a CSV. */
export const looksLikeFormula = (text: string): boolean => /^[\t\r\n ]*[=+\-@＝＋－＠]./u.test(text);

/** A value as a message quotes it: one line, no control or invisible characters, at most 50 characters. */
export const quoted = (text: string): string => {
  // Cut before replacing: the value may be megabytes.
  const short = text
    .slice(0, 200)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim();
  const characters = Array.from(short);
  return characters.length > 50 || text.length > 200 ? `${characters.slice(0, 49).join('')}…` : short;
};
