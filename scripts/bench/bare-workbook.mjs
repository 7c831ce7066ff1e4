// Child program of the bench: node bare-workbook.mjs DATABASE EARLIER FILE
// What a workbook of figures costs with nothing but Node and better-sqlite3: unpack two parts, find the cells, insert
// under a unique key, one durable transaction. EARLIER is stored first and not measured. Prints {"ms", "cpuMs", "rows"}.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';

const Sqlite = createRequire(new URL('../../server/package.json', import.meta.url))('better-sqlite3');
const [databaseFile = '', earlier = '', file = ''] = process.argv.slice(2);

/** A part of a package, unpacked. @param {Buffer} zip @param {string} wanted */
const partOf = (zip, wanted) => {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = zip.readUInt32LE(at + 20);
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, nameEnd) === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      return inflateRawSync(zip.subarray(from, from + size)).toString();
    }
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`no ${wanted}`);
};

const database = new Sqlite(databaseFile);
database.exec(`
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE observation (id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL,
    basis TEXT NOT NULL, passes INTEGER NOT NULL, total INTEGER NOT NULL, UNIQUE (indicator, unit, period, basis)) STRICT;`);
const insert = database.prepare(
  'INSERT INTO observation (indicator, unit, period, basis, passes, total) VALUES (?, ?, ?, ?, ?, ?)',
);

const store = (/** @type {string} */ path) => {
  const zip = readFileSync(path);
  const texts = [...partOf(zip, 'xl/sharedStrings.xml').matchAll(/<t>([^<]*)<\/t>/g)].map(([, text]) => text);
  let rows = 0;
  database.exec('BEGIN IMMEDIATE');
  for (const [, row = ''] of partOf(zip, 'xl/worksheets/sheet1.xml').matchAll(/<row [^>]*>(.*?)<\/row>/g)) {
    rows += 1;
    if (rows === 1) continue;
    const cells = [...row.matchAll(/<c r="[A-Z]+\d+"( t="s")?><v>([^<]*)<\/v>/g)].map(([, isText, value]) =>
      isText === undefined ? Number(value) : texts[Number(value)],
    );
    insert.run(cells);
  }
  database.exec('COMMIT');
  return rows - 1;
};

store(earlier);
const began = performance.now();
const used = process.cpuUsage();
const rows = store(file);
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(used);
database.close();
process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000, rows }));
