import { describe, expect, test } from 'vitest';
import type { Department, UnitRegister } from '../programme';
import { demonstrationActors, mayDo, mayReport, operations, type Actor, type Operation, type Role } from '.';

const roles: readonly Role[] = ['leader', 'statistician', 'county', 'reviewer'];

/** The table as people read it: who may, besides everyone where it says public. */
const expected: Readonly<Record<Operation, 'public' | readonly Role[]>> = {
  'health.read': 'public',
  'session.read': 'public',
  'session.sign-in': 'public',
  'session.sign-out': 'public',
  'page.read': 'public',
  'dashboard.read': roles,
  'programme.read': roles,
  'events.read': roles,
  'alert.read': roles,
  'submission.upload': ['statistician', 'county'],
  'submission.commit': ['statistician', 'county'],
  'submission.discard': ['statistician', 'county'],
  'submission.history': ['statistician', 'county', 'reviewer'],
  'submission.original': ['statistician', 'county', 'reviewer'],
  'template.read': ['statistician', 'county', 'reviewer'],
};

describe('who may do what', () => {
  // Every operation is a key of the table: the type of `expected` holds both lists together.
  const names = Object.keys(expected) as Operation[];

  test('the table has no row that is not read here', () => {
    expect(Object.keys(operations).sort()).toEqual([...names].sort());
  });

  test.each(names)('%s', (operation) => {
    const allowed = expected[operation];
    for (const role of roles)
      expect(mayDo(operation, role)).toBe(allowed === 'public' || allowed.includes(role));
    expect(mayDo(operation, null)).toBe(allowed === 'public');
  });

  test('nobody who only reads may send figures', () => {
    for (const role of ['leader', 'reviewer'] as const) expect(mayDo('submission.commit', role)).toBe(false);
  });
});

describe('whose figure it is', () => {
  const actor = (more: Partial<Actor>): Actor => ({
    id: 'a',
    role: 'county',
    name: { zh: '甲', en: 'A' },
    departments: [],
    unit: null,
    ...more,
  });
  const food = { departments: { lead: 'market', others: ['farm'] } };

  test.each([
    ['a county its own unit', actor({ unit: 'east' }), 'east', true],
    ['a county not another', actor({ unit: 'east' }), 'west', false],
    ['a county without a unit nothing', actor({}), 'east', false],
    ['a statistician of the whole city everything', actor({ role: 'statistician' }), 'west', true],
    [
      'a statistician what their department leads',
      actor({ role: 'statistician', departments: ['market'] }),
      'west',
      true,
    ],
    [
      'a statistician not what it only helps with',
      actor({ role: 'statistician', departments: ['farm'] }),
      'west',
      false,
    ],
    ['a leader nothing', actor({ role: 'leader', unit: 'east' }), 'east', false],
    ['a reviewer nothing', actor({ role: 'reviewer', departments: ['market'] }), 'east', false],
  ] as const)('%s', (_, who, unit, may) => {
    expect(mayReport(who, food, unit)).toBe(may);
  });
});

describe('the people of a demonstration', () => {
  const text = (zh: string) => ({ zh, en: zh });
  const unit = (code: string, kind: 'whole' | 'part' | 'reference') => ({
    code,
    name: text(code),
    shortName: text(code),
    aliases: [],
    kind,
    parent: null,
    within: null,
    tile: null,
  });
  const register: UnitRegister = {
    code: 'r',
    name: text('r'),
    units: [unit('city', 'whole'), unit('east', 'part'), unit('west', 'part'), unit('province', 'reference')],
    excluded: [],
  };
  const departments: readonly Department[] = ['market', 'farm'].map((code) => ({ code, name: text(code) }));

  test('they come from the programme: one for each county, one statistician for each of two departments', () => {
    expect(demonstrationActors(departments, register).map(({ id }) => id)).toEqual([
      'demo-leader',
      'demo-statistician',
      'demo-statistician-department',
      'demo-county-east',
      'demo-county-west',
      'demo-reviewer',
    ]);
  });

  test('ids are the actors’ own, and a programme of one department needs no second statistician', () => {
    for (const { id, actor } of demonstrationActors(departments, register)) expect(actor.id).toBe(id);
    const few = demonstrationActors(departments.slice(0, 1), register).map(({ id }) => id);
    expect(few).not.toContain('demo-statistician-department');
    expect(demonstrationActors([], register)).toHaveLength(5);
  });
});
