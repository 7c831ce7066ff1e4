import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unsafeTexts } from './unsafe-text.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rulesOf = (path: string, text: string): readonly string[] =>
  unsafeTexts(path, text).map(({ line, rule }) => `${line} ${rule}`);

const chart = 'client/src/charts/x-option.ts';
const room = 'client/src/charts/reading-html.ts';

describe('G7 no HTML is made from data', () => {
  test.each([
    [
      'a tooltip of one’s own',
      'export const a = { tooltip: { formatter: (p: P) => p.name } };',
      'tooltip-unescaped',
    ],
    ['a tooltip that is a text', 'export const a = { tooltip: { formatter: text } };', 'tooltip-unescaped'],
    ['a tooltip from elsewhere', 'export const a = { tooltip: other(readings) };', 'tooltip-unescaped'],
    [
      'a formatter of nothing known',
      'export const a = { formatter: (p: P) => p.name };',
      'formatter-unescaped',
    ],
    [
      'a formatter as a method',
      'export const a = { formatter(p: P) { return p.name; } };',
      'formatter-unescaped',
    ],
    ['a formatter by name', 'export const a = { formatter: named };', 'formatter-unescaped'],
    ['HTML in a text', "export const a = '<b>x</b>';", 'html-in-string'],
    ['HTML in a template', 'export const a = `<b>${name}</b>`;', 'html-in-string'],
    ['innerHTML', 'export const a = (e: E) => { e.innerHTML = name; };', 'html-sink'],
    ['document.write', 'export const a = () => document.write(name);', 'html-sink'],
    ['the data view of a chart', 'export const a = { optionToContent: () => name };', 'html-sink'],
    ['a link of a title', 'export const a = { title: { sublink: url } };', 'html-sink'],
  ])('G7 %s is found', (_, text, rule) => {
    expect(rulesOf(chart, text)).toContain(`1 ${rule}`);
  });

  test.each([
    'export const a = { tooltip: readingTooltip(readings) };',
    'export const a = { tooltip: { show: false } };',
    "export const a = { tooltip: { renderMode: 'richText', formatter: (p: P) => p.name } };",
    'export const a = { formatter: (p: P) => readingHtml(readings[p.at]) };',
    'export const a = { axisLabel: { formatter: (name: string) => name } };',
    'export const a = { label: { formatter: () => name } };',
    "export const a = 'a < b and c > d';",
  ])('G7 %s passes', (text) => {
    expect(rulesOf(chart, text)).toEqual([]);
  });

  test('G7 in the room of HTML every gap is escaped', () => {
    expect(rulesOf(room, 'export const a = `<b>${name}</b>`;')).toEqual(['1 gap-unescaped']);
    expect(rulesOf(room, 'export const a = `<b>${escapeHtml(name)}</b>`;')).toEqual([]);
  });
});

describe('G9 no SQL is made from strings', () => {
  const file = 'server/src/storage/sql/x-store.ts';
  test.each([
    ['a template', 'export const a = `SELECT * FROM t WHERE name = ${name}`;', 'sql-from-strings'],
    ['a sum', "export const a = 'DELETE FROM t WHERE id = ' + id;", 'sql-from-strings'],
    ['raw text', 'export const a = sql.raw(name);', 'sql-from-strings'],
    ['a literal by hand', 'export const a = sql.lit(name);', 'sql-from-strings'],
    ['a compiled text', 'export const a = CompiledQuery.raw(`x ${name}`);', 'sql-from-strings'],
    ['a prepared template', 'export const a = database.prepare(`x ${name}`);', 'sql-from-strings'],
    ['a run template', 'export const a = database.exec(`x ${name}`);', 'sql-from-strings'],
    [
      'a pragma in the wrong room',
      'export const a = database.pragma(`user_version = ${n}`);',
      'sql-from-strings',
    ],
    ['another file', "export const a = 'ATTACH DATABASE ? AS x';", 'sql-reaches-out'],
    ['loaded code', "export const a = database.loadExtension('x');", 'sql-reaches-out'],
  ])('G9 %s is found', (_, text, rule) => {
    expect(rulesOf(file, text)).toContain(`1 ${rule}`);
  });

  test('G9 nobody outside of storage talks to a database', () => {
    const text = "export const a = database.prepare('SELECT 1');";
    expect(rulesOf('server/src/features/x.ts', text)).toEqual(['1 sql-outside-storage']);
    expect(rulesOf(file, text)).toEqual([]);
  });

  test('G9 bound values, the query builder and regular expressions pass', () => {
    expect(rulesOf(file, 'export const a = sql`SELECT * FROM t WHERE name = ${name}`;')).toEqual([]);
    expect(rulesOf(file, 'export const a = sql<boolean>`SELECT ${name}`;')).toEqual([]);
    expect(rulesOf(file, 'export const a = /x/.exec(text);')).toEqual([]);
    expect(
      rulesOf(file, '// text-ok: question marks alone\nexport const a = `INSERT INTO t VALUES ${marks}`;'),
    ).toEqual([]);
    expect(rulesOf(file, '// text-ok:\nexport const a = `INSERT INTO t VALUES ${marks}`;')).toHaveLength(1);
  });
});

test('G7, G9 the product as it stands has nothing of it', () => {
  const below = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? below(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  const paths = ['client/src', 'server/src'].flatMap(below);
  expect(paths.length).toBeGreaterThan(200);
  expect(paths.flatMap((path) => unsafeTexts(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});
