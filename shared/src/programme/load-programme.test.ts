import { expect, test } from 'vitest';
import { loadProgramme, loadUnits, problemText, programmeIndex, type UnitRegister } from '.';

const text = (words: string) => ({ zh: words, en: words });

function aUnits(changes: object = {}) {
  const unit = (code: string, kind: string, more: object = {}) => ({
    code,
    name: text(`unit ${code}`),
    shortName: text(code),
    kind,
    ...more,
  });
  return {
    code: 'place',
    name: text('Place'),
    units: [
      unit('city', 'whole'),
      unit('east', 'part', { parent: 'city' }),
      unit('west', 'part', { parent: 'city' }),
      unit('harbour', 'part', { parent: 'city', within: 'west' }),
      unit('province', 'reference'),
    ],
    ...changes,
  };
}

function anIndicator(changes: object = {}) {
  return {
    code: 'food',
    name: text('Food pass rate'),
    shortName: text('Food'),
    measure: 'sampled-proportion',
    combination: 'pooled',
    frequency: 'quarter',
    sampleUnit: text('batches'),
    failureWord: text('failing'),
    definition: text('passes over total'),
    departments: { lead: 'market' },
    deadlineDays: 10,
    scale: { low: 90, high: 100 },
    reportedBy: 'lower-units',
    ...changes,
  };
}

function aTarget(changes: object = {}) {
  return {
    indicator: 'food',
    due: '2025',
    from: '2024',
    comparators: [{ kind: 'at-least', threshold: '98.5' }],
    strength: 'required',
    clause: { ref: '1', quote: 'at least 98.5 %' },
    ...changes,
  };
}

function aProgramme(changes: object = {}) {
  return {
    code: 'test',
    name: text('Test'),
    title: text('Test'),
    policy: { title: text('Policy'), issuer: text('Office'), issuedOn: '2023-09-26', status: 'draft' },
    units: 'place',
    yearStart: '01-01',
    departments: [{ code: 'market', name: text('Market office') }],
    indicators: [anIndicator()],
    targets: [aTarget()],
    ...changes,
  };
}

function register(): UnitRegister {
  const loaded = loadUnits(aUnits());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
}

/** `path code` of every problem. */
function problemsOf(programme: unknown): readonly string[] {
  const loaded = loadProgramme(programme, register());
  return loaded.ok ? [] : loaded.refusal.map((problem) => `${problem.path} ${problem.code}`);
}

function unitProblemsOf(units: unknown): readonly string[] {
  const loaded = loadUnits(units);
  return loaded.ok ? [] : loaded.refusal.map((problem) => `${problem.path} ${problem.code}`);
}

const withTarget = (changes: object) => aProgramme({ targets: [aTarget(changes)] });
const withIndicator = (changes: object) => aProgramme({ indicators: [anIndicator(changes)] });
const withPlan = (changes: object) =>
  aProgramme({
    plans: [{ indicator: 'food', unit: 'city', year: 2025, planned: 100, firm: false, ...changes }],
  });

test('a programme with only what must be said loads, and what is left out has its plain meaning', () => {
  const loaded = loadProgramme({ $schema: 'x', ...aProgramme() }, register());
  expect(loaded.ok && loaded.value).toMatchObject({ plans: [], milestones: [] });
  expect(loaded.ok && loaded.value.indicators[0]).toMatchObject({
    breakable: 'Food pass rate',
    aliases: [],
    scheme: null,
    caution: null,
  });
  expect(loaded.ok && '$schema' in loaded.value).toBe(false);
});

