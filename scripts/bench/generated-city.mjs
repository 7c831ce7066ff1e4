import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** 20 indicators × 200 counties × 25 quarters: 100,000 observations in two files of the 50,000 rows allowed. */
export const shape = { indicators: 20, parts: 200, quarters: 25, files: 2 };
const firstYear = 2019;
const firstQuarter = 3;
const clause = { ref: '一', quote: '合格率达到 97% 以上。' };

/** Text in both languages. */
const words = (/** @type {string} */ zh, /** @type {string} */ en) => ({ zh, en });
export const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
export const three = (/** @type {number} */ number) => String(number).padStart(3, '0');

/** @param {number} number from 1 */
const indicatorCode = (number) => `pass-rate-${two(number)}`;
/** @param {number} number from 1 */
const unitCode = (number) => `99${three(number)}`;

/** The quarters, oldest first; the newest, 2025-Q3, has ended on the demonstration's day. */
const quarters = Array.from({ length: shape.quarters }, (_, position) => {
  const quarter = firstQuarter - 1 + position;
  return `${firstYear + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
});

/** For a first file, so that neither side is measured with code that has never run: 8,000 rows. */
const earlierQuarters = ['2018-Q1', '2018-Q2'];

/** @param {'newest' | 'all'} targetYears judged from 2025 on, as the real programme, or in every year */
const programme = (targetYears) => ({
  code: 'bench-2025',
  name: words('测速方案', 'Bench programme'),
  title: words('测速', 'Bench'),
  policy: {
    title: words('测速意见', 'Bench policy'),
    issuer: words('测速市', 'Bench city'),
    issuedOn: '2019-01-01',
    status: 'issued',
  },
  units: 'bench',
  yearStart: '01-01',
  departments: [{ code: 'bureau', name: words('市局', 'Bureau') }],
  indicators: Array.from({ length: shape.indicators }, (_, position) => ({
    code: indicatorCode(position + 1),
    name: words(`第 ${two(position + 1)} 类产品合格率`, `Pass rate ${two(position + 1)}`),
    shortName: words(`第 ${two(position + 1)} 类`, `Rate ${two(position + 1)}`),
    measure: 'sampled-proportion',
    combination: 'pooled',
    frequency: 'quarter',
    sampleUnit: words('批', 'batches'),
    failureWord: words('不合格', 'failing'),
    definition: words('合格批次 ÷ 抽检批次', 'passes over samples'),
    departments: { lead: 'bureau' },
    deadlineDays: 15,
    scale: { low: 90, high: 100 },
    reportedBy: 'lower-units',
  })),
  targets: Array.from({ length: shape.indicators }, (_, position) => ({
    indicator: indicatorCode(position + 1),
    due: '2025',
    from: targetYears === 'all' ? String(firstYear) : '2025',
    comparators: [{ kind: 'at-least', threshold: '97' }],
    strength: 'required',
    clause,
  })),
});

const register = {
  code: 'bench',
  name: words('测速市', 'Bench city'),
  units: [
    { code: '99000', name: words('测速市', 'Bench city'), shortName: words('全市', 'City'), kind: 'whole' },
    ...Array.from({ length: shape.parts }, (_, position) => ({
      code: unitCode(position + 1),
      name: words(`第 ${three(position + 1)} 县`, `County ${three(position + 1)}`),
      shortName: words(`${three(position + 1)} 县`, `C ${three(position + 1)}`),
      kind: 'part',
      parent: '99000',
    })),
  ],
};

/** Numbers that look drawn by chance and are the same every time (mulberry32). */
export const seeded = (/** @type {number} */ seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * Writes programme, units and the files of figures into a folder: two with half the indicators each, and an
 * earlier, smaller one.
 * @param {string} folder
 */
export const writeCity = (folder) => {
  for (const name of ['programmes', 'units']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'units', 'bench.json'), JSON.stringify(register));
  const programmes = { newest: '', all: '' };
  for (const years of /** @type {const} */ (['newest', 'all'])) {
    programmes[years] = join(folder, 'programmes', `bench-${years}.json`);
    writeFileSync(programmes[years], JSON.stringify(programme(years)));
  }
  const random = seeded(20_251_016);
  /** @param {string} name @param {readonly number[]} indicators @param {readonly string[]} periods */
  const writeFigures = (name, indicators, periods) => {
    const lines = ['indicator,unit,period,basis,passes,total,rate,scheme,note'];
    for (const indicator of indicators) {
      for (const period of periods) {
        for (let part = 1; part <= shape.parts; part += 1) {
          const total = 40 + Math.floor(random() * 260);
          let failures = 0;
          for (let chance = 0; chance < 8; chance += 1) if (random() < (total * 0.025) / 8) failures += 1;
          lines.push(
            `${indicatorCode(indicator)},${unitCode(part)},${period},single,${total - failures},${total},,,`,
          );
        }
      }
    }
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const numbers = Array.from({ length: shape.indicators }, (_, position) => position + 1);
  const perFile = shape.indicators / shape.files;
  const files = Array.from({ length: shape.files }, (_, file) =>
    writeFigures(`figures-${file + 1}.csv`, numbers.slice(file * perFile, (file + 1) * perFile), quarters),
  );
  const earlier = writeFigures('earlier.csv', numbers, earlierQuarters);
  return { programmes, unitsFile: join(folder, 'units', 'bench.json'), files, earlier };
};
