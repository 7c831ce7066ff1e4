import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, installFields, installKey, sourcesKey } from './fingerprint.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhibiao-fingerprint-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

test('the order of the parts does not matter, their names do', () => {
  expect(fingerprint({ a: '1', b: '2' })).toBe(fingerprint({ b: '2', a: '1' }));
  expect(fingerprint({ a: '1', b: '2' })).not.toBe(fingerprint({ a: '2', b: '1' }));
});

test('text cannot wander from one part to the next unnoticed', () => {
  expect(fingerprint({ a: 'xy', b: '' })).not.toBe(fingerprint({ a: 'x', b: 'y' }));
});

test('an edited script costs no reinstall, an edited dependency does', () => {
  const before = installFields('{"scripts":{"start":"a"},"dependencies":{"zod":"1.0.0"}}');
  expect(installFields('{"scripts":{"start":"b"},"dependencies":{"zod":"1.0.0"}}')).toBe(before);
  expect(installFields('{"scripts":{"start":"a"},"dependencies":{"zod":"1.0.1"}}')).not.toBe(before);
});

test('the install key follows the lock file and the manifests of the workspaces', () => {
  write('package.json', '{"workspaces":["shared"]}');
  write('package-lock.json', '{"packages":{}}');
  write('shared/package.json', '{"dependencies":{}}');
  const first = installKey(root);
  expect(installKey(root)).toBe(first);
  write('shared/package.json', '{"dependencies":{"zod":"1.0.0"}}');
  const second = installKey(root);
  expect(second).not.toBe(first);
  write('package-lock.json', '{"packages":{"node_modules/zod":{}}}');
  expect(installKey(root)).not.toBe(second);
});

test('a build is stale when a source changes or appears, not when a test does', () => {
  write('src/a.ts', 'one');
  write('index.html', '<html>');
  const sources = ['src', 'index.html', 'absent'];
  const first = sourcesKey(root, sources);
  write('src/a.test.ts', 'a test');
  expect(sourcesKey(root, sources)).toBe(first);
  write('src/deep/b.ts', 'two');
  const second = sourcesKey(root, sources);
  expect(second).not.toBe(first);
  write('index.html', '<html lang="zh">');
  expect(sourcesKey(root, sources)).not.toBe(second);
});
