import type { Operation } from '@zhibiao/shared/access';
import { routeOperations } from '../http/file-routes';
import type { Person } from './a-person';
import { everyProcedure } from './every-procedure';
import type { Answer } from './http-client';
import {
  objectFields,
  plainFields,
  registered,
  isSelfEvident,
  valuesFor,
  type ObjectKind,
} from './known-fields';
import { multipart } from './multipart';
import { fieldsOf, inputShapes, sampleOf } from './procedure-inputs';

/** One way in: a procedure or route, by one of the fields that name a thing, if it has any. */
export interface Door {
  /** `submission.preview by submission`, `GET /api/events`. */
  readonly name: string;
  readonly operation: Operation;
  /** What its object is; null when it names none. */
  readonly kind: ObjectKind | null;
  /** Knocks, with the id of an object. */
  readonly knock: (person: Person, id: unknown) => Promise<Answer>;
}

/** Fields of procedures and parameters of routes that nobody has registered in `known-fields.ts`. */
export const unregistered = (): readonly string[] => {
  const shapes = inputShapes();
  const inputs = [...shapes].flatMap(([path, shape]) =>
    (shape === null ? [] : fieldsOf(shape))
      .filter((field) => !isSelfEvident(field.shape))
      .map(({ name }) => [path, name] as const),
  );
  const parameters = Object.keys(routeOperations).flatMap((route) =>
    parametersOf(route).map((name) => [route, name] as const),
  );
  return [
    ...new Set(
      [...inputs, ...parameters]
        .filter(([door, name]) => !isKnown(door, name))
        .map(([door, name]) => `${door}#${name}`),
    ),
  ];
};

const isKnown = (door: string, name: string): boolean =>
  registered(objectFields, door, name) !== undefined ||
  `${door}#${name}` in plainFields ||
  name in plainFields;

const parametersOf = (route: string): readonly string[] =>
  [...route.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** Every door of the server as it runs, read from its routers. */
export const everyDoor = (): readonly Door[] => [...procedureDoors(), ...routeDoors()];

const procedureDoors = (): readonly Door[] => {
  const shapes = inputShapes();
  return everyProcedure().flatMap(({ path, type, operation }) => {
    const shape = shapes.get(path) ?? null;
    const named = (shape === null ? [] : fieldsOf(shape)).flatMap((field) => {
      const kind = registered(objectFields, path, field.name);
      return kind === undefined ? [] : [{ kind, at: field.at }];
    });
    const ways = named.length === 0 ? [{ kind: null, at: [] }] : named;
    return ways.map(
      ({ kind, at }): Door => ({
        name: kind === null ? path : `${path} by ${at.join('.')}`,
        // A test of its own holds that every procedure names a row of the table.
        operation: operation as Operation,
        kind,
        knock: async (person, id) => {
          const values = valuesFor(path, (each) => (each === kind ? id : each.absent));
          const input = shape === null ? undefined : sampleOf(shape, values, at);
          const call = type === 'query' ? person.tryQuery : person.tryChange;
          return (await call(path, input)).answer;
        },
      }),
    );
  });
};

const routeDoors = (): readonly Door[] =>
  Object.entries(routeOperations).map(([route, operation]): Door => {
    const [method = '', path = ''] = route.split(' ');
    const [kind = null] = parametersOf(route).map((name) => registered(objectFields, route, name));
    return {
      name: route,
      operation,
      kind: kind ?? null,
      knock: (person, id) => {
        const filled = path.replace(/:\w+/, encodeURIComponent(String(id)));
        if (method === 'POST') {
          const { contentType, body } = multipart([{ name: 'file', fileName: 'x.csv', bytes: 'x' }]);
          return person.send({ method, path: filled, headers: { 'Content-Type': contentType }, body });
        }
        // The stream would stay open: its head asks the same question.
        return person.send({ method: path === '/api/events' ? 'HEAD' : method, path: filled });
      },
    };
  });
