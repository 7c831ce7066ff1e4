import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrations } from './index';

/** SHA-256 of every merged migration. A line is added with a migration and never changed afterwards. */
const merged: Readonly<Record<string, string>> = {
  '0001-programme.ts': 'b1bdf710bcb04f634dde2bff1e2bfdb421178e742b0c21275508bddc60665dc6',
  '0002-submission.ts': '6e07c7a94efda4f3984c1f52ecc22a83fa97b9f656587bd0093d026db321c619',
  '0003-ledger.ts': 'eaaa0e83f9e8a9a96fc20c528605325903406bb6d51171c824bf18e1464c0101',
  '0004-assessment.ts': '6087bc2c444309cf95c680e91ed49daaf86d8307f6907746d0c32488ed1f5254',
  '0005-alert.ts': 'a76bcbe63b391da129e047ca664725a703391ca65fcc3d6cdaa9c0a39ece5b90',
  '0006-access.ts': 'b448336019b53b28da32df2d9bd1fbbfd2ecea983e9f7d53bbf9373cbb4935dc',
  '0007-account.ts': '53c900bc5d652bd77947973f65cf5ac0b409b68212a270fd0ed0df08ac6d2db0',
  '0008-audit-chain.ts': 'c84623b650487006b9e28af56287ed07595747dda946764ee349122f37671661',
  '0009-alert-levels.ts': '3a75260f07ede3ed34b09484973dc51ca8ff5b8a4a231d73dfb330be4e926d2c',
  '0010-publication.ts': 'f5cfb4b1e0551541173d4b90ed48cd068c8d8ca17a665d3343fa4839f2c6bc1d',
  '0011-submission-outside-id.ts': 'c0cf0a9ac7e72531eb65a877647230eedcc1682cfffc0adc466a55529701ca2e',
  '0012-api-token.ts': '7069dd555b6138360996a0643eecda509a18c5a083021474392ad55661591578',
  '0013-sample.ts': 'af8b1f95fb597421a8665a0559fc4566ba9c1e05f8b01bfa7d3a3aa113e5540f',
  '0014-rectification.ts': 'be9beb5f3f25ec8fc41db7441a8bec69d0a1908d243ba3f5863c4f5b4dac31ca',
  '0015-layout-memory.ts': '7f4aa2446ceb238888aaac5d45c1f98beb0ef0662b087c68fd111bbc6e215c2f',
};

const here = new URL('.', import.meta.url);

test('no merged migration was edited: what one got wrong, a later one puts right', () => {
  const found = readdirSync(here)
    .filter((name) => /^\d{4}-.*\.ts$/.test(name))
    .sort()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(new URL(name, here)))
        .digest('hex'),
    ]);
  expect(Object.fromEntries(found)).toEqual(merged);
});

test('migrations are numbered from 1 without a gap, and each is named as its file', () => {
  expect(migrations.map(({ number, name }) => `${String(number).padStart(4, '0')}-${name}.ts`)).toEqual(
    Object.keys(merged),
  );
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, place) => place + 1));
});
