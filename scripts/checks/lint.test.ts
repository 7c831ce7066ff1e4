import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Lines that must not pass, each in the folder where its rule holds, with the rule that must stop it. */
const planted: readonly (readonly [file: string, line: string, rule: string])[] = [
  ['shared/src/x/now.ts', 'export const a = (): number => Date.now();', 'no-restricted-globals'],
  ['shared/src/x/date.ts', 'export const a = (): object => new Date();', 'no-restricted-globals'],
  ['shared/src/x/random.ts', 'export const a = Math.random();', 'no-restricted-properties'],
  ['shared/src/x/process.ts', 'export const a = process.env;', 'no-restricted-globals'],
  ['shared/src/x/console.ts', "export const a = (): void => console.log('a');", 'no-console'],
  ['client/src/console.ts', "export const a = (): void => console.log('a');", 'no-console'],
  ['server/src/http/env.ts', "export const a = process.env['A'];", 'no-process-env'],
  ['shared/src/x/any.ts', 'export const a = (b: any): unknown => b;', 'no-explicit-any'],
  [
    'shared/src/x/bang.ts',
    'export const a = (b: string | null): number => b!.length;',
    'no-non-null-assertion',
  ],
  ['server/src/x/default.ts', 'export default 1;', 'no-default-export'],
  ['server/src/x/BadName.ts', 'export const a = 1;', 'filename-case'],
  [
    'server/src/x/many.ts',
    'export const a = (b: 1, c: 1, d: 1, e: 1, f: 1): number => b + c + d + e + f;',
    'max-params',
  ],
  ['server/src/x/long.ts', 'export const a = [\n' + '  1,\n'.repeat(400) + '];', 'max-lines'],
  [
    'server/src/x/promise.ts',
    'const b = async () => 1;\nexport const a = () => { b(); };',
    'no-floating-promises',
  ],
  [
    'server/src/x/switch.ts',
    "export const a = (b: 'x' | 'y'): number => { switch (b) { case 'x': return 1; } return 2; };",
    'switch-exhaustiveness-check',
  ],
];

let root: string;
let complaints: readonly { readonly file: string; readonly rule: string }[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'zhibiao-lint-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json']) {
    copyFileSync(join(repository, file), join(root, file));
  }
  writeFileSync(join(root, 'tsconfig.json'), '{"extends":"./tsconfig.base.json"}');
  for (const [file, line] of planted) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${line}\n`);
  }
  const oxlint = join(repository, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--type-aware', '--format=unix'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      OXLINT_TSGOLINT_PATH: join(repository, 'node_modules/oxlint-tsgolint/bin/tsgolint.js'),
    },
  });
  complaints = [...stdout.matchAll(/^(.+?):\d+:\d+: .*\((?<rule>[\w-]+)\)\]$/gm)].map((match) => ({
    file: match[1] ?? '',
    rule: match.groups?.['rule'] ?? '',
  }));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(planted)('%s: %s', (file, _line, rule) => {
  expect(
    complaints.filter((complaint) => complaint.file.endsWith(file)).map((complaint) => complaint.rule),
  ).toContain(rule);
});
