import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A text file that is read a part at a time, so that it is never in memory whole. */
export interface TextParts {
  /** Null: none of the encodings that we read. */
  readonly encoding: TextEncodingName | null;
  /** Bytes of the file. */
  readonly size: number;
  /** Decoded texts one after another; throws `TypeError` where the file leaves its encoding. */
  readonly parts: () => Generator<{ readonly text: string; readonly bytes: number }>;
  readonly close: () => void;
}

/** Encodings of the texts that people send. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const partBytes = 1_048_576;

/** Opens a text file. Its encoding is found as `decodeText` does it: UTF-16 by its mark, UTF-8 if all of it is, else GB18030. */
export const openTextParts = (path: string): TextParts => {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const read = (buffer: Buffer, at: number): number => readSync(file, buffer, 0, buffer.length, at);
  return {
    encoding: encodingOf(size, read),
    size,
    close: () => closeSync(file),
    *parts() {
      const encoding = encodingOf(size, read);
      if (encoding === null) return;
      const decoder = new TextDecoder(encoding, { fatal: true });
      const buffer = Buffer.allocUnsafe(partBytes);
      for (let at = 0; at < size; ) {
        const length = read(buffer, at);
        if (length === 0) break;
        at += length;
        yield { text: decoder.decode(buffer.subarray(0, length), { stream: at < size }), bytes: at };
      }
    },
  };
};

/** The encoding of the beginning of a text, where the rest of it is not at hand. */
export const encodingOfHead = (head: Uint8Array): TextEncodingName | null =>
  markOf(head) ?? plainEncoding(head);

const encodingOf = (size: number, read: (buffer: Buffer, at: number) => number): TextEncodingName | null => {
  const buffer = Buffer.allocUnsafe(partBytes);
  for (let at = 0; at < size; ) {
    const length = read(buffer, at);
    if (length === 0) break;
    const part = buffer.subarray(0, length);
    if (at === 0) {
      const mark = markOf(part);
      if (mark !== null) return mark;
      if (part.subarray(0, 4096).includes(0)) return null;
    }
    const whole = at + length >= size ? length : wholeUpTo(part);
    if (!isUtf8(part.subarray(0, whole))) return 'gb18030';
    at += whole;
  }
  return 'utf-8';
};

const markOf = (bytes: Uint8Array): TextEncodingName | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
};

const plainEncoding = (head: Uint8Array): TextEncodingName | null => {
  if (head.subarray(0, 4096).includes(0)) return null;
  return isUtf8(head.subarray(0, wholeUpTo(head))) ? 'utf-8' : 'gb18030';
};

/** Where the last whole character of UTF-8 ends, looking at the last four bytes. */
const wholeUpTo = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length - back + 1;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
};
