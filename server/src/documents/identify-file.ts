import { fileExtension, fileLabel, type FileRefusal } from '@zhibiao/shared/submission';
import { ok, refuse, type Result } from '@zhibiao/shared/result';
import { LIMITS, megabytes } from './limits';

/** The two kinds of file that are read. A `workbook` is a ZIP package so far; what is in it shows when it is opened. */
export type FileKind = 'workbook' | 'csv';

/** What the first bytes say, named as `wording` knows file kinds. */
type Content = FileKind | 'empty' | 'html' | 'ole' | 'biff' | { readonly other: string };

/** Decides the kind of a file by its content; the extension must agree (rule P1). */
export function identifyFile(bytes: Uint8Array, name: string): Result<FileKind, FileRefusal> {
  if (bytes.length > LIMITS.file)
    return refuse({
      code: 'file.too-large',
      params: { found: Math.ceil(bytes.length / 1024 / 1024), allowed: megabytes(LIMITS.file) },
    });
  const content = contentOf(bytes);
  if (content === 'empty') return refuse({ code: 'file.empty', params: {} });
  const extension = fileExtension(name);
  if (extension === '') return refuse({ code: 'file.no-extension', params: { name: fileLabel(name) } });
  if (content === 'html') return refuse({ code: 'file.html-as-xls', params: {} });
  if (content === 'biff') return refuse({ code: 'file.legacy-xls', params: {} });
  if (content === 'ole') return refuse(oleRefusal(bytes));
  if (typeof content === 'object')
    return refuse({ code: 'file.unknown-type', params: { found: content.other } });
  if (extension === EXTENSION[content]) return ok(content);
  if (extension === 'xlsm' || extension === 'xltm') return refuse({ code: 'file.macros', params: {} });
  return refuse({
    code: 'file.wrong-extension',
    params: { extension: extension.slice(0, 20), found: EXTENSION[content] },
  });
}

const EXTENSION: Readonly<Record<FileKind, string>> = { workbook: 'xlsx', csv: 'csv' };

const SIGNATURES: readonly (readonly [hex: string, content: Content])[] = [
  ['504b0304', 'workbook'],
  ['504b0506', 'workbook'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['0908', 'biff'],
  ['0904', 'biff'],
  ['0902', 'biff'],
  ['89504e470d0a1a0a', { other: 'png' }],
  ['ffd8ff', { other: 'jpeg' }],
  ['47494638', { other: 'gif' }],
  ['25504446', { other: 'pdf' }],
  ['526172211a07', { other: 'rar' }],
  ['377abcaf271c', { other: '7z' }],
  ['1f8b08', { other: 'gzip' }],
  ['7f454c46', { other: 'binary' }],
];

function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty';
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const signature = SIGNATURES.find(([start]) => hex.startsWith(start));
  // 09 is also a tab: a text may begin with one, a BIFF record goes on with a length below 256.
  if (signature !== undefined && (signature[1] !== 'biff' || hex.slice(6, 8) === '00')) return signature[1];
  const start = startOfText(bytes).trimStart().toLowerCase();
  if (start === '' && bytes.length < 4096) return 'empty';
  if (/^(?:<!doctype html|<html|<head|<table|<meta|<style|<body|<script|mime-version:)/.test(start))
    return 'html';
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) {
    return /<(?:html|table)\b/.test(start) ? 'html' : { other: 'xml-table' };
  }
  return 'csv';
}

/** The first characters, ASCII ones right whatever the encoding: enough to recognise markup and blank files. */
function startOfText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096);
  return Buffer.from(head)
    .toString('latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '')
    .replaceAll('\0', '');
}

/** OLE containers: the encrypted form of a modern workbook, an old workbook, or something else of Office. */
function oleRefusal(bytes: Uint8Array): FileRefusal {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return { code: 'file.encrypted', params: {} };
  if (has('Workbook') || has('Book')) return { code: 'file.legacy-xls', params: {} };
  if (has('WordDocument')) return { code: 'file.unknown-type', params: { found: 'word' } };
  return { code: 'file.unknown-type', params: { found: 'ole' } };
}
