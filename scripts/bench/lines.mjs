import { median } from './median.mjs';
import { overviewRatios } from './overview.mjs';
import { kilobytes, ms, times } from './table.mjs';

/** @typedef {import('./table.mjs').Line} Line */

const dash = '–';
const perSecond = (/** @type {number} */ value) => `${Math.round(value).toLocaleString('en')}/s`;

/** Round by round, so that a busy moment of the machine weighs on both. @param {readonly number[]} ours @param {readonly number[]} beside */
const ratioOf = (ours, beside) => median(ours.map((value, round) => value / (beside[round] ?? Number.NaN)));

/** @param {Omit<Awaited<ReturnType<typeof import('./ingest.mjs').measureIngest>>, 'full' | 'city'>} measured @returns {Line[]} */
export const ingestLines = ({ rows, times: took, cpu, steps, memory, longestWaitMs }) => {
  const line = (/** @type {Partial<Line>} */ parts) => ({
    id: '',
    what: '',
    ours: '',
    beside: '',
    ratio: '',
    goal: '',
    holds: null,
    ...parts,
  });
  const running = ratioOf(took.running, took.limitRunning);
  const mean = (/** @type {number[]} */ list) => median(list);
  return [
    line({
      id: 'S1',
      what: `${rows.toLocaleString('en')} observations, file to ledger and assessments, beside the checked limit (both running)`,
      ours: `${ms(median(took.running))}, ${perSecond((rows / median(took.running)) * 1000)}`,
      beside: ms(median(took.limitRunning)),
      ratio: times(running),
      goal: '≤ 2.5 (1.5)',
      holds: running <= 2.5,
    }),
    line({
      what: '  with the effects on headlines and alerts looked at before, by author and reviewer',
      ours: ms(median(took.looked)),
      beside: ms(median(took.limitRunning)),
      ratio: times(ratioOf(took.looked, took.limitRunning)),
    }),
    ...(cpu.ours.some(Number.isNaN)
      ? []
      : [
          line({
            what: '  processor time of all threads; with the effects looked at',
            ours: `${ms(median(cpu.ours))}; ${ms(median(cpu.looked))}`,
            beside: ms(median(cpu.limit)),
            ratio: times(ratioOf(cpu.ours, cpu.limit)),
          }),
        ]),
    line({
      what: '  both just started, code never run before',
      ours: ms(median(took.fresh)),
      beside: ms(median(took.limitFresh)),
      ratio: times(ratioOf(took.fresh, took.limitFresh)),
    }),
    line({
      what: '  with targets in every year (running, and watched)',
      ours: ms(median(took.allYears)),
      beside: ms(median(took.limitRunning)),
      ratio: times(ratioOf(took.allYears, took.limitRunning)),
    }),
    line({
      what: '  beside a bare prepared insert of rows that are parsed already',
      ours: ms(median(took.running)),
      beside: ms(median(took.insert)),
      ratio: times(ratioOf(took.running, took.insert)),
    }),
    line({
      what: '  one file: upload, preview, commit; longest wait of another meanwhile',
      ours: `${ms(mean(steps.upload))}, ${ms(mean(steps.preview))}, ${ms(mean(steps.commit))}; ${ms(longestWaitMs)}`,
    }),
    ...(memory.peakMb.length === 0
      ? []
      : [
          line({
            what: 'memory idle / at the highest during S1',
            ours: `${median(memory.idleMb)} / ${median(memory.peakMb)} MB`,
            goal: '≤ 160 / 600 MB',
            holds: median(memory.idleMb) <= 160 && median(memory.peakMb) <= 600,
          }),
        ]),
  ];
};

/** @param {Awaited<ReturnType<typeof import('./workbook.mjs').measureWorkbook>>} measured @returns {Line[]} */
export const workbookLines = ({ rows, times: took, steps }) => {
  const ours = median(took.ours);
  const ratio = ratioOf(took.ours, took.limit);
  return [
    {
      id: 'S5',
      what: `workbook of ${rows.toLocaleString('en')} rows, upload to a leader's overview, beside a bare reader and insert`,
      ours: ms(ours),
      beside: ms(median(took.limit)),
      ratio: times(ratio),
      goal: '≤ 4 (2), ≤ 2 s',
      holds: ratio <= 4 && ours <= 2000,
    },
    {
      id: '',
      what: '  the same in processor time',
      ours: ms(median(took.oursCpu)),
      beside: ms(median(took.limitCpu)),
      ratio: times(ratioOf(took.oursCpu, took.limitCpu)),
      goal: '',
      holds: null,
    },
    {
      id: '',
      what: `  ${Object.keys(steps).join(', ')}`,
      ours: Object.values(steps)
        .map((list) => Math.round(median(list)))
        .join(', '),
      beside: dash,
      ratio: '',
      goal: '',
      holds: null,
    },
  ];
};