test.each([
  [
    'a target without clause',
    withTarget({ clause: undefined }),
    '/targets/0/clause programme.target-without-clause',
  ],
  [
    'a clause without words',
    withTarget({ clause: { ref: '1', quote: ' ' } }),
    '/targets/0/clause/quote programme.too-short',
  ],
  ['a missing name', withIndicator({ name: undefined }), '/indicators/0/name programme.missing'],
  ['a misspelt key', withIndicator({ colour: 'red' }), '/indicators/0/colour programme.unknown-key'],
  [
    'a number as text',
    withIndicator({ deadlineDays: '10' }),
    '/indicators/0/deadlineDays programme.wrong-type',
  ],
  ['an unknown measure', withIndicator({ measure: 'guess' }), '/indicators/0/measure programme.not-allowed'],
  [
    'an unknown comparator',
    withTarget({ comparators: [{ kind: 'below' }] }),
    '/targets/0/comparators/0/kind programme.not-allowed',
  ],
  ['a code in capitals', aProgramme({ code: 'Test' }), '/code programme.malformed'],
  [
    'a day that does not exist',
    aProgramme({ policy: { title: text('P'), issuer: text('O'), issuedOn: '2023-02-30', status: 'draft' } }),
    '/policy/issuedOn programme.malformed',
  ],
  ['a quarter where a year is due', withTarget({ due: '2025-Q4' }), '/targets/0/due programme.not-a-year'],
  ['a target due before it starts', withTarget({ from: '2026' }), '/targets/0/from programme.from-after-due'],
  [
    'a threshold above 100',
    withTarget({ comparators: [{ kind: 'at-least', threshold: '100.5' }] }),
    '/targets/0/comparators/0/threshold programme.threshold-range',
  ],
  [
    'a threshold that is no exact decimal',
    withTarget({ comparators: [{ kind: 'at-least', threshold: '9.85e1' }] }),
    '/targets/0/comparators/0/threshold programme.malformed',
  ],
  [
    'a threshold as a number',
    withTarget({ comparators: [{ kind: 'at-least', threshold: 98.5 }] }),
    '/targets/0/comparators/0/threshold programme.wrong-type',
  ],
  ['no comparator', withTarget({ comparators: [] }), '/targets/0/comparators programme.too-short'],
  [
    'a target of an unknown indicator',
    withTarget({ indicator: 'water' }),
    '/targets/0/indicator programme.unknown-indicator',
  ],
  [
    'an unknown reference',
    withTarget({ comparators: [{ kind: 'not-below', reference: 'nation' }] }),
    '/targets/0/comparators/0/reference programme.unknown-unit',
  ],
  [
    'a county as reference',
    withTarget({ comparators: [{ kind: 'not-below', reference: 'east' }] }),
    '/targets/0/comparators/0/reference programme.not-a-reference',
  ],
  [
    'coverage asked of a sample',
    withTarget({ comparators: [{ kind: 'coverage', threshold: '95' }] }),
    '/targets/0/comparators/0/kind programme.coverage-needs-register',
  ],
  [
    'a gauge that misses its target',
    withIndicator({ scale: { low: 99, high: 100 } }),
    '/targets/0/comparators/0 programme.scale-without-target',
  ],
  [
    'a gauge that falls',
    withIndicator({ scale: { low: 100, high: 90 } }),
    '/indicators/0/scale programme.scale-reversed',
  ],
  [
    'an unknown department',
    withIndicator({ departments: { lead: 'market', others: ['police'] } }),
    '/indicators/0/departments/others/0 programme.unknown-department',
  ],
  [
    'a pooled score',
    withIndicator({ measure: 'score', reportedBy: 'whole' }),
    '/indicators/0/combination programme.score-not-given',
  ],
  [
    'sums of a weighted rate',
    withIndicator({ combination: 'weighted' }),
    '/indicators/0/reportedBy programme.sum-of-finished-rates',
  ],
  [
    'sums of a finished rate',
    withIndicator({ combination: 'given' }),
    '/indicators/0/reportedBy programme.sum-of-finished-rates',
  ],
  [
    'weights of a pooled indicator',
    withIndicator({ weights: [{ unit: 'city', weight: '1' }] }),
    '/indicators/0/weights programme.weights-not-asked',
  ],
  [
    'a weight of a unit that is not there',
    withIndicator({
      combination: 'weighted',
      reportedBy: 'whole',
      weights: [{ unit: 'atlantis', weight: '1' }],
    }),
    '/indicators/0/weights/0/unit programme.unknown-unit',
  ],
  [
    'a weight of nought',
    withIndicator({
      combination: 'weighted',
      reportedBy: 'whole',
      weights: [{ unit: 'city', weight: '0.0' }],
    }),
    '/indicators/0/weights/0/weight programme.weight-not-positive',
  ],
  ['another register', aProgramme({ units: 'elsewhere' }), '/units programme.unknown-register'],
  [
    'a milestone of an unknown indicator',
    aProgramme({
      milestones: [{ due: '2035', indicator: 'water', words: text('w'), clause: { ref: '1', quote: 'q' } }],
    }),
    '/milestones/0/indicator programme.unknown-indicator',
  ],
  ['a plan for an unknown unit', withPlan({ unit: 'north' }), '/plans/0/unit programme.unknown-unit'],
  [
    'a plan for an unknown indicator',
    withPlan({ indicator: 'water' }),
    '/plans/0/indicator programme.unknown-indicator',
  ],
  ['a plan for the province', withPlan({ unit: 'province' }), '/plans/0/unit programme.plan-for-reference'],
  ['a plan of nothing', withPlan({ planned: 0 }), '/plans/0/planned programme.out-of-range'],
  ['a plan of half a batch', withPlan({ planned: 1.5 }), '/plans/0/planned programme.out-of-range'],
  [
    'two targets from the same year',
    aProgramme({ targets: [aTarget(), aTarget()] }),
    '/targets/1 programme.duplicate-target',
  ],
  [
    'an indicator code used twice',
    aProgramme({ indicators: [anIndicator(), anIndicator({ name: text('Other') })] }),
    '/indicators/1/code programme.duplicate-code',
  ],
  [
    'an alias that is another name',
    aProgramme({
      indicators: [
        anIndicator(),
        anIndicator({ code: 'agri', name: text('Agri'), aliases: ['ＦＯＯＤ pass\u200brate'] }),
      ],
    }),
    '/indicators/1/aliases/0 programme.name-taken',
  ],
  ['no object at all', [], '/ programme.wrong-type'],
])('%s is refused with its path', (_, programme, expected) => {
  expect(problemsOf(programme)).toEqual([expected]);
});

