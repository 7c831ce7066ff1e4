/** One place where a result is not what was expected. */
export interface Difference {
  readonly id: string;
  /** Where in the expected object, `wilson95.lower`; empty for the whole. */
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Every place where `got` differs: numbers by the files' stated tolerance, everything else identically. */
export function differences(id: string, expected: unknown, got: unknown): Difference[] {
  return walk('', expected, got).map((difference) => ({ id, ...difference }));
}

type Place = Omit<Difference, 'id'>;

function walk(path: string, expected: unknown, got: unknown): Place[] {
  if (typeof expected === 'number' && typeof got === 'number') {
    return isClose(expected, got) ? [] : [{ path, expected, got }];
  }
  if (isTree(expected) && isTree(got) && Array.isArray(expected) === Array.isArray(got)) {
    const wanted = new Map(Object.entries(expected));
    const found = new Map(Object.entries(got));
    return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((key) =>
      walk(path === '' ? key : `${path}.${key}`, wanted.get(key), found.get(key)),
    );
  }
  return expected === got ? [] : [{ path, expected, got }];
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * |got − expected| ≤ 1e−9 or relative ≤ 1e−8; below 1e−9 relative 1e−6 with a floor of 1e−300. Two whole numbers
 * must be identical: they are counts.
 */
function isClose(expected: number, got: number): boolean {
  if (expected === got) return true;
  if (Number.isInteger(expected) && Number.isInteger(got)) return false;
  const gap = Math.abs(got - expected);
  const size = Math.abs(expected);
  return size < 1e-9 ? gap <= Math.max(1e-300, 1e-6 * size) : gap <= 1e-9 || gap <= 1e-8 * size;
}
