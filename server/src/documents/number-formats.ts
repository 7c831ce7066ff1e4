import { aTag, attribute, nextTag } from './scan-xml';

/** What a cell style makes of a number; `month`: a date of which a person sees year and month only. */
export type NumberFormat = 'plain' | 'percent' | 'date' | 'month';

/** The format of each cell style (`cellXfs`), in order; numbers of unknown styles are plain. */
export function readNumberFormats(styles: string | null): readonly NumberFormat[] {
  if (styles === null) return [];
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  const tag = aTag();
  let inCellStyles = false;
  for (let at = 0; nextTag(styles, at, tag); at = tag.to) {
    if (tag.name === 'cellXfs') inCellStyles = !tag.closing && !tag.empty;
    if (tag.closing) continue;
    if (tag.name === 'numFmt')
      own.set(
        Number(attribute(styles, tag, 'numFmtId')),
        formatOfCode(attribute(styles, tag, 'formatCode') ?? ''),
      );
    if (tag.name === 'xf' && inCellStyles) {
      const id = Number(attribute(styles, tag, 'numFmtId') ?? 0);
      formats.push(own.get(id) ?? builtIn(id));
    }
  }
  return formats;
}

/** Formats that every spreadsheet knows by number (ECMA-376 18.8.30), the East Asian dates included. */
function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent';
  if (id === 17 || id === 27 || id === 36 || id === 50 || id === 52 || id === 57) return 'month';
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** What a format code does, its quoted words, colours and conditions apart. */
function formatOfCode(code: string): NumberFormat {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (bare.includes('%')) return 'percent';
  if (bare === 'general' || !/[ymdhs]/.test(bare.replaceAll('general', ''))) return 'plain';
  return /y/.test(bare) && /m/.test(bare) && !/[dhs]/.test(bare) ? 'month' : 'date';
}
