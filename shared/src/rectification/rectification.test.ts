import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../access';
import type { Alert } from '../alert';
import { plainWeeks } from '../calendar';
import type { AlertLevel } from '../statistics';
import {
  afterAct,
  deadlineLight,
  firstOwner,
  fixersOf,
  isOwner,
  latestStep,
  maySee,
  openings,
  rectificationActs,
  rectificationRules,
  rectificationStates,
  usualDays,
  type ActRequest,
  type PersonalAct,
  type Rectification,
  type RectificationOwner,
  type RectificationState,
  type RectificationStep,
} from '.';

const deadlines = { days: usualDays, calendar: plainWeeks };
const words = (text: string) => ({ zh: text, en: text });
const person = (id: string, parts: Partial<Actor>): Actor => ({
  id,
  role: 'leader',
  name: words(id),
  departments: [],
  unit: null,
  ...parts,
});
const county = person('county', { role: 'county', unit: 'east' });
const otherCounty = person('other', { role: 'county', unit: 'west' });
const bureau = person('bureau', { role: 'statistician', departments: ['market'] });
const reviewer = person('reviewer', { role: 'reviewer' });
const leader = person('leader', {});

const east: RectificationOwner = { kind: 'unit', unit: 'east' };
const market: RectificationOwner = { kind: 'department', department: 'market' };
const finding = (level: AlertLevel = 'orange') => ({ level, rateText: '95.8' });

/** Wednesday 15 October 2025 at nine in Shanghai, and so many days later. */
const onDay = (days = 0): string => `2025-10-${15 + days}T01:00:00.000Z`;

const opened = (parts: Partial<RectificationStep> = {}): Rectification => ({
  id: 'r',
  number: 1,
  alert: 7,
  indicator: 'food',
  unit: 'east',
  year: 2025,
  steps: [
    {
      act: 'open',
      state: 'new',
      owner: east,
      dueOn: '2025-10-17',
      at: onDay(),
      by: null,
      said: {},
      finding: finding(),
      ...parts,
    },
  ],
});

const request = (act: PersonalAct): ActRequest => ({
  act,
  said: { text: '已处理', measures: [{ what: '约谈企业', by: '2025-11-10' }] },
  to: act === 'hand-over' ? market : null,
});

const asks = (
  rectification: Rectification,
  actor: Actor,
  act: PersonalAct,
  parts: { readonly day?: number; readonly level?: AlertLevel; readonly request?: Partial<ActRequest> } = {},
) =>
  afterAct(
    rectification,
    { ...request(act), ...parts.request },
    { actor, at: onDay(parts.day), finding: finding(parts.level), deadlines },
  );

type Walk = readonly (readonly [Actor, PersonalAct, number?, AlertLevel?])[];

const withStep = (rectification: Rectification, step: RectificationStep): Rectification => ({
  ...rectification,
  steps: [...rectification.steps, step],
});

/** Walks through acts that must all be allowed. */
const walked = (walk: Walk, from: Rectification = opened()): Rectification => {
  let now = from;
  for (const [actor, act, day = 0, level = 'orange'] of walk) {
    const step = asks(now, actor, act, { day, level });
    if (!step.ok) throw new Error(`${act}: ${step.refusal.code}`);
    now = withStep(now, step.value);
  }
  return now;
};

const handedIn: Walk = [
  [county, 'sign'],
  [county, 'plan'],
  [county, 'hand-in'],
];
const stateOf = ({ steps }: Rectification): RectificationState | undefined => steps.at(-1)?.state;

/** A rectification of the county in each state. */
const inState: Readonly<Record<RectificationState, Rectification>> = {
  new: opened(),
  'signed-for': walked(handedIn.slice(0, 1)),
  'under-way': walked(handedIn.slice(0, 2)),
  'to-verify': walked(handedIn),
  closed: walked([...handedIn, [reviewer, 'close']]),
};
const acts = rectificationActs.filter((act): act is PersonalAct => act !== 'open' && act !== 'reopen');

