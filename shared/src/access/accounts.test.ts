import { describe, expect, test } from 'vitest';
import {
  actorOf,
  afterAttempt,
  attemptsLeft,
  dutyAllows,
  grantProblem,
  isLocked,
  noFailures,
  operations,
  passwordProblems,
  policyFloor,
  readPolicy,
  roles,
  signInKey,
  type Failures,
  type Grant,
  type Operation,
  type PasswordProfile,
  type Role,
} from '.';

const grant = (role: Role, more: Partial<Grant> = {}): Grant => ({
  role,
  departments: [],
  unit: role === 'county' ? 'east' : null,
  ...more,
});

describe('F8: three administrators apart', () => {
  const administrators = ['sysadmin', 'secadmin', 'auditor'] as const;

  test('no two administrators in one account, and none who handles figures', () => {
    for (const one of administrators) {
      expect(grantProblem([grant(one)])).toBeNull();
      for (const other of roles) {
        if (other === one) continue;
        expect([one, other, grantProblem([grant(one), grant(other)])]).toEqual([
          one,
          other,
          administrators.some((role) => role === other)
            ? 'administrators-apart'
            : 'administrator-with-figures',
        ]);
      }
    }
  });

  test('several figure roles go together under one id; a display stands alone', () => {
    expect(grantProblem([grant('statistician'), grant('reviewer'), grant('leader')])).toBeNull();
    expect(grantProblem([])).toBeNull();
    expect(grantProblem([grant('wall'), grant('leader')])).toBe('wall-alone');
    expect(grantProblem([grant('leader'), grant('leader')])).toBe('twice');
    const account = { id: 'a1', name: { zh: '甲', en: 'A' } };
    expect(actorOf(account, grant('reviewer')).id).toBe(actorOf(account, grant('statistician')).id);
  });

  test('scopes belong to the role that has them', () => {
    expect(grantProblem([grant('county', { unit: null })])).toBe('unit');
    expect(grantProblem([grant('leader', { unit: 'east' })])).toBe('unit');
    expect(grantProblem([grant('reviewer', { departments: ['food'] })])).toBe('departments');
    expect(grantProblem([grant('statistician', { departments: ['food'] })])).toBeNull();
  });
});

describe('sign-in names', () => {
  test('fold together in compatibility form and case', () => {
    expect(signInKey('ＳＧＪ_Tongji ')).toBe('sgj_tongji');
    expect(signInKey('王伟')).toBe('王伟');
    for (const bad of ['', 'a', 'a b', 'a\u0000b', '<b>', 'x'.repeat(41), 'a\nb', 'a/b'])
      expect(signInKey(bad)).toBeNull();
  });
});

describe('E2, E3: passwords', () => {
  const common = new Set(['password', 'qwertyuiop', 'woaini1314', 'iloveyou']);
  const problems = (text: string, profile: PasswordProfile = 'djbh') =>
    passwordProblems(text, {
      profile,
      isCommon: (word) => common.has(word),
      words: ['wangwei', '王伟', '汕尾', 'Shanwei', 'sw'],
    });

  test.each<readonly [string, readonly string[]]>([
    ['Kj8-mountain', []],
    ['Short1-x', ['too-short']],
    ['alllowercaseletters', ['few-kinds']],
    ['Password2026!!', ['weak']],
    ['P@ssw0rd!!99', ['weak']],
    ['Aa1Aa1Aa1Aa1', ['weak']],
    ['Shanwei@2025', ['personal']],
    ['ShanWei-river-9', ['personal']],
    ['WangWei_88123', ['personal']],
    ['汕尾Abc-2026x', ['personal']],
    ['SW@2025-2026', ['personal']],
    ['swimming-Lake7', []],
  ])('djbh says of %s: %j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('asvs asks for twelve characters and for no kinds', () => {
    expect(problems('correct horse', 'asvs')).toEqual([]);
    expect(problems('Kj8-mounta!', 'asvs')).toEqual(['too-short']);
  });

  test('64 characters and more are taken whole, 201 are refused', () => {
    expect(problems(`Kj8-${'mountain river '.repeat(8)}`)).toEqual([]);
    expect(problems(`Kj8-${'ab'.repeat(99)}`)).toEqual(['too-long']);
  });
});

describe('E6: the lock', () => {
  const at = 1_700_000_000_000;
  const tries = (count: number, from = noFailures): Failures =>
    Array.from({ length: count }).reduce<Failures>(
      (failures) => afterAttempt(failures, at, policyFloor),
      from,
    );

  test('the fifth attempt locks for 15 minutes, and nothing counts while locked', () => {
    expect(isLocked(tries(4), at)).toBe(false);
    expect(attemptsLeft(tries(4), at, policyFloor)).toBe(1);
    expect(tries(5).lockedUntil - at).toBe(15 * 60_000);
    expect(tries(50)).toEqual(tries(5));
    expect(attemptsLeft(tries(5), at, policyFloor)).toBe(0);
    expect(isLocked(tries(5), at + 15 * 60_000)).toBe(false);
  });

  test('each lock after the first is twice as long, up to a day; a quiet day forgets', () => {
    let failures = tries(5);
    const minutes: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const now = failures.lockedUntil;
      failures = afterAttempt(failures, now, policyFloor);
      minutes.push((failures.lockedUntil - now) / 60_000);
    }
    expect(minutes).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    expect(afterAttempt(failures, failures.lastAt + 86_399_999, policyFloor)).toEqual(failures);
    expect(afterAttempt(failures, failures.lastAt + 2 * 86_400_000, policyFloor).count).toBe(1);
  });
});

describe('the security policy', () => {
  test('goes down only: what is looser than the floor, or no policy, is the floor', () => {
    const tight = { ...policyFloor, attempts: 3, lockMinutes: 60, idleMinutes: 10, absoluteHours: 8 };
    expect(readPolicy(tight)).toEqual(tight);
    expect(readPolicy({ ...tight, secondFactorRoles: ['reviewer'] }).secondFactorRoles).toEqual(['reviewer']);
    for (const loose of [
      { attempts: 6 },
      { lockMinutes: 14 },
      { idleMinutes: 31 },
      { absoluteHours: 13 },
      { attempts: 0 },
      { idleMinutes: Number.NaN },
      { secondFactorRoles: ['leader'] },
      { more: 1 },
    ])
      expect(readPolicy({ ...tight, ...loose })).toEqual(policyFloor);
    expect(readPolicy(null)).toEqual(policyFloor);
  });
});

describe('E4: a duty', () => {
  test('opens itself, who one is, and the way out; nothing else', () => {
    const open = (duty: 'change-password' | 'enrol-second-factor') =>
      Object.keys(operations)
        .filter((name) => dutyAllows(duty, name as Operation))
        .sort();
    expect(open('change-password')).toEqual(['own.password', 'session.read', 'session.sign-out']);
    expect(open('enrol-second-factor')).toEqual(['own.second-factor', 'session.read', 'session.sign-out']);
  });
});
