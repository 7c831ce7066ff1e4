import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Department, UnitRegister } from '../programme';
import {
  demonstrationActors,
  mayDo,
  mayReport,
  operations,
  reachOf,
  roles,
  type Actor,
  type Operation,
  type Rule,
} from '.';

/** The authorisation matrix as people agreed on it: operations × roles, `Y`, `own` or `N`. */
const [heading = [], ...matrix] = readFileSync(new URL('./authz-matrix.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));

const names = Object.keys(operations) as Operation[]; // the keys of the table

/** The furthest that any row of this name lets a role reach: the object decides among several rows. */
const furthest = (row: string, role: string): 'all' | 'own' | null => {
  const column = heading.indexOf(role);
  const cells = matrix.filter(([name]) => name === row).map((cells) => cells[column]);
  if (cells.includes('Y')) return 'all';
  return cells.includes('own') ? 'own' : null;
};

describe('who may do what', () => {
  test('the matrix names every role but the display on the wall', () => {
    expect(roles.filter((role) => !heading.includes(role))).toEqual(['wall']);
    expect(matrix.length).toBeGreaterThan(50);
  });

  test.each(names)('%s stands in the matrix and says what it says', (operation) => {
    const rule: Rule = operations[operation];
    expect(matrix.map(([name]) => name)).toContain(rule.matrix);
    for (const role of roles) {
      if (role === 'wall') continue;
      expect([role, reachOf(operation, role)]).toEqual([role, furthest(rule.matrix, role)]);
    }
    const anonymous = matrix.find(([name]) => name === rule.matrix)?.[heading.indexOf('anonymous')];
    if (rule.who === 'token') expect(anonymous).toBe('token');
    else if (rule.who !== 'public') expect(mayDo(operation, null)).toBe(false);
  });

  test('a display on the wall reads what a leader reads, and does nothing', () => {
    const may = names.filter(
      (operation) => operations[operation].who !== 'public' && mayDo(operation, 'wall'),
    );
    expect(may.every((operation) => operation.endsWith('.read') && mayDo(operation, 'leader'))).toBe(true);
  });

  test('a leader and a reviewer never store figures', () => {
    for (const role of ['leader', 'reviewer'] as const) expect(mayDo('submission.submit', role)).toBe(false);
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
      'demo-sysadmin',
      'demo-secadmin',
      'demo-auditor',
    ]);
  });

  test('ids are the actors’ own, and a programme of one department needs no second statistician', () => {
    for (const { id, actor } of demonstrationActors(departments, register)) expect(actor.id).toBe(id);
    const few = demonstrationActors(departments.slice(0, 1), register).map(({ id }) => id);
    expect(few).not.toContain('demo-statistician-department');
    expect(demonstrationActors([], register)).toHaveLength(8);
  });
});
