import { FileRefused } from './file-refused';
import { LIMITS, megabytes } from './limits';
import { aTag, nextTag, textBehind } from './scan-xml';

/** The table of texts that cells point to. Rich text is joined; readings for pronunciation are left out. */
export function readSharedStrings(xml: string | null): readonly string[] {
  if (xml === null) return [];
  const texts: string[] = [];
  const tag = aTag();
  let text = '';
  let inPhonetic = false;
  for (let at = 0; nextTag(xml, at, tag); ) {
    at = tag.to;
    if (tag.name === 'si') {
      if (!tag.closing) text = '';
      if (tag.closing || tag.empty) texts.push(plainText(text));
      if (texts.length > LIMITS.sharedStrings)
        throw new FileRefused('file.unpacks-too-large', { allowed: megabytes(LIMITS.part) });
    } else if (tag.name === 'rPh') inPhonetic = !tag.closing && !tag.empty;
    else if (tag.name === 't' && !tag.closing && !tag.empty) {
      const read = textBehind(xml, tag.to);
      if (!inPhonetic) text += read.text;
      // No spreadsheet writes a longer cell; one such text behind thousands of cells would take all memory.
      if (text.length > LIMITS.cellCharacters)
        throw new FileRefused('file.cell-too-long', { allowed: LIMITS.cellCharacters });
      at = read.to;
    }
  }
  return texts;
}

/** Spreadsheets write characters that XML cannot hold as `_x000D_`. */
export const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
