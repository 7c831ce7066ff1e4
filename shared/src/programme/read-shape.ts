import type { z } from 'zod';
import { pointer, type ProgrammeProblem, type ProgrammeProblemCode } from './problem';

/** Parses a file against its schema and says every mistake of shape with its path. */
export function readShape<T>(
  schema: z.ZodType<T>,
  json: unknown,
): { readonly value: T } | { readonly problems: readonly ProgrammeProblem[] } {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, json)) };
}

function problemsOf(issue: z.core.$ZodIssue, json: unknown): readonly ProgrammeProblem[] {
  const found = valueAt(json, issue.path);
  const params = { found: show(found) };
  const path = pointer(issue.path);
  const one = (
    code: ProgrammeProblemCode,
    more: ProgrammeProblem['params'] = {},
  ): readonly ProgrammeProblem[] => [{ path, code, params: { ...params, ...more } }];
  if (found === undefined) return [missing(issue.path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pointer([...issue.path, key]),
        code: 'programme.unknown-key',
        params: { key },
      }));
    case 'invalid_type':
      return one('programme.wrong-type', { expected: issue.expected });
    case 'invalid_value':
      return one('programme.not-allowed', { allowed: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return one('programme.not-allowed', { allowed: 'at-least, all, not-below, rising, coverage' });
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return one('programme.too-short');
      return one('programme.out-of-range', { allowed: `≥ ${issue.minimum}` });
    case 'too_big':
      return one('programme.out-of-range', { allowed: `≤ ${issue.maximum}` });
    case 'custom':
      return one(
        issue.params?.['code'] === undefined ? 'programme.malformed' : ownCode(issue.params['code']),
      );
    default:
      return one('programme.malformed');
  }
}

function missing(path: readonly PropertyKey[]): ProgrammeProblem {
  const isClause = path.length === 3 && path[0] === 'targets' && path[2] === 'clause';
  const code = isClause ? 'programme.target-without-clause' : 'programme.missing';
  return { path: pointer(path), code, params: { key: String(path.at(-1) ?? '') } };
}

/** Codes that the schema's own checks carry. */
function ownCode(code: unknown): ProgrammeProblemCode {
  return code === 'programme.not-a-year' || code === 'programme.threshold-range'
    ? code
    : 'programme.malformed';
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

/** At most 50 characters of what stands there. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
