import { roles, mayDo, operations, type Operation, type Role } from '@zhibiao/shared/access';
import { beforeAll, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { everyProcedure } from '../../testing/every-procedure';
import { valuesFor } from '../../testing/known-fields';
import { fieldsOf, inputShapes, sampleOf, withValue, type Field } from '../../testing/procedure-inputs';
import { actorFor, keepAccount, signInFor } from '../../testing/role-people';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
const people = new Map<Role, Person>();

beforeAll(async () => {
  server = await startTestServer({ mode: 'live', settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  for (const role of roles) {
    await keepAccount(server, actorFor(server, role));
    people.set(role, await signInFor(server, role));
  }
});

/** Somebody whom the door lets in, so that it is the input that is declined; nobody where it is for nobody. */
const whoMay = (operation: Operation): Person => {
  const { who } = operations[operation];
  const role = who === 'public' || who === 'token' ? undefined : roles.find((one) => mayDo(operation, one));
  return (role === undefined ? undefined : people.get(role)) ?? server.nobody;
};

/** JSON Schema's word for a value. */
const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value;

/** What a query language or a loose comparison would take for the value. */
const dressesOf = (value: unknown): readonly unknown[] => [
  typeof value === 'number' ? String(value) : 1,
  [value],
  [[value]],
  [value, value],
  { $gt: '' },
  { $ne: null },
  { $in: [value] },
  { value },
  { toString: value },
  { length: 1, 0: value },
  true,
  0.5,
  null,
  [],
  {},
];

const shapes = inputShapes();

interface Place {
  readonly path: ReturnType<typeof everyProcedure>[number]['path'];
  readonly type: 'query' | 'mutation';
  readonly operation: Operation;
  readonly field: Field;
  /** Every type that may stand there. */
  readonly taken: readonly string[];
}

/** Every place of every input that takes a single value. */
const places = everyProcedure().flatMap(({ path, type, operation }): readonly Place[] => {
  const shape = shapes.get(path) ?? null;
  const fields = shape === null ? [] : fieldsOf(shape);
  return fields.map((field) => ({
    path,
    type,
    // A test of its own holds that every procedure names a row of the table.
    operation: operation as Operation,
    field,
    taken: fields
      .filter(({ at }) => at.join('.') === field.at.join('.'))
      .flatMap(({ shape: { type: listed, enum: words, const: fixed } }) =>
        fixed !== undefined
          ? [typeof fixed]
          : words !== undefined
            ? words.map((word) => typeof word)
            : (listed ?? []),
      ),
  }));
});

test('F11 there are places to ask', () => {
  expect(places.length).toBeGreaterThanOrEqual(80);
});

test.each(places.map((place) => ({ ...place, name: `${place.path} ${place.field.at.join('.')}` })))(
  'F11 $name takes its own type of value alone: a list, an operator or another type is declined',
  async ({ path, type, operation, field, taken }) => {
    const shape = shapes.get(path) ?? {};
    const sample = sampleOf(
      shape,
      valuesFor(path, (kind) => kind.absent),
      field.at,
    );
    const before = await server.factsHash();
    const plain = valuesFor(path, (kind) => kind.absent)(field.name) ?? 'x';
    for (const dress of dressesOf(plain)) {
      if (taken.includes(typeOf(dress)) || (taken.includes('number') && typeof dress === 'number')) continue;
      const input = withValue(sample, field.at, dress);
      const call = type === 'query' ? whoMay(operation).tryQuery : whoMay(operation).tryChange;
      const { status, data } = await call(path, input);
      expect([dress, status, data]).toEqual([dress, 400, null]);
    }
    expect(await server.factsHash()).toBe(before);
  },
);
