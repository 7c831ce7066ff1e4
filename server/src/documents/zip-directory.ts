import { crc32, inflateRawSync } from 'node:zlib';
import { FileRefused } from './file-refused';
import { LIMITS, megabytes } from './limits';

/** One part of a package, as the central directory describes it. */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

/** A package whose directory has passed every check; parts are unpacked one by one, each within the limits. */
export interface ZipPackage {
  readonly parts: ReadonlyMap<string, ZipPart>;
  /** Unpacks a part. Refuses the file when it is larger than allowed, whatever the directory says, or damaged. */
  readonly unpack: (part: ZipPart) => Buffer;
}

/**
 * Reads the central directory and nothing else: count, sizes, names. Throws FileRefused for anything that a
 * spreadsheet would not have written (rules P2 and P12). Names are kept as written, looked up in lower case.
 */
export function openZip(bytes: Uint8Array): ZipPackage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = readDirectory(file);
  let unpacked = 0;
  return {
    parts,
    unpack: (part) => {
      const data = unpackPart(file, part);
      unpacked += data.length;
      if (unpacked > LIMITS.allParts) throw tooLarge(LIMITS.allParts);
      return data;
    },
  };
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_FIELD = 0x0001;
const IN_ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

function readDirectory(file: Buffer): ReadonlyMap<string, ZipPart> {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > LIMITS.parts)
    throw new FileRefused('file.too-many-parts', { found: count, allowed: LIMITS.parts });
  const parts = new Map<string, ZipPart>();
  const offsets = new Set<number>();
  let declared = 0;
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new FileRefused('file.broken');
    const nameLength = file.readUInt16LE(at + 28);
    const extraLength = file.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + file.readUInt16LE(at + 32);
    if (next > end) throw new FileRefused('file.broken');
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    checkName(name);
    const key = name.toLowerCase();
    if (parts.has(key)) throw new FileRefused('file.unsafe-part-name');
    // Bit 0: encrypted in the old ZIP way.
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw new FileRefused('file.encrypted');
    const part = { ...readEntry(file, at, at + 46 + nameLength, extraLength), name };
    if (offsets.has(part.headerAt)) throw new FileRefused('file.broken');
    offsets.add(part.headerAt);
    declared += part.size;
    if (part.size > LIMITS.part) throw tooLarge(LIMITS.part);
    if (declared > LIMITS.allParts) throw tooLarge(LIMITS.allParts);
    parts.set(key, part);
    at = next;
  }
  return parts;
}

/** The end record stands last, before a comment of at most 64 KiB. A file that was cut off has none. */
function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= 0 && at >= file.length - 22 - 0xffff; at -= 1)
    if (file.readUInt32LE(at) === END_OF_DIRECTORY && at + 22 + file.readUInt16LE(at + 20) <= file.length)
      return at;
  throw new FileRefused('file.broken');
}

function readEntry(file: Buffer, at: number, extraAt: number, extraLength: number): Omit<ZipPart, 'name'> {
  let packedSize = file.readUInt32LE(at + 20);
  let size = file.readUInt32LE(at + 24);
  let headerAt = file.readUInt32LE(at + 42);
  // Some writers always use the 64-bit field, for small parts too.
  if (packedSize === IN_ZIP64 || size === IN_ZIP64 || headerAt === IN_ZIP64) {
    const field = findField(file, extraAt, extraAt + extraLength);
    let next = field.from;
    const take = (): number => {
      if (next + 8 > field.to) throw new FileRefused('file.broken');
      next += 8;
      return Number(file.readBigUInt64LE(next - 8));
    };
    if (size === IN_ZIP64) size = take();
    if (packedSize === IN_ZIP64) packedSize = take();
    if (headerAt === IN_ZIP64) headerAt = take();
  }
  return { method: file.readUInt16LE(at + 10), crc: file.readUInt32LE(at + 16), packedSize, size, headerAt };
}

function findField(file: Buffer, from: number, to: number): { readonly from: number; readonly to: number } {
  let at = from;
  while (at + 4 <= to) {
    const length = file.readUInt16LE(at + 2);
    if (file.readUInt16LE(at) === ZIP64_FIELD) return { from: at + 4, to: Math.min(to, at + 4 + length) };
    at += 4 + length;
  }
  throw new FileRefused('file.broken');
}

/** Absolute names, drive letters, backslashes and steps upwards have no place in a workbook (rule P12). */
function checkName(name: string): void {
  const unsafe =
    name === '' ||
    name.startsWith('/') ||
    /[\\\0:]/.test(name) ||
    name.split('/').some((step) => step === '..' || step === '.');
  if (unsafe) throw new FileRefused('file.unsafe-part-name');
}

function unpackPart(file: Buffer, part: ZipPart): Buffer {
  const { headerAt, packedSize, size } = part;
  if (headerAt + 30 > file.length || file.readUInt32LE(headerAt) !== LOCAL_HEADER) throw broken(part);
  const from = headerAt + 30 + file.readUInt16LE(headerAt + 26) + file.readUInt16LE(headerAt + 28);
  if (from + packedSize > file.length) throw broken(part);
  const packed = file.subarray(from, from + packedSize);
  const data = part.method === STORED ? packed : part.method === DEFLATED ? inflate(packed, part) : null;
  if (data === null || data.length !== size || crc32(data) !== part.crc) throw broken(part);
  return data;
}

/**
 * Inflates into one buffer of the declared size, which is within the limit, and stops at the first byte beyond it: the
 * directory may have lied. Deflate cannot shrink more than 1,032 to 1, so a greater claim is a lie from the start.
 */
function inflate(packed: Buffer, part: ZipPart): Buffer {
  const { size } = part;
  if (size > packed.length * 1_100 + 64) throw sizesDisagree(part);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64) });
  } catch (cause) {
    if (cause instanceof RangeError) throw sizesDisagree(part);
    throw broken(part);
  }
}

const sizesDisagree = (part: ZipPart): FileRefused =>
  new FileRefused('file.sizes-disagree', { part: part.name.slice(0, 60) });

const broken = (part: ZipPart): FileRefused =>
  new FileRefused('file.broken', { part: part.name.slice(0, 60) });

const tooLarge = (allowed: number): FileRefused =>
  new FileRefused('file.unpacks-too-large', { allowed: megabytes(allowed) });
