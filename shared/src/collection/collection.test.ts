import { describe, expect, test } from 'vitest';
import { instantAt } from '../calendar';
import { programmeIndex, type Indicator, type ProgrammeIndex } from '../programme';
import {
  answeredSince,
  collectionPeriods,
  compareStates,
  dueForPage,
  dueOn,
  progressByDepartment,
  progressByUnit,
  progressOf,
  remindersOn,
  tasksOfPeriod,
  taskState,
  type CollectionTask,
  type KnownRevision,
  type TaskReading,
  type TaskState,
} from '.';

const text = (zh: string) => ({ zh, en: zh });

const anIndicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: text(code),
  shortName: text(code),
  breakable: code,
  aliases: [],
  measure: 'sampled-proportion',
  combination: 'pooled',
  scheme: null,
  frequency: 'quarter',
  sampleUnit: text('批'),
  failureWord: text('不合格'),
  definition: text(code),
  caution: null,
  departments: { lead: 'market', others: [] },
  deadlineDays: 10,
  scale: { low: 80, high: 100 },
  reportedBy: 'lower-units',
  ...more,
});

const aUnit = (code: string, kind: 'whole' | 'part' | 'reference') => ({
  code,
  name: text(code),
  shortName: text(code),
  aliases: [],
  kind,
  parent: kind === 'part' ? 'city' : null,
  within: null,
  tile: null,
});

const aProgramme = (
  indicators: readonly Indicator[],
  more: { readonly yearStart?: '01-01' | '07-01' } = {},
): ProgrammeIndex =>
  programmeIndex(
    {
      code: 'test',
      name: text('test'),
      title: text('test'),
      policy: { title: text('p'), issuer: text('p'), issuedOn: '2023-09-26', status: 'issued' },
      units: 'test',
      yearStart: more.yearStart ?? '01-01',
      departments: [
        { code: 'market', name: text('market') },
        { code: 'farm', name: text('farm') },
      ],
      indicators,
      targets: [],
      milestones: [],
      plans: [],
    },
    {
      code: 'test',
      name: text('test'),
      units: [
        aUnit('city', 'whole'),
        aUnit('east', 'part'),
        aUnit('west', 'part'),
        aUnit('province', 'reference'),
      ],
      excluded: [],
    },
  );

const food = anIndicator('food');
const survey = anIndicator('survey', {
  measure: 'score',
  combination: 'given',
  frequency: 'year',
  deadlineDays: -31,
  reportedBy: 'whole',
  departments: { lead: 'farm', others: [] },
});
const index = aProgramme([food, survey]);

const aTask = (more: Partial<CollectionTask> = {}): CollectionTask => ({
  indicator: 'food',
  unit: 'east',
  period: '2025-Q3',
  department: 'market',
  opensOn: '2025-10-01',
  dueOn: '2025-10-10',
  waived: null,
  ...more,
});

const on = (day: string, time = '10:00') => instantAt(day, time);

describe('what is owed for a period', () => {
  test('every unit owes the quarter, from the day after it ends to the deadline of the programme', () => {
    expect(
      tasksOfPeriod(index, '2025-Q3').map(({ unit, opensOn, dueOn: due }) => [unit, opensOn, due]),
    ).toEqual([
      ['east', '2025-10-01', '2025-10-10'],
      ['west', '2025-10-01', '2025-10-10'],
    ]);
  });

  test('a survey due before its year ends is owed by the whole, in the last quarter, and opens thirty days ahead', () => {
    const [task] = tasksOfPeriod(index, '2025-Q4').filter(({ indicator }) => indicator === 'survey');
    expect(task).toMatchObject({
      unit: 'city',
      period: '2025',
      department: 'farm',
      opensOn: '2025-10-31',
      dueOn: '2025-11-30',
    });
    expect(tasksOfPeriod(index, '2025-Q3').some(({ indicator }) => indicator === 'survey')).toBe(false);
  });

  test('monthly figures are three tasks of a quarter', () => {
    const monthly = aProgramme([food, anIndicator('visits', { frequency: 'month', deadlineDays: 5 })]);
    expect(
      tasksOfPeriod(monthly, '2025-Q3')
        .filter(({ indicator, unit }) => indicator === 'visits' && unit === 'east')
        .map(({ period, dueOn: due }) => [period, due]),
    ).toEqual([
      ['2025-M07', '2025-08-05'],
      ['2025-M08', '2025-09-05'],
      ['2025-M09', '2025-10-05'],
    ]);
  });

  test('a programme year that begins in July has its own quarters', () => {
    const july = aProgramme([food], { yearStart: '07-01' });
    expect(tasksOfPeriod(july, '2025-Q1').map(({ dueOn: due }) => due)).toEqual(['2025-10-10', '2025-10-10']);
  });

  test('a unit that the programme excuses owes nothing, and says why', () => {
    const waived = aProgramme([
      anIndicator('water', { waived: [{ unit: 'west', reason: text('无水利工程') }] }),
    ]);
    const tasks = tasksOfPeriod(waived, '2025-Q3');
    expect(tasks.map((task) => task.waived?.zh ?? null)).toEqual([null, '无水利工程']);
    expect(tasks.map((task) => taskState(task, null, '2026-01-01').kind)).toEqual(['late', 'waived']);
  });

  test('a page waits for the own period in which its period ends', () => {
    expect(dueForPage(index, survey, '2025-Q1')).toBe('2025-11-30');
    expect(dueForPage(index, food, '2025-Q1')).toBe('2025-04-10');
    expect(dueOn(survey, '2025', '01-01')).toBe('2025-11-30');
  });

  test('the periods run from the oldest known to the one that today lies in', () => {
    expect(collectionPeriods(index, { oldest: '2025-Q1', today: '2025-10-16', most: 40 })).toEqual([
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
    ]);
    expect(collectionPeriods(index, { oldest: '2020', today: '2025-10-16', most: 2 })).toEqual([
      '2025-Q3',
      '2025-Q4',
    ]);
  });
});

