/** What can be wrong with a programme or units file. The codes are permanent; problemText has their sentences. */
export type ProgrammeProblemCode =
  | 'programme.missing'
  | 'programme.unknown-key'
  | 'programme.wrong-type'
  | 'programme.malformed'
  | 'programme.not-allowed'
  | 'programme.too-short'
  | 'programme.out-of-range'
  | 'programme.target-without-clause'
  | 'programme.unknown-register'
  | 'programme.unknown-indicator'
  | 'programme.unknown-unit'
  | 'programme.unknown-department'
  | 'programme.duplicate-code'
  | 'programme.duplicate-target'
  | 'programme.duplicate-plan'
  | 'programme.name-taken'
  | 'programme.threshold-range'
  | 'programme.from-after-due'
  | 'programme.not-a-year'
  | 'programme.scale-reversed'
  | 'programme.scale-without-target'
  | 'programme.score-not-given'
  | 'programme.sum-of-finished-rates'
  | 'programme.weights-not-asked'
  | 'programme.weight-not-positive'
  | 'programme.weight-twice'
  | 'programme.coverage-needs-register'
  | 'programme.plan-without-samples'
  | 'programme.plan-for-reference'
  | 'programme.not-a-reference'
  | 'programme.no-whole'
  | 'programme.several-wholes'
  | 'programme.parent-missing'
  | 'programme.parent-not-allowed'
  | 'programme.parent-circular'
  | 'programme.within-not-a-part'
  | 'programme.within-circular';

/** One mistake in a file: where (JSON pointer, `/targets/3/clause`), what, and the values that the sentence names. */
export interface ProgrammeProblem {
  readonly path: string;
  readonly code: ProgrammeProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Collects problems; `at` takes path segments. */
export interface ProblemList {
  readonly problems: ProgrammeProblem[];
  at(path: readonly PropertyKey[], code: ProgrammeProblemCode, params?: ProgrammeProblem['params']): void;
}

/** An empty list of problems. */
export function problemList(): ProblemList {
  const problems: ProgrammeProblem[] = [];
  return {
    problems,
    at: (path, code, params = {}) => {
      problems.push({ path: pointer(path), code, params });
    },
  };
}

/** JSON pointer (RFC 6901) of path segments; the document itself is `/`. */
export function pointer(path: readonly PropertyKey[]): string {
  return `/${path.map((part) => String(part).replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}`;
}
