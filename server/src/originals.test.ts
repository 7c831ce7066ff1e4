import { createHash } from 'node:crypto';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { originalsIn } from './originals';
import { temporaryFolder } from './testing/start-test-server';

const bytes = Buffer.from('指标,地区\n');
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('originals', () => {
  test('are kept once under their hash, for their owner alone, and come back as they were', async () => {
    const folder = await temporaryFolder();
    const originals = originalsIn(folder);
    expect(await originals.has(sha256)).toBe(false);
    expect(await originals.keep(bytes)).toBe(sha256);
    expect(await originals.keep(bytes)).toBe(sha256);
    expect(await originals.has(sha256)).toBe(true);
    expect((await originals.read(sha256)).equals(bytes)).toBe(true);
    expect((await buffer(originals.stream(sha256))).equals(bytes)).toBe(true);
    expect((await stat(join(folder, sha256.slice(0, 2), sha256))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder, { recursive: true })).toHaveLength(2);
  });

  test('the same bytes kept at the same moment by many are one file', async () => {
    const folder = await temporaryFolder();
    const originals = originalsIn(folder);
    await Promise.all(Array.from({ length: 20 }, () => originals.keep(bytes)));
    expect(await readdir(folder, { recursive: true })).toHaveLength(2);
    expect((await originals.read(sha256)).equals(bytes)).toBe(true);
  });

  test('no name but a hash leads to a file', async () => {
    const originals = originalsIn(await temporaryFolder());
    for (const name of ['', '..', '../../etc/passwd', `${sha256}/..`, sha256.toUpperCase(), `${sha256}\n`]) {
      await expect((async () => originals.has(name))()).rejects.toThrow('not a SHA-256');
      expect(() => originals.stream(name)).toThrow('not a SHA-256');
    }
  });

  test('what cannot be kept leaves nothing half-written', async () => {
    const folder = await temporaryFolder();
    // A file stands where the folder of this hash would be.
    await writeFile(join(folder, sha256.slice(0, 2)), '');
    await expect(originalsIn(folder).keep(bytes)).rejects.toThrow();
    const other = await temporaryFolder();
    await mkdir(join(other, sha256.slice(0, 2)), { mode: 0o700 });
    await originalsIn(other).keep(bytes);
    expect(await readdir(other, { recursive: true })).toHaveLength(2);
  });
});
