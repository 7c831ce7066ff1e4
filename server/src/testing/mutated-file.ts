import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { joinCsv } from '@zhibiao/shared/submission';
import { seededRandom } from '../storage/contract/seeded-random';
import { decodeText, readGrids, writeTemplate } from '../documents';
import { withParts } from '../documents/a-package.fixture';
import { fixture, shanwei, statistician } from '../documents/a-reader.fixture';
import { openZip } from '../documents/zip-directory';

/** A file as it came, or what chance made of it. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A file after some bytes were changed, with what was done to it: enough to tell where it came from. */
export interface MutatedFile extends NamedFile {
  readonly how: string;
}

type Random = () => number;

/** Every kind of file that is sent: workbooks, templates, sample lists, text in each encoding, and hostile ones. */
export const filesToMutate = async (): Promise<readonly NamedFile[]> => {
  const kept = ['workbooks', 'hostile'].flatMap((folder) =>
    readdirSync(fileURLToPath(new URL(`../documents/fixtures/${folder}`, import.meta.url)))
      .filter((name) => !name.endsWith('.json'))
      .sort()
      .map((name): NamedFile => ({ name, bytes: fixture(`${folder}/${name}`) })),
  );
  const template = await writeTemplate(shanwei(), { actor: statistician, period: '2025-Q3' });
  const texts = kept.filter(({ name }) => /^0[1-9].*\.xlsx$/.test(name)).flatMap(asText);
  const utf16 = fixture('hostile/o05-ok-utf16le-bom.csv');
  return [
    ...kept,
    ...texts,
    { name: 'template.xlsx', bytes: Buffer.from(template) },
    { name: 'filled-template.xlsx', bytes: await filled(template) },
    { name: 'utf16be.csv', bytes: Buffer.from(utf16).swap16() },
  ];
};

/** The first sheet of a workbook, saved as text in UTF-8. */
const asText = ({ name, bytes }: NamedFile): readonly NamedFile[] => {
  const grids = readGrids(bytes, name);
  const rows = grids.ok ? (grids.value[0]?.rows ?? []) : [];
  const text = joinCsv(rows.map(({ texts }) => [...texts]));
  return rows.length === 0 ? [] : [{ name: `${name}.csv`, bytes: Buffer.from(text, 'utf8') }];
};

const filled = async (template: Uint8Array): Promise<Buffer> => {
  const { sheets } = await readXlsx(template);
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, rows }, place) => ({
      name,
      rows: rows.map((row, at) =>
        place > 0 || at === 0 ? row : row.map((cell, column) => (column === 4 || column === 5 ? 60 : cell)),
      ),
    })),
  });
  return Buffer.from(bytes);
};

/**
 * File `number` of a seed: one of the files with bits flipped, pieces cut out or pieces of another file spliced in, once
 * or a few times. Half of the files are changed inside: workbooks under sums that are right again, text in characters
 * that stay text, so that the damage is met by what reads sheets and not by what unpacks or decodes them. The same two
 * numbers give the same file.
 */
export const mutatedFile = (files: readonly NamedFile[], seed: number, number: number): MutatedFile => {
  const random = seededRandom(seed * 1_000_003 + number);
  const chosen = pick(files, random);
  const other = pick(files, random);
  const isInside = random() < 0.5;
  const inside = !isInside
    ? null
    : chosen.name.endsWith('.csv')
      ? changedText(chosen, other, random)
      : changedInside(chosen, other, random);
  const made = inside ?? changed(chosen.bytes, other.bytes, random);
  return {
    name: chosen.name,
    bytes: made.bytes,
    how: `${seed}/${number}: ${chosen.name}${inside === null ? '' : ', inside'}, ${made.how}`,
  };
};

interface Made {
  readonly bytes: Buffer;
  readonly how: string;
}

const changed = (bytes: Buffer, other: Buffer, random: Random): Made => {
  const times = 1 + Math.floor(random() * 4);
  const done: string[] = [];
  let made = bytes;
  for (let time = 0; time < times; time += 1) {
    const { how, change } = pick(changes, random);
    made = change(made, other, random);
    done.push(how);
  }
  return { bytes: made, how: done.join(' ') };
};

