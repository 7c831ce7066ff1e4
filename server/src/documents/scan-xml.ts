import { FileRefused } from './file-refused';

/**
 * XML as the workbook parts have it, scanned where it lies: a string of one character per byte (latin1), so that a
 * part of 100 MB is not doubled, and only the texts that are wanted are decoded. Knows elements, attributes, text,
 * CDATA and comments; a DOCTYPE never gets here (`openWorkbookParts` refuses it), and no entity but the five is known.
 */
export interface Tag {
  /** Local name, without its namespace prefix. */
  name: string;
  closing: boolean;
  /** `<c/>`: opens and closes at once. */
  empty: boolean;
  /** Range of the attributes in the string. */
  attributesFrom: number;
  attributesTo: number;
  /** Position of `<`, and behind `>`. */
  from: number;
  to: number;
}

/** A tag to be filled by `nextTag`, reused so that millions of tags cost no allocation. */
export const aTag = (): Tag => ({
  name: '',
  closing: false,
  empty: false,
  attributesFrom: 0,
  attributesTo: 0,
  from: 0,
  to: 0,
});

/** Finds the next tag at or after `at`; false at the end. Comments, CDATA and processing instructions are passed. */
export function nextTag(xml: string, at: number, tag: Tag): boolean {
  let from = xml.indexOf('<', at);
  while (from !== -1) {
    const code = xml.charCodeAt(from + 1);
    if (code === QUESTION) from = xml.indexOf('<', behind(xml, '?>', from));
    else if (code === EXCLAMATION) from = xml.indexOf('<', behindMarkup(xml, from));
    else {
      readTag(xml, from, code === SLASH, tag);
      return true;
    }
  }
  return false;
}

/** Value of an attribute of the tag by local name, decoded; null when it has none. */
export function attribute(xml: string, tag: Tag, name: string): string | null {
  let value: string | null = null;
  eachAttribute(xml, tag, (from, to, valueFrom, valueTo) => {
    if (localName(xml, from, to) === name) value = decodeXml(xml.slice(valueFrom, valueTo));
  });
  return value;
}

/** Calls back with the ranges of each attribute's name and value. */
export function eachAttribute(
  xml: string,
  tag: Tag,
  found: (nameFrom: number, nameTo: number, valueFrom: number, valueTo: number) => void,
): void {
  let at = tag.attributesFrom;
  for (;;) {
    while (at < tag.attributesTo && xml.charCodeAt(at) <= SPACE) at += 1;
    if (at >= tag.attributesTo) return;
    const equals = xml.indexOf('=', at);
    if (equals === -1 || equals >= tag.attributesTo) throw new FileRefused('file.broken');
    let nameTo = equals;
    while (nameTo > at && xml.charCodeAt(nameTo - 1) <= SPACE) nameTo -= 1;
    let opening = equals + 1;
    while (xml.charCodeAt(opening) <= SPACE) opening += 1;
    const quote = xml.charCodeAt(opening);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw new FileRefused('file.broken');
    const closing = xml.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", opening + 1);
    if (closing === -1 || closing > tag.attributesTo) throw new FileRefused('file.broken');
    found(at, nameTo, opening + 1, closing);
    at = closing + 1;
  }
}

/**
 * Text between a tag and the next one, decoded; `to` is where that next tag begins. CDATA sections and comments may
 * stand in between.
 */
export function textBehind(xml: string, from: number): { readonly text: string; readonly to: number } {
  let text = '';
  let at = from;
  for (;;) {
    const next = xml.indexOf('<', at);
    if (next === -1) throw new FileRefused('file.broken');
    text += decodeXml(xml.slice(at, next));
    if (xml.startsWith('<![CDATA[', next)) {
      const end = xml.indexOf(']]>', next);
      if (end === -1) throw new FileRefused('file.broken');
      text += decodeUtf8(xml.slice(next + 9, end));
      at = end + 3;
    } else if (xml.startsWith('<!--', next)) at = behind(xml, '-->', next);
    else return { text, to: next };
  }
}

/** Bytes as characters to text: UTF-8 decoded, the five entities and character references replaced. */
export function decodeXml(raw: string): string {
  const text = decodeUtf8(raw);
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]\w*);/gi, (_, name: string) => {
    const known = ENTITIES.get(name);
    if (known !== undefined) return known;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    // An entity that nobody defined: only a DOCTYPE could have, and there is none.
    if (!name.startsWith('#') || code > 0x10ffff) throw new FileRefused('file.broken');
    return String.fromCodePoint(code);
  });
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const decodeUtf8 = (raw: string): string => {
  for (let at = 0; at < raw.length; at += 1)
    if (raw.charCodeAt(at) > 127) return Buffer.from(raw, 'latin1').toString('utf8');
  return raw;
};

const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const GREATER = 62;
const QUESTION = 63;
const SPACE = 32;

function readTag(xml: string, from: number, closing: boolean, tag: Tag): void {
  let nameFrom = closing ? from + 2 : from + 1;
  let at = nameFrom;
  let code = xml.charCodeAt(at);
  // NaN behind the end of the string ends the loop too.
  while (code > SPACE && code !== GREATER && code !== SLASH) {
    if (code === COLON) nameFrom = at + 1;
    at += 1;
    code = xml.charCodeAt(at);
  }
  tag.name = xml.slice(nameFrom, at);
  tag.attributesFrom = at;
  while (code !== GREATER) {
    if (code === DOUBLE_QUOTE) at = xml.indexOf('"', at + 1);
    else if (code === SINGLE_QUOTE) at = xml.indexOf("'", at + 1);
    if (at === -1 || at >= xml.length) throw new FileRefused('file.broken');
    at += 1;
    code = xml.charCodeAt(at);
  }
  tag.empty = !closing && xml.charCodeAt(at - 1) === SLASH;
  tag.attributesTo = tag.empty ? at - 1 : at;
  tag.closing = closing;
  tag.from = from;
  tag.to = at + 1;
}

function localName(xml: string, from: number, to: number): string {
  const name = xml.slice(from, to);
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at === -1) throw new FileRefused('file.broken');
  return at + mark.length;
}

function behindMarkup(xml: string, from: number): number {
  if (xml.startsWith('<!--', from)) return behind(xml, '-->', from);
  if (xml.startsWith('<![CDATA[', from)) return behind(xml, ']]>', from);
  throw new FileRefused('file.unsafe-xml');
}
