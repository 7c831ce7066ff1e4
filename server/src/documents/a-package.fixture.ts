import { constants, crc32, deflateRawSync } from 'node:zlib';
import { openZip } from './zip-directory';

/** A part to be written; what is left out is true, what is given may lie. */
export interface PartToWrite {
  readonly name: string;
  readonly data: Buffer | string;
  /** Ready deflated bytes instead of `data`. */
  readonly packed?: Buffer;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** Writes a ZIP package as told, lies included. */
export function aPackage(parts: readonly PartToWrite[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const raw = Buffer.from(part.data);
    const packed = part.packed ?? deflateRawSync(raw, { level: 1 });
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((part.flags ?? 0) | 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(part.crc ?? crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? raw.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(16);
    central.writeUInt32LE(at, 12);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, packed]);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, central.subarray(2), name);
    bodies.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}

/** A workbook with parts replaced or added (null: left out). */
export function withParts(
  workbook: Uint8Array,
  changes: Readonly<Record<string, Partial<PartToWrite> | string | null>>,
): Buffer {
  const zip = openZip(workbook);
  const names = new Set([...[...zip.parts.values()].map(({ name }) => name), ...Object.keys(changes)]);
  return aPackage(
    [...names].flatMap((name): PartToWrite[] => {
      const change = changes[name];
      if (change === null) return [];
      const part = zip.parts.get(name.toLowerCase());
      const data = part === undefined ? '' : zip.unpack(part);
      return [{ name, data, ...(typeof change === 'string' ? { data: change } : change) }];
    }),
  );
}

/** A deflated stream of `times` megabytes that is small and quick to make: one flushed block, repeated. */
export function deflatedMegabytes(start: string, filler: string, times: number, end: string): Buffer {
  const flushed = (text: string): Buffer =>
    deflateRawSync(Buffer.from(text), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const block = flushed(filler.repeat(Math.ceil((1024 * 1024) / filler.length)));
  return Buffer.concat([
    flushed(start),
    ...Array.from({ length: times }, () => block),
    deflateRawSync(Buffer.from(end)),
  ]);
}

/** A worksheet of rows: texts inline, numbers plain; anything else is given as the XML of the cell. */
export const aWorksheet = (rows: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;

/** One row of a worksheet. */
export const aSheetRow = (number: number, cells: readonly (string | number | null)[]): string =>
  `<row r="${number}">${cells
    .map((cell, column) => {
      const address = `${String.fromCharCode(65 + column)}${number}`;
      if (cell === null) return '';
      if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
      return cell.startsWith('<c')
        ? cell
        : `<c r="${address}" t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
    })
    .join('')}</row>`;

/** The XML of a workbook's first worksheet. */
export const sheetOf = (workbook: Uint8Array): string => {
  const zip = openZip(workbook);
  const part = zip.parts.get('xl/worksheets/sheet1.xml');
  if (part === undefined) throw new Error('no first worksheet');
  return zip.unpack(part).toString();
};
