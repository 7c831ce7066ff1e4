/**
 * The form in which names are compared: NFKC, without spaces and zero-width characters, case folded.
 * Two names with the same key are the same name; nothing nearer than that is accepted.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]+/g, '')
    .toLowerCase();
}
