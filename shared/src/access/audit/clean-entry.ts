import type { NewAuditEntry } from './types';

/** Longest field of a line, and longest text within a state, in UTF-16 units; what is longer is cut with a mark. */
const mostField = 200;
const mostText = 2_000;
/** Longest state before or after as JSON. */
const mostState = 100_000;

/**
 * An entry as it may be kept: every field is one line that shows what it holds, whatever somebody typed. Control,
 * direction and zero-width characters, line separators and broken surrogates become `\u000a`; what is too long is
 * cut with a mark that says how much is gone; what is named like a secret is blotted out (reliability.md I7, I8).
 */
export const cleanEntry = (entry: NewAuditEntry): NewAuditEntry => ({
  at: entry.at,
  actor:
    entry.actor === null
      ? null
      : {
          id: cleanText(entry.actor.id),
          role: entry.actor.role,
          name: { zh: cleanText(entry.actor.name.zh), en: cleanText(entry.actor.name.en) },
        },
  ip: cleanText(entry.ip),
  session: cleanText(entry.session),
  event: cleanText(entry.event),
  object: cleanText(entry.object),
  outcome: entry.outcome,
  before: cleanState(entry.before),
  after: cleanState(entry.after),
  requestId: cleanText(entry.requestId),
});

const cleanText = (text: string, most = mostField): string => {
  if (text.length <= most) return escaped(text);
  return `${escaped(text.slice(0, most))}…[+${text.length - most}]`;
};

// Everything that ends a line, moves the cursor, turns the direction or cannot be seen.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

const escaped = (text: string): string =>
  text.replace(unseen, (character) =>
    Array.from({ length: character.length }, (_, place) => codeOf(character.charCodeAt(place))).join(''),
  );

const codeOf = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

// By the end of the name: `newPassword` is one, `passwordProfile` is a setting.
const secretName = /(?:passw(?:or)?d|passphrase|secret|token|cookie|otp|credential|private.?key)s?$/i;

const cleanState = (state: string | null): string | null => {
  if (state === null) return null;
  // The parser of the platform gives what JSON can hold, and this walk takes nothing else for granted.
  const text = JSON.stringify(cleanValue(JSON.parse(state)));
  return text.length <= mostState
    ? text
    : JSON.stringify({ cut: text.length, start: cleanText(text, mostText) });
};

const cleanValue = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value, mostText);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      cleanText(key),
      secretName.test(key) && part !== null ? '***' : cleanValue(part),
    ]),
  );
};