describe('the life of a rectification', () => {
  test('goes from a new alert to closed, each state with a last day of its own', () => {
    const { steps } = inState.closed;
    expect(steps.map(({ state, dueOn }) => [state, dueOn])).toEqual([
      ['new', '2025-10-17'],
      ['signed-for', '2025-10-22'],
      ['under-way', '2025-11-12'],
      ['to-verify', '2025-10-22'],
      ['closed', null],
    ]);
    expect(steps[2]?.said).toEqual({ text: '已处理', measures: [{ what: '约谈企业', by: '2025-11-10' }] });
    // Measures belong to the plan alone.
    expect(steps[1]?.said).toEqual({ text: '已处理' });
  });

  test('every act in every state is allowed by the table or refused as out of turn', () => {
    for (const state of rectificationStates)
      for (const act of acts) {
        const { by, from, to } = rectificationRules[act];
        const actor = by === 'owner' ? county : reviewer;
        const answer = asks(inState[state], actor, act, { level: act === 'lift' ? 'none' : 'orange' });
        const found = answer.ok ? answer.value.state : answer.refusal.code;
        const wanted = from.includes(state) ? (to ?? state) : 'rectification.wrong-state';
        expect([state, act, found]).toEqual([state, act, wanted]);
      }
  });

  test('an owner’s act is nobody else’s, and never by a reviewer or leader', () => {
    for (const actor of [otherCounty, bureau, reviewer, leader])
      for (const act of ['sign', 'explain', 'plan', 'hand-in'] as const)
        for (const state of rectificationStates)
          expect(asks(inState[state], actor, act)).toMatchObject({
            refusal: { code: 'rectification.not-owner' },
          });
  });

  test('who ever answered for the owner never verifies, under whatever role', () => {
    const both = person('county', { role: 'reviewer' });
    for (const act of ['return', 'close', 'lift'] as const)
      expect(asks(inState['to-verify'], both, act, { level: 'none' })).toMatchObject({
        refusal: { code: 'rectification.verifier-is-fixer' },
      });
    expect([...fixersOf(inState.closed)]).toEqual(['county']);
  });

  test('handed over, it waits for the new owner to sign, and the old one may do no more', () => {
    const handed = walked([[reviewer, 'hand-over', 1]], inState['signed-for']);
    expect(handed.steps.at(-1)).toMatchObject({ state: 'new', owner: market, dueOn: '2025-10-20' });
    expect(asks(handed, county, 'sign').ok).toBe(false);
    expect(asks(handed, bureau, 'sign').ok).toBe(true);
    expect(asks(opened(), reviewer, 'hand-over', { request: { to: east } })).toMatchObject({
      refusal: { code: 'rectification.owner-same' },
    });
  });

  test('returned, it has a shorter time; words on the way leave the last day alone', () => {
    const back = walked([[reviewer, 'return', 1]], inState['to-verify']);
    expect(back.steps.at(-1)).toMatchObject({ act: 'return', state: 'under-way', dueOn: '2025-10-30' });
    const spoken = walked(
      [
        [county, 'explain', 2],
        [leader, 'comment', 2],
      ],
      back,
    );
    expect(spoken.steps.at(-1)).toMatchObject({ state: 'under-way', dueOn: '2025-10-30', owner: east });
  });

  test('nothing that others rely on may stay empty', () => {
    const cases = [
      [inState['signed-for'], county, 'plan', { said: { text: '' } }, 'text-missing'],
      [inState['signed-for'], county, 'plan', { said: { text: 'x' } }, 'measures-missing'],
      [
        inState['signed-for'],
        county,
        'plan',
        { said: { text: 'x', measures: [{ what: ' ', by: '2025-11-01' }] } },
        'measures-missing',
      ],
      [
        inState['signed-for'],
        county,
        'plan',
        { said: { text: 'x', measures: [{ what: 'x', by: '2025-13-01' }] } },
        'measures-missing',
      ],
      [inState['under-way'], county, 'hand-in', { said: { text: ' ' } }, 'text-missing'],
      [
        inState['under-way'],
        county,
        'hand-in',
        { said: { text: 'x', retest: { passes: 3, total: 2 } } },
        'retest-impossible',
      ],
      [inState['to-verify'], reviewer, 'return', { said: {} }, 'text-missing'],
      [inState.new, leader, 'hand-over', { said: {} }, 'text-missing'],
    ] as const;
    for (const [from, actor, act, parts, code] of cases)
      expect(asks(from, actor, act, { request: parts })).toMatchObject({
        refusal: { code: `rectification.${code}` },
      });
    expect(
      asks(inState['under-way'], county, 'hand-in', {
        request: { said: { text: '复检', retest: { passes: 20, total: 20 } } },
      }),
    ).toMatchObject({ value: { said: { text: '复检', retest: { passes: 20, total: 20 } } } });
  });

  test('closing while the alert stands asks for words; lifting asks that it has gone', () => {
    const silent = { request: { said: {} } };
    expect(asks(inState['to-verify'], reviewer, 'close', silent)).toMatchObject({
      refusal: { code: 'rectification.text-missing' },
    });
    expect(asks(inState['to-verify'], reviewer, 'close', { ...silent, level: 'blue' })).toMatchObject({
      value: { state: 'closed', finding: { level: 'blue' } },
    });
    expect(asks(inState.new, reviewer, 'lift')).toMatchObject({
      refusal: { code: 'rectification.alert-stands' },
    });
    expect(asks(inState.new, reviewer, 'lift', { level: 'none' })).toMatchObject({
      value: { state: 'closed', dueOn: null },
    });
  });

  test('whatever people try, the log only grows by the table, and nobody verifies their own work', () => {
    const everybody = [county, otherCounty, bureau, reviewer, leader, person('county', { role: 'reviewer' })];
    const attempt = fc.tuple(
      fc.constantFrom(...everybody),
      fc.constantFrom(...acts),
      fc.constantFrom<AlertLevel>('none', 'yellow', 'red'),
    );
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        let now = opened();
        for (const [actor, act, level] of attempts) {
          const step = asks(now, actor, act, { level });
          if (!step.ok) continue;
          const rule = rectificationRules[act];
          expect(rule.from).toContain(stateOf(now));
          if (rule.by === 'verifier') expect(fixersOf(now).has(actor.id)).toBe(false);
          expect(step.value.dueOn === null).toBe(step.value.state === 'closed');
          now = withStep(now, step.value);
        }
      }),
    );
  });
});