const changes: readonly {
  readonly how: string;
  readonly change: (bytes: Buffer, other: Buffer, random: Random) => Buffer;
}[] = [
  {
    how: 'flip',
    change: (bytes, _other, random) => {
      const made = Buffer.from(bytes);
      const flips = made.length === 0 ? 0 : 1 + Math.floor(random() * 12);
      for (let flip = 0; flip < flips; flip += 1) {
        const at = below(made.length, random);
        made[at] = (made[at] ?? 0) ^ (1 << below(8, random));
      }
      return made;
    },
  },
  {
    how: 'cut',
    change: (bytes, _other, random) => {
      const from = below(bytes.length + 1, random);
      // The end more often than the middle: a copy that broke off.
      const to = random() < 0.4 ? bytes.length : Math.min(bytes.length, from + below(200, random));
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    },
  },
  {
    how: 'splice',
    change: (bytes, other, random) => {
      const from = below(other.length + 1, random);
      const piece = other.subarray(from, from + below(600, random));
      const at = below(bytes.length + 1, random);
      const over = random() < 0.5 ? piece.length : 0;
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + over)]);
    },
  },
];

/** What people, programs and copying leave in cells. */
const strangeTexts = [
  '',
  ' ',
  '0',
  '-1',
  '9'.repeat(20),
  '1e400',
  '０',
  '/',
  '—',
  '"',
  ',',
  '\n',
  '\t',
  '%',
  '合计',
  '其中：',
  '2025Q3',
  '指标',
  '2025年9月',
  '=1+1',
  '\u0000',
  '\u200b',
  '\u202e',
  '\ud83d\ude00',
  '<a>',
  '&amp;',
  '#REF!',
] as const;

/** Characters changed and written in UTF-8 or UTF-16; null for what is no text. */
const changedText = ({ bytes }: NamedFile, other: NamedFile, random: Random): Made | null => {
  const text = decodeText(bytes);
  if (text === null) return null;
  const strange = decodeText(other.bytes) ?? other.name;
  const made = changedCharacters(text, strange, random);
  const isWide = random() < 0.2;
  return {
    bytes: isWide ? Buffer.from(`\uFEFF${made}`, 'utf16le') : Buffer.from(made, 'utf8'),
    how: `characters${isWide ? ' in UTF-16' : ''}`,
  };
};

const changedCharacters = (text: string, strange: string, random: Random): string => {
  let made = text;
  for (let times = 1 + below(6, random); times > 0; times -= 1) {
    const at = below(made.length + 1, random);
    const from = below(strange.length + 1, random);
    const piece = random() < 0.7 ? pick(strangeTexts, random) : strange.slice(from, from + below(80, random));
    // In place of a few characters, or between them.
    made = made.slice(0, at) + piece + made.slice(at + below(4, random));
  }
  return made;
};

/** Half of the time only what stands in cells, so that the part stays well-formed. Null for no package to begin with. */
const changedInside = (file: NamedFile, other: NamedFile, random: Random): Made | null => {
  try {
    const zip = openZip(file.bytes);
    const part = pick([...zip.parts.values()], random);
    if (part.name.endsWith('.xml') && random() < 0.5) {
      const data = zip
        .unpack(part)
        .toString()
        .replaceAll(/>([^<>]+)</g, (whole, text: string) => {
          if (random() > 0.05) return whole;
          const cell = changedCharacters(text, other.name, random);
          return `>${cell.replaceAll(/[<>]/g, ' ').replaceAll(/&(?!\w+;)/g, '&amp;')}<`;
        });
      return { bytes: withParts(file.bytes, { [part.name]: { data } }), how: `cells of ${part.name}` };
    }
    const strange = random() < 0.5 ? partOf(other, random) : other.bytes;
    const { bytes, how } = changed(Buffer.from(zip.unpack(part)), strange, random);
    return { bytes: withParts(file.bytes, { [part.name]: { data: bytes } }), how: `${part.name} ${how}` };
  } catch {
    return null;
  }
};

const partOf = ({ bytes, name }: NamedFile, random: Random): Buffer => {
  if (!name.endsWith('.xlsx')) return bytes;
  const zip = openZip(bytes);
  return Buffer.from(zip.unpack(pick([...zip.parts.values()], random)));
};

const below = (end: number, random: Random): number => Math.floor(random() * end);

const pick = <T>(list: readonly T[], random: Random): T => {
  const found = list[below(list.length, random)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};
