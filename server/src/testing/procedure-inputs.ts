import { z } from 'zod';
import { appRouter } from '../router';

/** What a field takes, as JSON Schema writes it; only the words that the walk needs. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** One place of an input that takes a single value. */
export interface Field {
  /** Way from the top: keys, and `0` into a list. */
  readonly at: readonly (string | 0)[];
  /** The nearest key above it, by which it is known. */
  readonly name: string;
  readonly shape: Shape;
}

interface Kept {
  readonly _def: { readonly inputs: readonly z.ZodType[] };
}

/** What every procedure takes, read from the router itself; null for one that reads no input. */
export const inputShapes = (): ReadonlyMap<string, Shape | null> =>
  new Map(
    Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
      // tRPC types what it keeps of a procedure loosely; every input of ours is a zod schema.
      const [schema] = (procedure as unknown as Kept)._def.inputs;
      if (schema === undefined) return [path, null];
      // The words of JSON Schema that `Shape` names are all that is read of it.
      const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
      return [path, shape.properties === undefined && choicesOf(shape).length === 0 ? null : shape];
    }),
  );

const choicesOf = ({ anyOf, oneOf }: Shape): readonly Shape[] => anyOf ?? oneOf ?? [];

/** Every single value inside a shape, all alternatives included. */
export const fieldsOf = (shape: Shape, at: Field['at'] = [], name = ''): readonly Field[] => {
  const choices = choicesOf(shape);
  if (choices.length > 0) return choices.flatMap((choice) => fieldsOf(choice, at, name));
  if (shape.properties !== undefined) {
    return Object.entries(shape.properties).flatMap(([key, inner]) => fieldsOf(inner, [...at, key], key));
  }
  if (shape.items !== undefined) return fieldsOf(shape.items, [...at, 0], name);
  return [{ at, name, shape }];
};

/** Every object inside a shape that takes keys it does not name. */
export const looseObjects = (shape: Shape, at = ''): readonly string[] => [
  ...(shape.properties !== undefined && shape.additionalProperties !== false ? [at] : []),
  ...choicesOf(shape).flatMap((choice) => looseObjects(choice, at)),
  ...(shape.items === undefined ? [] : looseObjects(shape.items, `${at}[]`)),
  ...Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => looseObjects(inner, `${at}.${key}`)),
];

/** An input with every key that must be there (the first of several alternatives), and those asked for. */
export const sampleOf = (
  shape: Shape,
  valueOf: (name: string, shape: Shape) => unknown,
  wanted: Field['at'] = [],
  name = '',
): unknown => {
  const choices = choicesOf(shape);
  const [key, ...further] = wanted;
  if (choices.length > 0) {
    const fit = choices.find((choice) => leadsTo(choice, wanted)) ?? choices[0];
    return fit === undefined ? null : sampleOf(fit, valueOf, wanted, name);
  }
  if (shape.properties !== undefined) {
    const kept = Object.entries(shape.properties).filter(
      ([each]) => each === key || (shape.required ?? []).includes(each),
    );
    return Object.fromEntries(
      kept.map(([each, inner]) => [each, sampleOf(inner, valueOf, each === key ? further : [], each)]),
    );
  }
  if (shape.items !== undefined) {
    return (shape.minItems ?? 0) > 0 || key === 0 ? [sampleOf(shape.items, valueOf, further, name)] : [];
  }
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  if (shape.type === 'boolean') return false;
  return valueOf(name, shape);
};

const leadsTo = (shape: Shape, [key, ...further]: Field['at']): boolean => {
  if (key === undefined) return true;
  const choices = choicesOf(shape);
  if (choices.length > 0) return choices.some((choice) => leadsTo(choice, [key, ...further]));
  const inner = key === 0 ? shape.items : shape.properties?.[key];
  return inner !== undefined && leadsTo(inner, further);
};

/** The input with another value at one place that it has. */
export const withValue = (input: unknown, [key, ...further]: Field['at'], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(input)) {
    return input.map((item: unknown, place) => (place === key ? withValue(item, further, value) : item));
  }
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([each, item]) => [
      each,
      each === key ? withValue(item, further, value) : item,
    ]),
  );
};