describe('where a task stands', () => {
  test.each<readonly [string, TaskState]>([
    ['2025-09-30', { kind: 'not-open' }],
    ['2025-10-01', { kind: 'open', daysLeft: 9 }],
    ['2025-10-04', { kind: 'open', daysLeft: 6 }],
    ['2025-10-05', { kind: 'due-soon', daysLeft: 5 }],
    ['2025-10-10', { kind: 'due-soon', daysLeft: 0 }],
    ['2025-10-11', { kind: 'late', days: 1 }],
    ['2025-10-16', { kind: 'late', days: 6 }],
  ])('without a figure on %s', (today, state) => {
    expect(taskState(aTask(), null, today)).toEqual(state);
  });

  test('on time is until the last minute of the last day in Shanghai', () => {
    const done = (day: string, time: string) =>
      taskState(aTask(), { kind: 'stands', since: on(day, time) }, '2025-10-16');
    expect(done('2025-10-10', '23:59')).toEqual({ kind: 'done-on-time' });
    expect(done('2025-10-11', '00:00')).toEqual({ kind: 'done-late', days: 1 });
  });

  test('what waits for a reviewer is neither done nor late', () => {
    const waits = (day: string) => taskState(aTask(), { kind: 'waits', since: on(day) }, '2025-10-16');
    expect(waits('2025-10-09')).toEqual({ kind: 'waiting', days: 0 });
    expect(waits('2025-10-12')).toEqual({ kind: 'waiting', days: 2 });
  });

  test('the worst comes first: late longest, then what is due soonest', () => {
    const states: readonly TaskState[] = [
      { kind: 'done-on-time' },
      { kind: 'open', daysLeft: 9 },
      { kind: 'late', days: 2 },
      { kind: 'due-soon', daysLeft: 1 },
      { kind: 'late', days: 30 },
      { kind: 'due-soon', daysLeft: 4 },
    ];
    expect([...states].sort(compareStates)).toEqual([
      { kind: 'late', days: 30 },
      { kind: 'late', days: 2 },
      { kind: 'due-soon', daysLeft: 1 },
      { kind: 'due-soon', daysLeft: 4 },
      { kind: 'open', daysLeft: 9 },
      { kind: 'done-on-time' },
    ]);
  });
});

describe('since when a figure is there', () => {
  const counts = { kind: 'counts', passes: 9, total: 10 } as const;
  const revision = (period: string, day: string, more: Partial<KnownRevision> = {}): KnownRevision => ({
    indicator: 'food',
    unit: 'east',
    period,
    basis: 'single',
    figure: counts,
    since: on(day),
    ...more,
  });

  test('the first time it was handed in, whatever was corrected later', () => {
    const known = [revision('2025-Q3', '2025-10-08'), revision('2025-Q3', '2025-12-01')];
    expect(answeredSince(index, aTask(), known)).toBe(on('2025-10-08'));
  });

  test('a withdrawn figure is owed again, and supplied again counts from the first time', () => {
    const known = [revision('2025-Q3', '2025-10-08'), revision('2025-Q3', '2025-10-20', { figure: null })];
    expect(answeredSince(index, aTask(), known)).toBeNull();
    expect(answeredSince(index, aTask(), [...known, revision('2025-Q3', '2025-11-01')])).toBe(
      on('2025-10-08'),
    );
  });

  test('three months answer a quarter once the last is there', () => {
    const months = [
      revision('2025-M07', '2025-08-03'),
      revision('2025-M08', '2025-09-03'),
      revision('2025-M09', '2025-10-12'),
    ];
    expect(answeredSince(index, aTask(), months.slice(0, 2))).toBeNull();
    expect(answeredSince(index, aTask(), months)).toBe(on('2025-10-12'));
  });

  test('a cumulative figure of the period answers it', () => {
    const known = [revision('2025-Q3', '2025-10-09', { basis: 'cumulative' })];
    expect(answeredSince(index, aTask(), known)).toBe(on('2025-10-09'));
  });

  test('nought of nought is a figure: a quarter without a single case is reported', () => {
    const known = [revision('2025-Q3', '2025-10-09', { figure: { kind: 'counts', passes: 0, total: 0 } })];
    expect(answeredSince(index, aTask(), known)).toBe(on('2025-10-09'));
  });

  test('another quarter answers nothing', () => {
    expect(answeredSince(index, aTask(), [revision('2025-Q2', '2025-07-09')])).toBeNull();
  });
});

