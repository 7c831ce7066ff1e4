import { rmSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { multipart } from '../../testing/multipart';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let county: Person;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  const leader = await server.signIn('demo-leader');
  const open = (await leader.query('rectification.list')).find(
    ({ state, owner }) => owner.kind === 'unit' && state === 'new',
  );
  if (open?.owner.kind !== 'unit') throw new Error('no county has one to sign for');
  ({ id } = open);
  county = await server.signIn(`demo-county-${open.owner.unit}`);
});

const scan = Buffer.from('%PDF-1.7 快检记录');
const bring = (person: Person, name: string, bytes: Uint8Array, to = id) => {
  const { contentType, body } = multipart([{ name: 'file', fileName: name, bytes }]);
  const path = `/api/rectifications/${to}/evidence`;
  return person.send({ method: 'POST', path, headers: { 'Content-Type': contentType }, body });
};
const filesOf = async (person: Person) =>
  (await person.query('rectification.read', { rectification: id })).steps.flatMap(
    ({ said }) => said.evidence ?? [],
  );

describe('evidence', () => {
  test('is brought by whoever answers, stands among the steps, and is handed out as it came', async () => {
    const brought = await bring(county, '快检记录.pdf', scan);
    expect(brought.status).toBe(200);
    const reviewer = await server.signIn('demo-reviewer');
    const [file] = await filesOf(reviewer);
    expect(file).toMatchObject({ name: '快检记录.pdf', bytes: scan.length });
    const answer = await reviewer.get(`/api/evidence/${id}?file=${file?.sha256}`);
    expect([answer.status, answer.bytes.equals(scan)]).toEqual([200, true]);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
    const [entry] = await server.services.stores.audit.list({ limit: 1 });
    expect([entry?.event, entry?.actor?.id]).toEqual(['rectification.evidence', 'demo-reviewer']);
  });

  test('of another kind than its name says, or too large, is refused and leaves nothing', async () => {
    const before = await filesOf(county);
    for (const [name, bytes] of [
      ['记录.pdf', Buffer.from('<html>')],
      ['记录.html', Buffer.from('<html>')],
      ['大.pdf', Buffer.concat([scan, Buffer.alloc(10_000_001)])],
    ] as const) {
      const { status, text } = await bring(county, name, bytes);
      expect([name, status, text.includes('rectification.evidence-kind')]).toEqual([name, 409, true]);
    }
    expect(await filesOf(county)).toEqual(before);
  });

  test('nobody else brings any, and another county is told of none', async () => {
    const [file] = await filesOf(county);
    const other = await server.signIn('demo-county-441502');
    expect((await bring(other, '快检记录.pdf', scan)).status).toBe(404);
    expect((await other.get(`/api/evidence/${id}?file=${file?.sha256}`)).status).toBe(404);
    for (const who of ['demo-reviewer', 'demo-leader'])
      expect((await bring(await server.signIn(who), 'x.pdf', scan)).status).toBe(403);
    // The file of one rectification is not found through another, nor an original that is none.
    expect((await county.get(`/api/evidence/${id}?file=${'a'.repeat(64)}`)).status).toBe(410);
    expect((await bring(county, 'x.pdf', scan, 'f'.repeat(32))).status).toBe(404);
  });

  test('that is gone from the disk is found by verify’s rule', async () => {
    const [file] = await filesOf(county);
    expect(await server.services.originals.has(file?.sha256 ?? '')).toBe(true);
    rmSync(server.services.originals.pathOf(file?.sha256 ?? ''));
    const { checkOriginals } = await import('../../cli/disagreements');
    const { stores, originals } = server.services;
    expect(await checkOriginals(stores, originals)).toEqual([
      { check: 'original-missing', detail: expect.stringMatching(/^rectification 2025-\d+, 快检记录\.pdf$/) },
    ]);
  });
});
