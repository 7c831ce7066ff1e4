import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isVectorFile, runVectors, vectors } from './vectors';

const folder = new URL('./golden/', import.meta.url);
const names = readdirSync(folder).map((name) => name.replace('.json', ''));

/** A golden file out of the folder beside this test. */
function golden(name: string): Parameters<typeof runVectors>[0] {
  const file: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  if (!isVectorFile(file)) throw new Error(`${name} is no vector file`);
  return file;
}

describe('golden vectors, computed by independent references', () => {
  test('every file has its method and every method its file', () => {
    expect(names.toSorted()).toEqual(Object.keys(vectors).toSorted());
  });

  test.each(names)('%s is reproduced', (name) => {
    const run = runVectors(golden(name));
    expect(run.differences).toEqual([]);
    expect(run.passed).toBeGreaterThan(0);
    expect(run.failed).toBe(0);
  });
});

describe('a vector file with a fault', () => {
  test('a wrong value is a difference at its place', () => {
    const input = { x: 197, n: 200, confidence: '0.95' };
    const expected = { estimate: 0.985, lower: 0.95, upper: 0.9948857622067417 };
    const run = runVectors({ method: '01-wilson', cases: [{ id: 'w', input, expected }] });
    expect(run).toMatchObject({
      passed: 0,
      failed: 1,
      differences: [{ id: 'w', path: 'lower', expected: 0.95 }],
    });
  });

  test('a result with more fields than expected is different', () => {
    const input = { target: '90' };
    const run = runVectors({ method: '03-min-n', cases: [{ id: 'm', input, expected: {} }] });
    expect(run.differences).toEqual([{ id: 'm', path: 'n', expected: undefined, got: 36 }]);
  });

  test('an input of another shape fails with the reason and stops nothing', () => {
    const good = { id: 'b', input: { target: '90' }, expected: { n: 36 } };
    const run = runVectors({ method: '03-min-n', cases: [{ id: 'a', input: 7, expected: { n: 36 } }, good] });
    expect(run).toMatchObject({ passed: 1, failed: 1 });
    expect(run.differences).toContainEqual({
      id: 'a',
      path: 'unreadable',
      expected: undefined,
      got: 'expected an object, found 7',
    });
  });

  test('an unknown method is named together with the known ones', () => {
    expect(() => runVectors({ method: '99-other', cases: [] })).toThrow(
      /unknown method 99-other; known are 00-core/,
    );
  });
});