/** @param {Awaited<ReturnType<typeof import('./samples.mjs').measureSamples>>} measured @returns {Line[]} */
export const sampleLines = ({ rows, few, megabytes, seen, steps }) => {
  const line = (/** @type {Partial<Line>} */ parts) => ({
    id: '',
    what: '',
    ours: '',
    beside: '',
    ratio: '',
    goal: '',
    holds: null,
    ...parts,
  });
  const many = rows.toLocaleString('en');
  const ratio = ratioOf(seen.large, seen.limitLarge);
  const growth = ratioOf(seen.large, seen.small);
  const idle = median(seen.idleMb);
  const peak = median(seen.peakMb);
  const waits = ratioOf(seen.p99, seen.idleP50);
  const longest = Math.max(...seen.longest);
  const [first = {}] = steps;
  return [
    line({
      id: 'S2',
      what: `${many} samples in one list of ${Math.round(megabytes)} MB, file to figures, beside the checked limit`,
      ours: `${ms(median(seen.large))}, ${perSecond((rows / median(seen.large)) * 1000)}`,
      beside: ms(median(seen.limitLarge)),
      ratio: times(ratio),
      goal: '≤ 2 (1.25)',
      holds: ratio <= 2,
    }),
    line({
      what: `  beside ${few.toLocaleString('en')} samples (limit: ${times(ratioOf(seen.limitLarge, seen.limitSmall))})`,
      ours: ms(median(seen.large)),
      beside: ms(median(seen.small)),
      ratio: times(growth),
      goal: '≤ 11',
      holds: growth <= 11,
    }),
    line({
      what: `  ${Object.keys(first).join(', ')}`,
      ours: Object.keys(first)
        .map((step) => Math.round(median(steps.map((round) => round[step] ?? Number.NaN))))
        .join(', '),
    }),
    ...(Number.isNaN(idle)
      ? []
      : [
          line({
            id: 'S6',
            what: 'memory idle / highest until after S2 (resting again)',
            ours: `${idle} / ${peak} MB (${median(seen.afterMb)} MB)`,
            goal: '≤ 160 / 600 MB',
            holds: idle <= 160 && peak <= 600,
          }),
        ]),
    line({
      id: 'S8',
      what: 'overview, p99 while a list of samples is read, beside p50 idle; longest wait',
      ours: `${ms(median(seen.p99))}; ${ms(longest)}`,
      beside: ms(median(seen.idleP50)),
      ratio: times(waits),
      goal: '≤ 10 (5), ≤ 100 ms',
      holds: waits <= 10 && longest <= 100,
    }),
  ];
};

/** @param {Awaited<ReturnType<typeof import('./overview.mjs').measureOverview>>} measured @returns {Line[]} */
export const overviewLines = (measured) => {
  const { bytes, rates, firstMs, expressMb } = measured;
  const ratios = overviewRatios(measured);
  return [
    {
      id: 'S3',
      what: `overview (${kilobytes(bytes)}), signed in, 50 connections, beside bare express`,
      ours: perSecond(median(rates.ours)),
      beside: perSecond(median(rates.express)),
      ratio: times(ratios.express),
      goal: '≥ 0.8 (1.8)',
      holds: ratios.express >= 0.8,
    },
    ...(ratios.full === null
      ? []
      : [
          {
            id: '',
            what: '  with 108,000 observations, beside 1,440',
            ours: perSecond(median(rates.full)),
            beside: perSecond(median(rates.few)),
            ratio: times(ratios.full),
            goal: '≥ 0.9',
            holds: ratios.full >= 0.9,
          },
          {
            id: '',
            what: '  the first answer after a change, the same two',
            ours: ms(median(firstMs.full)),
            beside: ms(median(firstMs.few)),
            ratio: dash,
            goal: '',
            holds: null,
          },
        ]),
    {
      id: '',
      what: 'memory of bare express under the same load',
      ours: '',
      beside: expressMb === null ? dash : `${expressMb} MB`,
      ratio: '',
      goal: '',
      holds: null,
    },
  ];
};

/** @param {NonNullable<Awaited<ReturnType<typeof import('./first-page.mjs').measureFirstPage>>>} measured @returns {Line[]} */
export const firstPageLines = ({ gauges, seen }) => {
  const middle = (
    /** @type {'cold' | 'warm' | 'bare'} */ kind,
    /** @type {keyof import('./first-page.mjs').Seen} */ field,
  ) => median(seen[kind].map((visit) => visit[field]));
  const bytes = [middle('cold', 'bytes'), middle('warm', 'bytes')];
  return [
    {
      id: 'S4',
      what: `first page: ${gauges} gauges visible, beside one bare gauge (CPU 4 × slower, 10 Mbit/s, 40 ms)`,
      ours: ms(middle('cold', 'visibleMs')),
      beside: ms(middle('bare', 'aliveMs')),
      ratio: times(middle('cold', 'visibleMs') / middle('bare', 'aliveMs')),
      goal: '',
      holds: null,
    },
    {
      id: '',
      what: '  drawn by the chart library; the second visit',
      ours: `${ms(middle('cold', 'aliveMs'))}; ${ms(middle('warm', 'aliveMs'))}`,
      beside: ms(middle('bare', 'aliveMs')),
      ratio: times(middle('cold', 'aliveMs') / middle('bare', 'aliveMs')),
      goal: '',
      holds: null,
    },
    {
      id: '',
      what: '  bytes over the wire, cold / warm',
      ours: bytes.map(kilobytes).join(' / '),
      beside: kilobytes(middle('bare', 'bytes')),
      ratio: times((bytes[0] ?? Number.NaN) / middle('bare', 'bytes')),
      goal: '≤ 320 / 12 kB',
      holds: (bytes[0] ?? Infinity) <= 320_000 && (bytes[1] ?? Infinity) <= 12_000,
    },
    {
      id: '',
      what: '  requests, cold / warm',
      ours: `${middle('cold', 'requests')} / ${middle('warm', 'requests')}`,
      beside: String(middle('bare', 'requests')),
      ratio: '',
      goal: '≤ 8',
      holds: middle('cold', 'requests') <= 8,
    },
  ];
};

/** @param {Awaited<ReturnType<typeof import('./second-start.mjs').measureSecondStart>>} measured @returns {Line[]} */
export const startLines = ({ firstMs, secondMs }) => [
  {
    id: 'S9',
    what: 'npm start, the second time, to the first answer (first time: fills the demonstration)',
    ours: ms(median(secondMs)),
    beside: ms(firstMs),
    ratio: '',
    goal: '≤ 1,500 ms (800)',
    holds: median(secondMs) <= 1500,
  },
];