describe('deadlines', () => {
  test('are green, yellow two working days before, red after, counted in days', () => {
    const signed = inState['signed-for']; // until Wednesday 22 October
    const light = (day: string) => deadlineLight(signed.steps, day, deadlines);
    expect(light('2025-10-16')).toEqual({ kind: 'in-time', daysLeft: 4 });
    expect(light('2025-10-18')).toEqual({ kind: 'in-time', daysLeft: 3 });
    expect(light('2025-10-20')).toEqual({ kind: 'soon', daysLeft: 2 });
    expect(light('2025-10-22')).toEqual({ kind: 'soon', daysLeft: 0 });
    expect(light('2025-10-23')).toEqual({ kind: 'late', days: 1 });
  });

  test('what came late and was mended keeps its mark, and words do not count as a step', () => {
    const late = walked([
      [county, 'explain', 4],
      [county, 'sign', 5], // due on the 17th, signed on the 20th
      [county, 'plan', 5],
      [county, 'hand-in', 6],
      [reviewer, 'close', 6],
    ]);
    expect(latestStep(late.steps)).toBe(3);
    expect(deadlineLight(late.steps, '2025-12-01', deadlines)).toEqual({ kind: 'closed-late', days: 3 });
    expect(deadlineLight(inState.closed.steps, '2025-12-01', deadlines)).toEqual({ kind: 'closed' });
  });
});

describe('whose it is', () => {
  const food = { departments: { lead: 'market', others: [] } };

  test('a county answers for itself, for the whole the department that leads', () => {
    expect(firstOwner(food, { code: 'east', kind: 'part' })).toEqual(east);
    expect(firstOwner(food, { code: 'city', kind: 'whole' })).toEqual(market);
    expect(isOwner(bureau, market)).toBe(true);
    expect(isOwner(person('all', { role: 'statistician' }), market)).toBe(true);
    expect(isOwner(person('farm', { role: 'statistician', departments: ['farm'] }), market)).toBe(false);
    expect(isOwner(bureau, east)).toBe(false);
  });

  test('is seen by leaders, reviewers, the lead department and whoever ever answered for it', () => {
    const handed = walked([[reviewer, 'hand-over']]);
    const farm = person('farm', { role: 'statistician', departments: ['farm'] });
    for (const actor of [leader, reviewer, bureau, county]) expect(maySee(actor, handed, food)).toBe(true);
    for (const actor of [otherCounty, farm, person('w', { role: 'wall' }), person('a', { role: 'auditor' })])
      expect(maySee(actor, handed, food)).toBe(false);
    // An indicator that is gone is nobody's to report; who had to answer still sees what they said.
    expect(maySee(person('all', { role: 'statistician' }), opened(), null)).toBe(false);
    expect(maySee(county, opened(), null)).toBe(true);
  });
});

describe('what a publication opens', () => {
  const alert = (parts: Partial<Alert> = {}): Alert => ({
    id: 7,
    indicator: 'food',
    unit: 'east',
    year: 2025,
    level: 'orange',
    rules: ['O1'],
    period: '2025-Q3',
    since: '2025-Q3',
    figures: {
      rateText: '95.8',
      passes: 391,
      total: 408,
      target: '98.5',
      leg: 'value',
      against: '98.5',
      shortfall: 2.7,
      shortBy: 11,
      plan: null,
      outlook: null,
    },
    openedAt: onDay(),
    changedAt: onDay(),
    ...parts,
  });
  const acted = (alerts: readonly Alert[], known: readonly Rectification[]) =>
    openings(alerts, known).map(({ act, alert: { id } }) => [act, id]);

  test('every alarm once; a notice and what is being answered open nothing', () => {
    expect(acted([alert(), alert({ id: 8 }), alert({ id: 9, level: 'blue' })], [opened()])).toEqual([
      ['open', 8],
    ]);
    for (const state of rectificationStates) expect(acted([alert()], [inState[state]])).toEqual([]);
  });

  test('a relapse reopens: raised again after the closing, or worse than it was closed with', () => {
    expect(acted([alert({ openedAt: onDay(1) })], [inState.closed])).toEqual([['reopen', 7]]);
    expect(acted([alert({ level: 'red' })], [inState.closed])).toEqual([['reopen', 7]]);
    expect(acted([alert({ level: 'yellow' })], [inState.closed])).toEqual([]);
  });
});
