/**
 * A client's file name as a label for people (rule P11): the part after the last slash, without control, direction
 * and zero-width characters, at most 100 characters, its extension kept. Never used to build a path or a header.
 */
export const fileLabel = (name: string): string => {
  const last = name
    .slice(-4096)
    .split(/[/\\]/)
    .findLast((part) => part !== '');
  const clean = (last ?? '').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '').trim();
  const characters = Array.from(clean);
  if (characters.length <= 100) return clean;
  const extension = fileExtension(clean);
  const tail = extension.length <= 10 ? extension : '';
  return `${characters.slice(0, 98 - tail.length).join('')}…${tail === '' ? '' : `.${tail}`}`;
};

/** The extension of a file name in lower case without its dot; empty when there is none. */
export const fileExtension = (name: string): string => {
  const match = /[^/\\.][^/\\]*\.([^./\\]+)$/.exec(name.trim());
  return (match?.[1] ?? '').toLowerCase();
};
