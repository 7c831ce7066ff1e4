// Child program of the bench: node bare-ingest.mjs insert|checked DATABASE PROGRAMME UNITS EARLIER|- FILE…
// EARLIER is stored first and not measured.
// What the same figures cost with nothing but Node and better-sqlite3. Prints {"ms", "cpuMs", "rows"}.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const Sqlite = createRequire(new URL('../../server/package.json', import.meta.url))('better-sqlite3');
const [kind, databaseFile, programmeFile, unitsFile, earlier = '-', ...files] = process.argv.slice(2);

/** Rows that are parsed already, into one table with a unique key, one transaction. */
const bareInsert = () => {
  const rows = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [indicator, unit, period, basis, passes, total] = line.split(',');
        return [indicator, unit, period, basis, Number(passes), Number(total)];
      }),
  );
  const began = performance.now();
  const database = new Sqlite(databaseFile);
  database.exec(`
    CREATE TABLE observation (indicator TEXT, unit TEXT, period TEXT, basis TEXT, passes INTEGER, total INTEGER,
      UNIQUE (indicator, unit, period, basis));
    BEGIN`);
  const insert = database.prepare('INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?)');
  for (const row of rows) insert.run(row);
  database.exec('COMMIT');
  database.close();
  return { ms: performance.now() - began, rows: rows.length };
};

/**
 * The checked limit of the speed goals: parse, check values and names, store under a unique key, keep the sums
 * of the whole and from the year's start beside them, durably; one transaction a file. As plain as it gets.
 */
const checkedIngest = () => {
  let began = performance.now();
  let used = process.cpuUsage();
  const { units } = JSON.parse(readFileSync(unitsFile ?? '', 'utf8'));
  const names = {
    indicators: namesOf(JSON.parse(readFileSync(programmeFile ?? '', 'utf8')).indicators),
    units: namesOf(units),
  };
  const whole = units.find((/** @type {{ kind: string }} */ unit) => unit.kind === 'whole').code;
  const database = new Sqlite(databaseFile);
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE observation (id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL,
      basis TEXT NOT NULL, passes INTEGER NOT NULL, total INTEGER NOT NULL, UNIQUE (indicator, unit, period, basis)) STRICT;
    CREATE TABLE rollup (indicator TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL, basis TEXT NOT NULL,
      passes INTEGER NOT NULL, total INTEGER NOT NULL, PRIMARY KEY (indicator, unit, period, basis)) STRICT, WITHOUT ROWID;`);
  const insert = database.prepare(
    'INSERT INTO observation (indicator, unit, period, basis, passes, total) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const add = database.prepare(`INSERT INTO rollup VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET passes = passes + excluded.passes, total = total + excluded.total`);
  let stored = 0;
  for (const file of earlier === '-' ? files : [earlier, ...files]) {
    const lines = readFileSync(file, 'utf8').split('\n');
    /** Four quarters of an indicator, unit and year, as passes and total in turn. @type {Map<string, number[]>} */
    const years = new Map();
    database.exec('BEGIN IMMEDIATE');
    for (let number = 1; number < lines.length; number += 1) {
      const line = lines[number] ?? '';
      if (line === '') continue;
      const { indicator, unit, period, basis, passes, total, year, quarter } = checkedRow(
        line,
        number + 1,
        names,
      );
      insert.run(indicator, unit, period, basis, passes, total);
      const place = (quarter - 1) * 2;
      for (const about of [unit, whole]) {
        const key = `${indicator}|${about}|${year}`;
        let sums = years.get(key);
        if (sums === undefined) years.set(key, (sums = [0, 0, 0, 0, 0, 0, 0, 0]));
        sums[place] = (sums[place] ?? 0) + passes;
        sums[place + 1] = (sums[place + 1] ?? 0) + total;
      }
      stored += 1;
    }
    for (const [key, sums] of years) {
      const [indicator, unit, year] = key.split('|');
      let passes = 0;
      let total = 0;
      for (let quarter = 1; quarter <= 4; quarter += 1) {
        const single = [sums[quarter * 2 - 2] ?? 0, sums[quarter * 2 - 1] ?? 0];
        if (single[1] === 0) continue;
        passes += single[0] ?? 0;
        total += single[1] ?? 0;
        const period = `${year}-Q${quarter}`;
        if (unit === whole) add.run(indicator, unit, period, 'single', ...single);
        add.run(indicator, unit, period, 'cumulative', passes, total);
      }
    }
    database.exec('COMMIT');
    if (file !== earlier) continue;
    began = performance.now();
    used = process.cpuUsage();
    stored = 0;
  }
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  database.close();
  return { ms, cpuMs: (user + system) / 1000, rows: stored };
};

/**
 * One line as a row with everything about it checked; throws at the first that is wrong.
 * @param {string} line
 * @param {number} number as an editor counts
 * @param {{ indicators: Map<string, string>, units: Map<string, string> }} names
 */
const checkedRow = (line, number, names) => {
  const fields = line.split(',');
  const [, , period = '', basis = '', passesText = '', totalText = ''] = fields;
  const indicator = names.indicators.get(fields[0] ?? '');
  const unit = names.units.get(fields[1] ?? '');
  const parts = /^([12]\d{3})-Q([1-4])$/.exec(period);
  if (fields.length !== 9 || indicator === undefined || unit === undefined || parts === null)
    throw new Error(`line ${number}: not nine fields, or an unknown name or period`);
  if (basis !== 'single' || !/^\d{1,9}$/.test(passesText) || !/^\d{1,9}$/.test(totalText))
    throw new Error(`line ${number}: no basis or no count`);
  const passes = Number(passesText);
  const total = Number(totalText);
  if (passes > total || total === 0) throw new Error(`line ${number}: counts disagree`);
  return { indicator, unit, period, basis, passes, total, year: parts[1], quarter: Number(parts[2]) };
};

const namesOf = (
  /** @type {{ code: string, name: { zh: string, en: string }, aliases?: string[] }[]} */ things,
) => {
  const names = new Map();
  for (const { code, name, aliases = [] } of things)
    for (const text of [code, name.zh, name.en, ...aliases]) names.set(text, code);
  return names;
};

process.stdout.write(JSON.stringify(kind === 'insert' ? bareInsert() : checkedIngest()));
