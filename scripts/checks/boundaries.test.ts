import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBoundaries, complaints, ruleNames } from './boundaries.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const libraries = ['zod', 'kysely', 'better-sqlite3', 'hucre', 'vitest'];

/** A house in small: every kind of room, every import that is allowed. */
const house: Readonly<Record<string, string>> = {
  'shared/package.json': '{"name":"@zhibiao/shared","type":"module","exports":{"./*":"./src/*/index.ts"}}',
  'server/package.json':
    '{"name":"@zhibiao/server","type":"module","exports":{"./router":"./src/router.ts","./private":"./src/private.ts"}}',
  'client/package.json': '{"name":"@zhibiao/client","type":"module"}',
  'shared/src/statistics/index.ts': "export { wilson } from './wilson';",
  'shared/src/statistics/wilson.ts': 'export const wilson = 1;',
  'shared/src/statistics/wilson.test.ts':
    "import { test } from 'vitest';\nimport { readFileSync } from 'node:fs';\nimport { wilson } from './wilson';\ntest('x', () => readFileSync(String(wilson)));",
  'shared/src/programme/index.ts':
    "export { programme } from './programme';\nexport type { T } from './types';",
  'shared/src/programme/programme.ts': "import { z } from 'zod';\nexport const programme = z;",
  'shared/src/programme/types.ts': 'export type T = number;',
  'shared/src/evaluation/index.ts':
    "import { wilson } from '../statistics';\nimport type { T } from '../programme';\nexport const assess = (t: T) => wilson + t;",
  'server/src/main.ts':
    "import { appRouter } from './router';\nimport { openStores } from './storage/open';\nexport const main = [appRouter, openStores];",
  'server/src/private.ts': 'export type Private = 1;',
  'server/src/stores.ts':
    "import type { Store } from './features/observation/observation.store';\nexport interface Stores { readonly o: Store }",
  'server/src/router.ts':
    "import { submissionRouter } from './features/submission/submission.router';\nexport const appRouter = submissionRouter;\nexport type AppRouter = typeof appRouter;",
  'server/src/storage/open.ts':
    "import Database from 'better-sqlite3';\nimport { Kysely } from 'kysely';\nimport type { Stores } from '../stores';\nexport const openStores = (): Stores | null => (Database && Kysely ? null : null);",
  'server/src/documents/read-workbook.ts':
    "import { read } from 'hucre/xlsx';\nexport const readWorkbook = read;",
  'server/src/features/access/index.ts': "export { audit } from './audit';",
  'server/src/features/access/audit.ts': 'export const audit = 1;',
  'server/src/features/observation/index.ts': "export type { Store } from './observation.store';",
  'server/src/features/observation/observation.store.ts':
    "import type { Author } from '../access/author';\nexport interface Store { readonly a: Author }",
  'server/src/features/access/author.ts': 'export type Author = 1;',
  'server/src/features/submission/index.ts': "export { commit } from './commit';",
  'server/src/features/submission/commit.ts':
    "import { audit } from '../access';\nimport type { Stores } from '../../stores';\nimport { assess } from '@zhibiao/shared/evaluation';\nexport const commit = (s: Stores) => [s, audit, assess];",
  'server/src/features/submission/submission.router.ts':
    "import { commit } from './commit';\nexport const submissionRouter = commit;",
  'server/src/features/submission/commit.test.ts':
    "import { openStores } from '../../storage/open';\nimport { commit } from './commit';\nexport const t = [openStores, commit];",
  'client/src/main.tsx': "import { routes } from './routes';\nexport const main = routes;",
  'client/src/routes.tsx': "import { Overview } from './pages/overview';\nexport const routes = Overview;",
  'client/src/pages/overview.tsx':
    "import { Gauges } from '../features/evaluation/gauges';\nimport { Rows } from '../features/submission/rows';\nexport const Overview = [Gauges, Rows];",
  'client/src/features/evaluation/gauges.tsx':
    "import { gauge } from '../../charts/gauge';\nimport { api } from '../../api/trpc';\nimport { Button } from '../../ui/button';\nimport { shown } from './shown';\nexport const Gauges = [gauge, api, Button, shown];",
  'client/src/features/evaluation/shown.ts': 'export const shown = 1;',
  'client/src/features/submission/rows.tsx': 'export const Rows = 1;',
  'client/src/charts/gauge.ts':
    "import { assess } from '@zhibiao/shared/evaluation';\nexport const gauge = assess;",
  'client/src/ui/button.tsx': 'export const Button = 1;',
  'client/src/api/trpc.ts':
    "import type { AppRouter } from '@zhibiao/server/router';\nexport const api: AppRouter | null = null;",
};

let root: string;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhibiao-boundaries-'));
  for (const [path, text] of Object.entries(house)) write(path, text);
  mkdirSync(join(root, 'node_modules/@zhibiao'), { recursive: true });
  for (const workspace of ['shared', 'server']) {
    symlinkSync(join(root, workspace), join(root, 'node_modules/@zhibiao', workspace), 'dir');
  }
  for (const library of libraries) {
    symlinkSync(join(repository, 'node_modules', library), join(root, 'node_modules', library), 'dir');
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a house that keeps the rules passes', async () => {
  const found = await checkBoundaries(root);
  expect(found.modules).toBeGreaterThanOrEqual(Object.keys(house).length - 3);
  expect(complaints(found)).toEqual([]);
});

