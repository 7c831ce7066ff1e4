import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-lock-'));
  lock = join(folder, 'local/ensure.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const alive = { isAlive: () => true };
const dead = { isAlive: () => false };

test('the first command takes the lock, the second learns who holds it', () => {
  expect(takeLock(lock, { pid: 11, ...alive }).taken).toBe(true);
  expect(takeLock(lock, { pid: 22, ...alive })).toEqual({ taken: false, owner: 11 });
});

test('a released lock can be taken again and leaves no crumbs', () => {
  const first = takeLock(lock, { pid: 11, ...alive });
  if (first.taken) first.release();
  expect(existsSync(lock)).toBe(false);
  expect(takeLock(lock, { pid: 22, ...alive }).taken).toBe(true);
  expect(readdirSync(join(folder, 'local'))).toEqual(['ensure.lock']);
});

test('the lock of a process that has died is taken over', () => {
  takeLock(lock, { pid: 11, ...alive });
  expect(takeLock(lock, { pid: 22, ...dead }).taken).toBe(true);
  expect(takeLock(lock, { pid: 33, ...alive })).toEqual({ taken: false, owner: 22 });
});

test('a command cannot release a lock that was taken over from it', () => {
  const first = takeLock(lock, { pid: 11, ...alive });
  takeLock(lock, { pid: 22, ...dead });
  if (first.taken) first.release();
  expect(takeLock(lock, { pid: 33, ...alive })).toEqual({ taken: false, owner: 22 });
});
