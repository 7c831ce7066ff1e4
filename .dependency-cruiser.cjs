// Who may import whom: the seven rules of the house (CONTRIBUTING.md, "Map of the house").
// Run by scripts/checks/boundaries.mjs; scripts/checks/boundaries.test.ts plants a breach of every rule.

/** The corridor, in walking order: a room may call only the rooms before it. */
const corridor = [
  'access',
  'programme',
  'observation',
  'evaluation',
  'alert',
  'sample',
  'submission',
  'collection',
  'rectification',
  'publication',
];

const tests = String.raw`(\.(test|story|long)\.tsx?$|^server/src/testing/|^server/src/storage/contract/|^client/e2e/)`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    // 1
    forbid(
      'shared-imports-only-itself-and-zod',
      'The core is pure: no Node, no library but zod.',
      { path: '^shared/', pathNot: tests },
      { pathNot: ['^shared/src/', '(^|/)node_modules/zod/'], couldNotResolve: false },
    ),
    forbid(
      'shared-tests-stay-in-shared',
      'Tests of the core need neither the server nor the client.',
      { path: '^shared/' },
      { path: '^(server|client)/' },
    ),
    forbid(
      'statistics-knows-no-domain',
      'Numbers only: statistics could be taken out and published by itself.',
      { path: '^shared/src/statistics/' },
      { path: '^shared/src/', pathNot: '^shared/src/statistics/' },
    ),
    forbid(
      'shared-rooms-have-doors',
      "A room of the core is entered through its index.ts, from the core's other rooms as well.",
      { path: '^shared/src/([^/]+)/' },
      { path: '^shared/src/', pathNot: ['^shared/src/$1/', String.raw`^shared/src/[^/]+/index\.ts$`] },
    ),
    forbid(
      'shared-is-entered-by-its-doors',
      'Other workspaces import @zhibiao/shared/<room> and nothing behind it.',
      { path: '^(server|client)/' },
      { path: '^shared/', pathNot: String.raw`^shared/src/([^/]+/index|statistics/vectors)\.ts$` },
    ),
    // 2
    forbid(
      'server-never-imports-client',
      'The server does not know who asks.',
      { path: '^server/' },
      { path: '^client/' },
    ),
    // 3
    forbid(
      'client-names-server-in-one-file',
      'Only client/src/api/trpc.ts names the server.',
      { path: '^client/', pathNot: String.raw`^client/src/api/trpc\.ts$` },
      { path: '^server/' },
    ),
    forbid(
      'client-takes-only-types-from-server',
      'No code of the server may end up in a browser.',
      { path: '^client/' },
      { path: '^server/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'server-shows-its-router-only',
      'The type of the router is all that the client may see.',
      { path: '^client/' },
      { path: '^server/', pathNot: String.raw`^server/src/router\.ts$` },
    ),
    // 4
    ...corridor
      .slice(0, -1)
      .map((room, place) =>
        forbid(
          `corridor-${room}-calls-no-later-room`,
          `The corridor runs ${corridor.join(' → ')}.`,
          { path: `^server/src/features/${room}/`, pathNot: tests },
          { path: `^server/src/features/(${corridor.slice(place + 1).join('|')})/` },
        ),
      ),
    forbid(
      'corridor-has-no-other-rooms',
      'A new feature gets its place in the corridor first: add it to the list in .dependency-cruiser.cjs.',
      { path: '^server/src/features/', pathNot: `^server/src/features/(${corridor.join('|')})/` },
      {},
    ),
    forbid(
      'server-features-have-doors',
      "A feature is entered through its index.ts by other features. Ports are types only and may name an earlier room's types directly: through the door they would meet themselves.",
      { path: '^server/src/features/([^/]+)/', pathNot: [tests, String.raw`\.store\.ts$`] },
      {
        path: '^server/src/features/',
        pathNot: ['^server/src/features/$1/', String.raw`^server/src/features/[^/]+/index\.ts$`],
      },
    ),
    forbid(
      'server-features-are-entered-by-their-doors',
      'Outside the corridor too; router.ts may name the routers, storage and stores.ts the ports.',
      { path: '^server/src/', pathNot: ['^server/src/features/', '^server/src/storage/', tests] },
      {
        path: '^server/src/features/',
        pathNot: String.raw`^server/src/features/[^/]+/(index|[^/]+\.router|[^/]+\.store)\.ts$`,
      },
    ),
    forbid(
      'storage-takes-only-types-from-features',
      'An engine fills ports; a rule that it called would be hidden in it.',
      { path: '^server/src/storage/', pathNot: tests },
      { path: '^server/src/features/', dependencyTypesNot: ['type-only'] },
    ),
    // 5
    forbid(
      'features-never-import-storage',
      'Features know ports; main joins them with an engine.',
      { path: '^server/src/(features|documents)/', pathNot: tests },
      { path: '^server/src/storage/' },
    ),
    forbid(
      'only-storage-names-databases',
      'Another engine must mean another folder in storage and nothing else.',
      { path: '^(shared|server|client)/', pathNot: ['^server/src/storage/', tests] },
      { path: String.raw`(^|/)node_modules/(kysely|better-sqlite3|pg)/` },
    ),
    forbid(
      'documents-alone-names-spreadsheet-libraries',
      'A hostile file meets the library in one guarded place.',
      { path: '^(shared|server|client)/', pathNot: ['^server/src/documents/', tests] },
      { path: String.raw`(^|/)node_modules/(hucre|docx)/` },
    ),
    // 6
    forbid(
      'client-features-do-not-import-each-other',
      'Pages compose features.',
      { path: '^client/src/features/([^/.]+)' },
      { path: '^client/src/features/', pathNot: '^client/src/features/$1[/.]' },
    ),
    forbid(
      'client-features-know-no-page',
      'Pages compose features, never the other way round.',
      { path: '^client/src/features/' },
      { path: String.raw`^client/src/(pages/|routes\.tsx?$|main\.tsx?$)` },
    ),
    forbid(
      'client-tools-know-no-feature',
      'ui, charts and api serve every feature and know none.',
      { path: '^client/src/(ui|charts|api)/' },
      { path: String.raw`^client/src/(features/|pages/|routes\.tsx?$|main\.tsx?$)` },
    ),
    // 7
    forbid('no-cycles', 'Two rooms that need each other are one room or three.', {}, { circular: true }),
    // Beside the seven
    forbid(
      'code-knows-no-test',
      'What is delivered must not lean on tests.',
      { path: '^(shared|server|client)/', pathNot: tests },
      { path: tests },
    ),
    forbid(
      'everything-resolves',
      'An import that leads nowhere is not checked by any rule.',
      { path: '^(shared|server|client)/' },
      { couldNotResolve: true, pathNot: String.raw`\?` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(shared|server|client)/(dist/|src/.*/fixtures/)' },
    tsPreCompilationDeps: true,
    preserveSymlinks: false,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
