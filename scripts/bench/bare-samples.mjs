// Child program of the bench: node bare-samples.mjs DATABASE PROGRAMME UNITS FILE
// What the same list of samples costs with nothing but Node and better-sqlite3: read, split, check names, day and verdict,
// insert under a unique key in one transaction, sum up. Prints {"ms", "rows"}.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const Sqlite = createRequire(new URL('../../server/package.json', import.meta.url))('better-sqlite3');
const [databaseFile, programmeFile, unitsFile, file] = process.argv.slice(2);
const began = performance.now();
const namesOf = (/** @type {{ code: string, name: { zh: string } }[]} */ things) =>
  new Map(
    things.flatMap(({ code, name }) => [
      [code, code],
      [name.zh, code],
    ]),
  );
const indicators = namesOf(JSON.parse(readFileSync(programmeFile ?? '', 'utf8')).indicators);
const units = namesOf(JSON.parse(readFileSync(unitsFile ?? '', 'utf8')).units);
const database = new Sqlite(databaseFile);
database.exec(`
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE sample (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, indicator TEXT NOT NULL, unit TEXT NOT NULL,
    period TEXT NOT NULL, day TEXT NOT NULL, category TEXT NOT NULL, failed INTEGER NOT NULL CHECK (failed BETWEEN 0 AND 1),
    items TEXT NOT NULL) STRICT;
  CREATE TABLE observation (indicator TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL, passes INTEGER NOT NULL,
    total INTEGER NOT NULL, PRIMARY KEY (indicator, unit, period)) STRICT, WITHOUT ROWID;
  BEGIN IMMEDIATE`);
const insert = database.prepare(
  'INSERT INTO sample (number, indicator, unit, period, day, category, failed, items) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
);
/** @type {Map<string, { passes: number, total: number }>} */
const sums = new Map();
const lines = readFileSync(file ?? '', 'utf8').split('\n');
let rows = 0;
for (let at = 1; at < lines.length; at += 1) {
  const line = lines[at] ?? '';
  if (line === '') continue;
  const fields = line.split(',');
  const [
    number = '',
    indicatorName = '',
    unitName = '',
    day = '',
    category = '',
    ,
    verdict = '',
    items = '',
  ] = fields;
  const indicator = indicators.get(indicatorName);
  const unit = units.get(unitName);
  const parts = /^([12]\d{3})-(\d\d)-(\d\d)$/.exec(day);
  if (fields.length !== 8 || indicator === undefined || unit === undefined || parts === null)
    throw new Error(`line ${at + 1}: not eight fields, or an unknown name or day`);
  if (!/^[A-Z0-9]{4,60}$/.test(number) || (verdict !== '合格' && verdict !== '不合格'))
    throw new Error(`line ${at + 1}: no number or verdict`);
  const failed = verdict === '不合格' ? 1 : 0;
  const period = `${parts[1]}-Q${Math.ceil(Number(parts[2]) / 3)}`;
  insert.run(number, indicator, unit, period, day, category, failed, items);
  const key = `${indicator}|${unit}|${period}`;
  let sum = sums.get(key);
  if (sum === undefined) sums.set(key, (sum = { passes: 0, total: 0 }));
  sum.total += 1;
  sum.passes += 1 - failed;
  rows += 1;
}
const keep = database.prepare('INSERT INTO observation VALUES (?, ?, ?, ?, ?)');
for (const [key, { passes, total }] of sums) keep.run(...key.split('|'), passes, total);
database.exec('COMMIT');
const ms = performance.now() - began;
database.close();
process.stdout.write(JSON.stringify({ ms, rows }));