test('every mistake is reported at once', () => {
  const problems = problemsOf(
    aProgramme({
      targets: [aTarget({ indicator: 'water' })],
      plans: [{ indicator: 'food', unit: 'north', year: 2025, planned: -1, firm: true }],
    }),
  );
  expect(problems).toHaveLength(3);
});

const units = aUnits().units;
test.each([
  ['no whole', { units: units.slice(4) }, '/units programme.no-whole'],
  [
    'two wholes',
    { units: [...units, { ...units[0], code: 'town', name: text('town') }] },
    '/units/5/kind programme.several-wholes',
  ],
  [
    'a part without parent',
    { units: [units[0], { ...units[1], parent: null }] },
    '/units/1/parent programme.parent-missing',
  ],
  [
    'an unknown parent',
    { units: [units[0], { ...units[1], parent: 'nowhere' }] },
    '/units/1/parent programme.unknown-unit',
  ],
  [
    'a reference with a parent',
    { units: [units[0], { ...units[4], parent: 'city' }] },
    '/units/1/parent programme.parent-not-allowed',
  ],
  [
    'a zone within an unknown unit',
    { units: [units[0], units[3]] },
    '/units/1/within programme.unknown-unit',
  ],
  [
    'a zone within the whole',
    { units: [units[0], { ...units[1], within: 'city' }] },
    '/units/1/within programme.within-not-a-part',
  ],
  [
    'a zone within itself',
    { units: [units[0], { ...units[1], within: 'east' }] },
    '/units/1/within programme.within-circular',
  ],
  [
    'a code used twice',
    { units: [...units, { ...units[1], name: text('other') }] },
    '/units/5/code programme.duplicate-code',
  ],
  [
    'a name used twice',
    { units: [...units, { ...units[1], code: 'south' }] },
    '/units/5/name/zh programme.name-taken',
  ],
  [
    'a unit that is also excluded',
    { excluded: [{ name: text('unit east'), reason: text('why') }] },
    '/excluded/0/name/zh programme.name-taken',
  ],
  ['a misspelt key', { unit: [] }, '/unit programme.unknown-key'],
])('a register with %s is refused with its path', (_, changes, expected) => {
  expect(unitProblemsOf(aUnits(changes))).toContain(expected);
});

test('circles through several units are found on each of them', () => {
  const circle = [units[0], { ...units[1], within: 'west' }, { ...units[2], within: 'east' }];
  expect(unitProblemsOf(aUnits({ units: circle }))).toEqual([
    '/units/1/within programme.within-circular',
    '/units/2/within programme.within-circular',
  ]);
  const parents = [units[0], { ...units[1], parent: 'west' }, { ...units[2], parent: 'east' }];
  expect(unitProblemsOf(aUnits({ units: parents }))).toEqual([
    '/units/1/parent programme.parent-circular',
    '/units/2/parent programme.parent-circular',
  ]);
});

test('a zone within a county is shown but not added a second time', () => {
  const loaded = loadProgramme(aProgramme(), register());
  if (!loaded.ok) throw new Error('refused');
  const index = programmeIndex(loaded.value, register());
  expect(index.parts.map((unit) => unit.code)).toEqual(['east', 'west', 'harbour']);
  expect(index.addends('city').map((unit) => unit.code)).toEqual(['east', 'west']);
  expect(index.addends('east')).toEqual([]);
});

test('a later target takes over from its first year on', () => {
  const later = aTarget({ from: '2026', due: '2030', comparators: [{ kind: 'at-least', threshold: '99' }] });
  const loaded = loadProgramme(aProgramme({ targets: [later, aTarget()] }), register());
  if (!loaded.ok) throw new Error('refused');
  const index = programmeIndex(loaded.value, register());
  const threshold = (year: number) => index.target('food', year)?.due ?? null;
  expect([2023, 2024, 2025, 2026, 2027].map(threshold)).toEqual([null, '2025', '2025', '2030', '2030']);
});

test('every problem has a sentence in both languages that names what was found', () => {
  const loaded = loadProgramme(withTarget({ indicator: 'water' }), register());
  const problem = loaded.ok ? undefined : loaded.refusal[0];
  if (problem === undefined) throw new Error('no problem');
  expect(problemText(problem, 'en')).toBe('There is no indicator "water".');
  expect(problemText(problem, 'zh')).toBe('没有代码为“water”的指标。');
});
