import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { root, startTestServer, temporaryFolder, type TestServer } from '../../testing/start-test-server';
import { builtClient } from '../../start-server';
import { routeOperations } from '../file-routes';
import { rawHead, rawRequest, statusOfRaw } from './raw-request';

const canary = 'canary-that-nobody-may-read';
let server: TestServer;
let person: Person;
let around = '';

beforeAll(async () => {
  // The web root lies in a folder whose other files must never be seen; so do the database and the originals.
  around = await temporaryFolder();
  const web = join(around, 'dist');
  await cp(builtClient(root), web, { recursive: true });
  server = await startTestServer({ clientFolder: web });
  await mkdir(join(around, 'dist-other'));
  const places = [around, join(around, 'dist-other'), server.folder, join(server.folder, 'originals')];
  for (const place of places) await writeFile(join(place, 'canary.txt'), canary);
  await writeFile(join(web, '.hidden'), canary);
  await symlink('/etc/passwd', join(around, 'link.txt'));
  person = await server.signIn('demo-statistician');
});

const dots = [
  '..',
  '%2e%2e',
  '%2E%2E',
  '.%2e',
  '%2e.',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%ef%bc%8e%ef%bc%8e',
  '%u002e%u002e',
];
const slashes = ['/', '%2f', '%2F', '\\', '%5c', '%252f'];

/** Ways to climb out of a folder: each way of writing two dots with each of writing a slash, and odd ones. */
const climbs = [
  ...dots.flatMap((up) => slashes.map((slash) => `${up}${slash}canary.txt`)),
  '..%c0%afcanary.txt',
  '..%ef%bc%8fcanary.txt',
  '..;/canary.txt',
  '..%00/canary.txt',
  '../canary.txt%00.js',
  '..%0d%0a/canary.txt',
  '....//canary.txt',
  '....\\/canary.txt',
  './../canary.txt',
  './/..//canary.txt',
  '/../canary.txt',
  '//canary.txt',
  '../dist/../canary.txt',
  '../dist-other/canary.txt',
  '..%2fdist-other%2fcanary.txt',
  'x/../../canary.txt',
  'x%2f..%2f..%2fcanary.txt',
  '../../../../../../../../etc/passwd',
  '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  '../link.txt',
  '.hidden',
  '%2ehidden',
  'file:///etc/passwd',
  'C:%5cwindows%5cwin.ini',
];

/** Every place that a file is given out from: the client's files, and each route that reads one. */
const places = [
  '/',
  '/assets/',
  '/indicators/',
  '/trpc/',
  ...new Set(
    Object.keys(routeOperations)
      .filter((route) => route.startsWith('GET /api/'))
      .map((route) => route.slice('GET '.length).replace(/[^/]*$/, '')),
  ),
];

describe(`G10 no path leads out of the web root: ${climbs.length} encodings at ${places.length} places`, () => {
  test('G10 there are at least sixty, and the places include every download', () => {
    expect(climbs.length).toBeGreaterThanOrEqual(60);
    expect(places).toContain('/api/originals/');
    expect(places).toContain('/api/templates/');
  });

  test.each(climbs)('G10 %s', async (climb) => {
    for (const place of places) {
      const answer = await getRaw(`${place}${climb}`);
      expect(answer).not.toContain(canary);
      expect(answer).not.toContain('root:x:');
      // A page address is a page whatever stands in it; everything else is not there.
      const status = statusOfRaw(answer);
      if (status === 200)
        expect([place, answer]).toEqual([place, expect.stringContaining('<div id="root">')]);
      else expect([place, [400, 404, 405]]).toEqual([place, expect.arrayContaining([status])]);
    }
  });

  test('G10 a query names no file either', async () => {
    for (const climb of ['../canary.txt', '..%2fcanary.txt', '/etc/passwd']) {
      for (const path of ['/api/templates/figures.xlsx?period=', '/api/originals/1?file=', '/?file=']) {
        const answer = await getRaw(`${path}${climb}`);
        expect(answer).not.toContain(canary);
        expect(answer).not.toContain('root:x:');
      }
    }
  });
});

const getRaw = (path: string): Promise<string> =>
  rawRequest(server.port, rawHead(`GET ${path}`, { ...person.headers, Connection: 'close' }));
