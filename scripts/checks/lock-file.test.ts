import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { completed, missingEntries, platformOf } from './lock-file.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

test('npm ci will take the lock file: no platform is left out', () => {
  const text = readFileSync(join(repository, 'package-lock.json'), 'utf8');
  expect(Object.keys(missingEntries(JSON.parse(text)))).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(readFileSync(join(repository, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/);
});

const lock = {
  packages: {
    'node_modules/lint': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@lint/linux-x64-musl': '1.0.0', '@lint/win32-x64': '1.0.0' },
    },
    'node_modules/@lint/win32-x64': { version: '1.0.0' },
  },
};

test('a binary of another platform that was left out is put in, so that only that platform fetches it', () => {
  const missing = missingEntries(lock);
  expect(missing).toEqual({
    'node_modules/@lint/linux-x64-musl': {
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  });
  expect(missingEntries(completed(lock, missing))).toEqual({});
});

test('a nested package finds what stands above it', () => {
  const nested = {
    packages: {
      'node_modules/a/node_modules/lint': {
        version: '1.0.0',
        optionalDependencies: { '@lint/darwin-arm64': '1.0.0' },
      },
      'node_modules/@lint/darwin-arm64': { version: '1.0.0' },
    },
  };
  expect(missingEntries(nested)).toEqual({});
});

test.each([
  ['@oxlint/binding-linux-arm-musleabihf', { os: 'linux', cpu: 'arm', libc: 'musl' }],
  ['@oxc-parser/binding-win32-x64-msvc', { os: 'win32', cpu: 'x64', libc: undefined }],
  ['@oxlint-tsgolint/darwin-arm64', { os: 'darwin', cpu: 'arm64', libc: undefined }],
  ['@oxlint/binding-linux-ppc64-gnu', { os: 'linux', cpu: 'ppc64', libc: 'glibc' }],
  ['fsevents', null],
])('%s tells its platform', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