const reading = (state: TaskState, more: Partial<CollectionTask> = {}): TaskReading => ({
  task: aTask(more),
  state,
});

describe('progress', () => {
  const readings = [
    reading({ kind: 'done-on-time' }),
    reading({ kind: 'done-late', days: 3 }, { indicator: 'b' }),
    reading({ kind: 'waiting', days: 0 }, { unit: 'west' }),
    reading({ kind: 'late', days: 6 }, { unit: 'west', department: 'farm' }),
    reading({ kind: 'due-soon', daysLeft: 2 }, { unit: 'west' }),
    reading({ kind: 'not-open' }),
    reading({ kind: 'waived' }, { unit: 'south' }),
  ];

  test('counts what is owed, what stands, what waits, and what came on time of what is decided', () => {
    expect(progressOf(readings)).toEqual({ owed: 5, done: 2, waiting: 1, late: 1, decided: 4, onTime: 2 });
  });

  test('parts add up to the whole, by unit and by department', () => {
    const byUnit = progressByUnit(readings, ['east', 'west', 'south', 'nobody']);
    expect(byUnit.map(({ unit, owed, onTime }) => [unit, owed, onTime])).toEqual([
      ['east', 2, 1],
      ['west', 3, 1],
      ['south', 0, 0],
    ]);
    const byDepartment = progressByDepartment(readings, ['market', 'farm']);
    expect(byDepartment.map(({ department, late }) => [department, late])).toEqual([
      ['market', 0],
      ['farm', 1],
    ]);
    for (const parts of [byUnit, byDepartment]) {
      expect(parts.reduce((sum, { owed }) => sum + owed, 0)).toBe(5);
    }
  });
});

describe('reminders', () => {
  const both = aProgramme([food, anIndicator('goods'), survey]);
  const readingsOn = (today: string): readonly TaskReading[] =>
    [...tasksOfPeriod(both, '2025-Q3'), ...tasksOfPeriod(both, '2025-Q4')].map((task) => ({
      task,
      state: taskState(task, null, today),
    }));

  test('five days and one day ahead each unit hears of its own figures, once', () => {
    for (const [today, daysLeft] of [
      ['2025-10-05', 5],
      ['2025-10-09', 1],
    ] as const) {
      expect(remindersOn(both, readingsOn(today), today)).toEqual(
        ['east', 'west'].map((unit) => ({
          to: { kind: 'unit', unit },
          daysLeft,
          dueOn: '2025-10-10',
          period: '2025-Q3',
          owed: [
            { indicator: 'food', units: [unit] },
            { indicator: 'goods', units: [unit] },
          ],
        })),
      );
    }
  });

  test('the day after, the department that leads hears who is late', () => {
    const made = remindersOn(both, readingsOn('2025-10-11'), '2025-10-11');
    expect(made.filter(({ to }) => to.kind === 'unit')).toHaveLength(2);
    expect(made.find(({ to }) => to.kind === 'department')).toMatchObject({
      to: { department: 'market' },
      owed: [
        { indicator: 'food', units: ['east', 'west'] },
        { indicator: 'goods', units: ['east', 'west'] },
      ],
    });
  });

  test('a figure of the whole is asked of the department that leads it', () => {
    expect(remindersOn(both, readingsOn('2025-11-25'), '2025-11-25')).toEqual([
      {
        to: { kind: 'department', department: 'farm' },
        daysLeft: 5,
        dueOn: '2025-11-30',
        period: '2025',
        owed: [{ indicator: 'survey', units: ['city'] }],
      },
    ]);
  });

  test.each(['2025-10-04', '2025-10-06', '2025-10-10', '2025-10-12'])(
    'nobody is written to on %s',
    (today) => {
      expect(remindersOn(both, readingsOn(today), today)).toEqual([]);
    },
  );

  test('what is done, waived or with the reviewers is not asked for', () => {
    const quiet: readonly TaskState[] = [
      { kind: 'done-on-time' },
      { kind: 'waiting', days: 0 },
      { kind: 'waived' },
      { kind: 'not-open' },
    ];
    expect(
      remindersOn(
        both,
        quiet.map((state) => reading(state)),
        '2025-10-05',
      ),
    ).toEqual([]);
  });
});