test('a check that saw nothing is no success', () => {
  expect(complaints({ modules: 0, breaches: [] })).toHaveLength(1);
});

/** One breach of each rule: a file, and an import that it must not have. */
const breaches: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['shared-imports-only-itself-and-zod', 'shared/src/programme/load.ts', "import 'node:fs';"],
  ['shared-imports-only-itself-and-zod', 'shared/src/programme/sql.ts', "import 'kysely';"],
  [
    'shared-tests-stay-in-shared',
    'shared/src/programme/a.test.ts',
    "import '../../../server/src/features/access';",
  ],
  ['statistics-knows-no-domain', 'shared/src/statistics/funnel.ts', "import '../programme';"],
  ['shared-rooms-have-doors', 'shared/src/evaluation/by-hand.ts', "import '../programme/programme';"],
  [
    'shared-rooms-have-doors',
    'shared/src/evaluation/kinds.ts',
    "import type { T } from '../programme/types';\nexport type U = T;",
  ],
  [
    'shared-is-entered-by-its-doors',
    'server/src/http/deep.ts',
    "import '../../../shared/src/programme/programme';",
  ],
  ['server-never-imports-client', 'server/src/http/page.ts', "import '../../../client/src/ui/button';"],
  [
    'client-names-server-in-one-file',
    'client/src/pages/list.tsx',
    "import type { AppRouter } from '@zhibiao/server/router';\nexport type A = AppRouter;",
  ],
  ['client-takes-only-types-from-server', 'client/src/api/trpc.ts', "import '@zhibiao/server/router';"],
  [
    'server-shows-its-router-only',
    'client/src/api/trpc.ts',
    "import type { Private } from '@zhibiao/server/private';\nexport type P = Private;",
  ],
  ...[
    'programme',
    'observation',
    'evaluation',
    'alert',
    'sample',
    'submission',
    'collection',
    'rectification',
    'publication',
  ].flatMap((later, place, rooms): readonly [string, string, string][] => [
    [
      `corridor-${rooms[place - 1] ?? 'access'}-calls-no-later-room`,
      `server/src/features/${rooms[place - 1] ?? 'access'}/ahead.ts`,
      `import '../${later}';`,
    ],
  ]),
  ['corridor-has-no-other-rooms', 'server/src/features/helpers/x.ts', "import 'node:fs';"],
  ['server-features-have-doors', 'server/src/features/submission/look.ts', "import '../access/audit';"],
  [
    'server-features-are-entered-by-their-doors',
    'server/src/http/a.ts',
    "import '../features/access/audit';",
  ],
  [
    'storage-takes-only-types-from-features',
    'server/src/storage/rule.ts',
    "import { audit } from '../features/access';\nexport const a = audit;",
  ],
  ['features-never-import-storage', 'server/src/features/access/b.ts', "import '../../storage/open';"],
  ['only-storage-names-databases', 'server/src/features/access/c.ts', "import 'better-sqlite3';"],
  [
    'only-storage-names-databases',
    'server/src/http/d.ts',
    "import type { Kysely } from 'kysely';\nexport type K = Kysely<1>;",
  ],
  ['documents-alone-names-spreadsheet-libraries', 'server/src/http/e.ts', "import 'hucre/xlsx';"],
  [
    'client-features-do-not-import-each-other',
    'client/src/features/evaluation/f.tsx',
    "import '../submission/rows';",
  ],
  ['client-features-know-no-page', 'client/src/features/evaluation/g.tsx', "import '../../pages/overview';"],
  ['client-tools-know-no-feature', 'client/src/ui/h.tsx', "import '../features/evaluation/shown';"],
  ['client-tools-know-no-feature', 'client/src/charts/i.ts', "import '../pages/overview';"],
  ['client-tools-know-no-feature', 'client/src/api/j.ts', "import '../features/submission/rows';"],
  [
    'no-cycles',
    'shared/src/statistics/wilson.ts',
    "export { wilson as w } from './index';\nexport const wilson = 1;",
  ],
  ['code-knows-no-test', 'shared/src/statistics/k.ts', "import './wilson.test';"],
  ['everything-resolves', 'client/src/ui/l.tsx', "import './no-such-file';"],
];

describe('a planted breach is caught by the rule it breaks', () => {
  test.each(breaches)('%s: %s', async (rule, file, line) => {
    // A room that the small house lacks must exist to be called too early.
    for (const room of [
      'programme',
      'evaluation',
      'alert',
      'sample',
      'collection',
      'rectification',
      'publication',
    ]) {
      write(`server/src/features/${room}/index.ts`, 'export const door = 1;');
    }
    write(file, `${line}\nexport {};\n`);
    const found = await checkBoundaries(root);
    // A cycle is told once, from any of its files.
    const here = found.breaches.filter(({ from, to }) => from === file || to.includes(file));
    expect(here.map((breach) => breach.rule)).toContain(rule);
  });

  test('and no rule is without its breach', () => {
    expect(ruleNames.filter((name) => !breaches.some(([rule]) => rule === name))).toEqual([]);
  });
});
