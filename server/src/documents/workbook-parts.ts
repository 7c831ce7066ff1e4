import { FileRefused } from './file-refused';
import { aTag, attribute, nextTag } from './scan-xml';
import { openZip, type ZipPackage } from './zip-directory';

/** One sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Its part, one character per byte. */
  readonly xml: () => string;
}

/** The parts of a workbook that are read, after every part has been checked. */
export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly styles: string | null;
  readonly sharedStrings: string | null;
  readonly date1904: boolean;
  /** Whether formulas may refer to other workbooks. They are never fetched. */
  readonly hasExternalLinks: boolean;
}

/**
 * Opens a workbook package. Throws FileRefused for macros, binary workbooks, other packages, unsafe XML anywhere in
 * it and anything broken. Nothing outside the package is ever read.
 */
export function openWorkbookParts(bytes: Uint8Array): WorkbookParts {
  const zip = openZip(bytes);
  const names = [...zip.parts.keys()];
  if (names.some((name) => /vbaproject\.bin$|\/macrosheets\//.test(name)))
    throw new FileRefused('file.macros');
  const parts = safeParts(zip);
  if (parts.read('[content_types].xml')?.includes('macroEnabled') === true)
    throw new FileRefused('file.macros');

  const workbookName = relationships(parts.read, '').find(({ type }) => type === 'officeDocument')?.target;
  const workbook = workbookName?.endsWith('.xml') === true ? parts.read(workbookName) : null;
  if (workbookName === undefined || workbook === null || !names.some((name) => name.startsWith('xl/')))
    throw notWorkbook(names);
  const related = relationships(parts.read, workbookName);
  const partOf = (type: string): string | null => {
    const target = related.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? null : parts.read(target);
  };
  const { entries, date1904 } = listSheets(workbook);
  const sheets = entries.flatMap(({ name, hidden, relationship }) => {
    // Chart sheets have another type and no cells.
    const target = related.find(({ id, type }) => id === relationship && type === 'worksheet')?.target;
    return target === undefined ? [] : [{ name, hidden, target }];
  });
  const styles = partOf('styles');
  const sharedStrings = partOf('sharedStrings');
  parts.checkUnread(new Set(sheets.filter(({ hidden }) => !hidden).map(({ target }) => target)));
  return {
    sheets: sheets.map(({ name, hidden, target }) => ({
      name,
      hidden,
      xml: () => {
        const xml = parts.read(target);
        if (xml === null) throw new FileRefused('file.broken', { part: name.slice(0, 60) });
        return xml;
      },
    })),
    styles,
    sharedStrings,
    date1904,
    hasExternalLinks: related.some(({ type }) => type === 'externalLink'),
  };
}

type ReadPart = (name: string) => string | null;

/**
 * Parts by name in lower case, as one character per byte. A document type or an entity in any XML part refuses the
 * file before that part is parsed (rule P12); parts that are never parsed are looked through as well.
 */
function safeParts(zip: ZipPackage): {
  readonly read: ReadPart;
  readonly checkUnread: (later: ReadonlySet<string>) => void;
} {
  const seen = new Set<string>();
  const unpack = (name: string): Buffer | null => {
    const part = zip.parts.get(name);
    if (part === undefined) return null;
    seen.add(name);
    const data = asUtf8(zip.unpack(part));
    if (data.includes('<!DOCTYPE') || data.includes('<!ENTITY')) throw new FileRefused('file.unsafe-xml');
    return data;
  };
  return {
    read: (name) => unpack(name)?.toString('latin1') ?? null,
    checkUnread: (later) => {
      for (const name of zip.parts.keys())
        if (/\.(?:xml|rels|vml)$/.test(name) && !seen.has(name) && !later.has(name)) unpack(name);
    },
  };
}

/** UTF-16 parts are legal and rare: made UTF-8, so that nothing hides from the check for a DOCTYPE. */
function asUtf8(data: Buffer): Buffer {
  const mark = data.length >= 2 ? data.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0x3c00) return Buffer.from(new TextDecoder('utf-16le').decode(data));
  if (mark === 0xfeff || mark === 0x003c) return Buffer.from(new TextDecoder('utf-16be').decode(data));
  return data;
}

interface Relationship {
  readonly id: string;
  /** Last step of the type's address: transitional and strict workbooks differ only before it. */
  readonly type: string;
  /** Part in the package, lower case; external targets are left out and never followed. */
  readonly target: string;
}

function relationships(read: ReadPart, owner: string): readonly Relationship[] {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
  const xml = read(`${folder}_rels/${owner.slice(folder.length)}.rels`);
  if (xml === null) return [];
  const found: Relationship[] = [];
  const tag = aTag();
  for (let at = 0; nextTag(xml, at, tag); at = tag.to) {
    if (tag.closing || tag.name !== 'Relationship') continue;
    const type = attribute(xml, tag, 'Type') ?? '';
    found.push({
      id: attribute(xml, tag, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target:
        attribute(xml, tag, 'TargetMode') === 'External'
          ? ''
          : resolveTarget(folder, attribute(xml, tag, 'Target') ?? ''),
    });
  }
  return found;
}

function resolveTarget(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}

function listSheets(workbook: string): {
  readonly entries: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly relationship: string;
  }[];
  readonly date1904: boolean;
} {
  const entries: { name: string; hidden: boolean; relationship: string }[] = [];
  let date1904 = false;
  const tag = aTag();
  for (let at = 0; nextTag(workbook, at, tag); at = tag.to) {
    if (tag.closing) continue;
    if (tag.name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attribute(workbook, tag, 'date1904') ?? '');
    if (tag.name !== 'sheet') continue;
    const state = attribute(workbook, tag, 'state') ?? 'visible';
    entries.push({
      name: (attribute(workbook, tag, 'name') ?? '').slice(0, 100),
      hidden: state !== 'visible',
      // `r:id`; `sheetId` has another local name.
      relationship: attribute(workbook, tag, 'id') ?? '',
    });
  }
  if (entries.length === 0) throw new FileRefused('file.broken');
  return { entries, date1904 };
}

/** A package of another kind: named as `wording` knows file kinds. */
function notWorkbook(names: readonly string[]): FileRefused {
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (names.includes('xl/workbook.bin')) return new FileRefused('file.unknown-type', { found: 'xlsb' });
  if (has('word/')) return new FileRefused('file.unknown-type', { found: 'word' });
  if (has('ppt/')) return new FileRefused('file.unknown-type', { found: 'slides' });
  if (names.includes('mimetype') && names.includes('content.xml'))
    return new FileRefused('file.unknown-type', { found: 'ods' });
  if (has('xl/')) return new FileRefused('file.broken');
  return new FileRefused('file.unknown-type', { found: 'zip' });
}
