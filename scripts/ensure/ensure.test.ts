import { expect, test } from 'vitest';
import { findChromium } from '../checks/find-chromium.mjs';
import { missingPackages as missingBrowserPackages } from './browser.mjs';
import { missingPackages } from './install.mjs';
import { isNodeNewEnough } from './node-version.mjs';

test('Node 20.19 is the floor', () => {
  expect(isNodeNewEnough('20.19.0')).toBe(true);
  expect(isNodeNewEnough('24.1.0')).toBe(true);
  expect(isNodeNewEnough('20.18.3')).toBe(false);
  expect(isNodeNewEnough('18.20.4')).toBe(false);
});

const lockFile = (versions: Record<string, object>): string => JSON.stringify({ packages: versions });

test('a tree that somebody installed by hand is taken as it is when nothing is missing', () => {
  const wanted = lockFile({ '': {}, 'node_modules/zod': { version: '4.6.7' }, shared: { version: '0.1.0' } });
  expect(missingPackages(wanted, lockFile({ 'node_modules/zod': { version: '4.6.7' } }))).toEqual([]);
  expect(missingPackages(wanted, lockFile({ 'node_modules/zod': { version: '4.6.6' } }))).toEqual([
    'node_modules/zod',
  ]);
});

test('packages for other machines may be missing, and links to workspaces are no packages', () => {
  const wanted = lockFile({
    'node_modules/fsevents': { version: '2.3.3', optional: true },
    'node_modules/@zhibiao/shared': { resolved: 'shared', link: true },
  });
  expect(missingPackages(wanted, lockFile({}))).toEqual([]);
});

test('the chosen browser comes first, and a wrong choice is not papered over', () => {
  const everything = (): boolean => true;
  expect(findChromium({ CHROMIUM_PATH: '/opt/mine' }, everything)).toBe('/opt/mine');
  expect(findChromium({ CHROMIUM_PATH: '/opt/mine' }, (path) => path === '/usr/bin/chromium')).toBeNull();
});

test('without a choice the path is searched before the usual places', () => {
  const env = { PATH: '/somewhere/bin' };
  expect(findChromium(env, (path) => path.endsWith('chromium'))).toBe('/somewhere/bin/chromium');
  expect(findChromium(env, (path) => path === '/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome');
  expect(findChromium(env, () => false)).toBeNull();
});

test('the browser and the Chinese letters are fetched each for its own absence', () => {
  const found = { hasBrowser: true, isChosen: false, hasChineseFont: true };
  expect(missingBrowserPackages(found)).toEqual([]);
  expect(missingBrowserPackages({ ...found, hasBrowser: false })).toEqual(['chromium']);
  expect(missingBrowserPackages({ ...found, hasBrowser: false, isChosen: true })).toEqual([]);
  expect(missingBrowserPackages({ ...found, hasChineseFont: false })).toEqual(['fonts-noto-cjk']);
});
