import { describe, expect, test } from 'vitest';
import { parseConfig, requireHttps, type Mode } from './config';
import { OperatorProblem } from './operator-problem';

const problemOf = (mode: Mode, environment: Readonly<Record<string, string>>): OperatorProblem => {
  try {
    parseConfig(mode, environment, '/srv/zhibiao');
  } catch (error) {
    if (error instanceof OperatorProblem) return error;
    throw error;
  }
  throw new Error('was accepted');
};

describe('H3, I5: settings', () => {
  test('have usual values, and paths count from the repository', () => {
    expect(parseConfig('demonstration', { PATH: '/bin', HOSTNAME: 'x' }, '/srv/zhibiao')).toEqual({
      auditForward: null,
      auditHeads: '/srv/zhibiao/data/local/demo/audit-heads.jsonl',
      auditKeepDays: 1096,
      mode: 'demonstration',
      port: 3000,
      host: '127.0.0.1',
      dataFolder: '/srv/zhibiao/data/local/demo',
      programmeFile: '/srv/zhibiao/data/programmes/shanwei-2025.json',
      baseUrl: null,
      insecureHttp: false,
      passwordProfile: 'djbh',
      trustedProxies: [],
      fixedClock: '2025-10-16T02:00:00.000Z',
      uploadsPerMinute: 20,
      callsPerMinute: 1200,
    });
    expect(parseConfig('live', { ZHIBIAO_DATA: '/var/lib/z' }, '/srv/zhibiao')).toMatchObject({
      dataFolder: '/var/lib/z',
      fixedClock: null,
    });
  });

  test('take an address, an instant and other loopback names', () => {
    const environment = {
      HOST: '::1',
      PORT: '0',
      ZHIBIAO_BASE_URL: 'https://zhibiao.shanwei.gov.cn/below/',
      ZHIBIAO_CLOCK: '2025-07-10T02:00:00Z',
    };
    expect(parseConfig('demonstration', environment, '/')).toMatchObject({
      host: '::1',
      port: 0,
      baseUrl: 'https://zhibiao.shanwei.gov.cn',
      fixedClock: '2025-07-10T02:00:00.000Z',
    });
  });

  test.each<readonly [string, string, string]>([
    ['ZHIBIAO_DATE', '/x', 'config.unknown'],
    ['ZHIBIAO_', 'x', 'config.unknown'],
    ['PORT', '', 'config.empty'],
    ['PORT', 'http', 'config.not-a-number'],
    ['PORT', '70000', 'config.not-a-number'],
    ['PORT', '-1', 'config.not-a-number'],
    ['PORT', '3000.5', 'config.not-a-number'],
    ['PORT', '0x10', 'config.not-a-number'],
    ['PORT', ' 3000', 'config.not-a-number'],
    ['HOST', '', 'config.empty'],
    ['HOST', '0.0.0.0', 'config.not-loopback'],
    ['HOST', '::', 'config.not-loopback'],
    ['HOST', '192.168.1.10', 'config.not-loopback'],
    ['HOST', 'zhibiao.example', 'config.not-loopback'],
    ['DATABASE_URL', 'postgres://u:secret@h/d', 'config.database-url'],
    ['ZHIBIAO_DATA', '', 'config.empty'],
    ['ZHIBIAO_BASE_URL', 'zhibiao.example', 'config.not-a-url'],
    ['ZHIBIAO_BASE_URL', 'javascript:alert(1)', 'config.not-a-url'],
    ['ZHIBIAO_CLOCK', '2025-10-16', 'config.not-an-instant'],
    ['ZHIBIAO_AUDIT_HEADS', '', 'config.empty'],
    // I5: never promised for less than half a year.
    ['ZHIBIAO_AUDIT_KEEP_DAYS', '182', 'config.not-a-number'],
    ['ZHIBIAO_UPLOADS_PER_MINUTE', '0', 'config.not-a-number'],
    ['ZHIBIAO_UPLOADS_PER_MINUTE', 'NaN', 'config.not-a-number'],
    ['ZHIBIAO_CALLS_PER_MINUTE', '1e9', 'config.not-a-number'],
    ['ZHIBIAO_INSECURE_HTTP', 'yes', 'config.not-a-flag'],
    ['ZHIBIAO_PASSWORD_PROFILE', 'nist', 'config.not-a-profile'],
    ['ZHIBIAO_TRUSTED_PROXIES', '10.0.0.1,proxy.example', 'config.not-addresses'],
  ])('%s=%o stops the start and is named, its value is not', (key, value, code) => {
    const problem = problemOf('demonstration', { [key]: value });
    expect(problem).toMatchObject({ code, params: { key } });
    expect(JSON.stringify(problem.params)).not.toContain('secret');
  });

  test('a live instance follows the real clock', () => {
    expect(problemOf('live', { ZHIBIAO_CLOCK: '2025-10-16T02:00:00Z' })).toMatchObject({
      code: 'config.clock-in-live',
    });
  });

  test('G3: a live instance needs HTTPS, or to be told in words that there is none', () => {
    const live = (environment: Readonly<Record<string, string>>) => parseConfig('live', environment, '/');
    expect(() => requireHttps(live({}))).toThrow('config.not-https');
    expect(() => requireHttps(live({ ZHIBIAO_BASE_URL: 'http://zhibiao.example' }))).toThrow(
      'config.not-https',
    );
    requireHttps(live({ ZHIBIAO_BASE_URL: 'https://zhibiao.example' }));
    requireHttps(live({ ZHIBIAO_INSECURE_HTTP: '1' }));
    requireHttps(parseConfig('demonstration', {}, '/'));
  });
});
