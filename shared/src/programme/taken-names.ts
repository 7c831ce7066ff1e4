import { nameKey } from './name-key';
import type { ProblemList } from './problem';

/** One thing that can be named in a sheet, with where its names stand in the file. */
export interface Named {
  readonly owner: string;
  readonly path: readonly PropertyKey[];
  readonly code: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  readonly aliases: readonly string[];
}

/** Every name by which a thing may be called, with its place: short names are for the eye and are not among them. */
export function namesOf(
  thing: Named,
): readonly { readonly text: string; readonly path: readonly PropertyKey[] }[] {
  return [
    ...(thing.code === null ? [] : [{ text: thing.code, path: [...thing.path, 'code'] }]),
    { text: thing.name.zh, path: [...thing.path, 'name', 'zh'] },
    { text: thing.name.en, path: [...thing.path, 'name', 'en'] },
    ...thing.aliases.map((text, index) => ({ text, path: [...thing.path, 'aliases', index] })),
  ];
}

/** Two things must not answer to one name, else a sheet could mean either. */
export function checkNames(things: readonly Named[], list: ProblemList): void {
  const taken = new Map<string, string>();
  for (const thing of things) {
    for (const { text, path } of namesOf(thing)) {
      const holder = taken.get(nameKey(text));
      if (holder === undefined) taken.set(nameKey(text), thing.owner);
      // A doubled code is reported as such.
      else if (holder !== thing.owner) list.at(path, 'programme.name-taken', { name: text, holder });
    }
  }
}

/** Codes must differ exactly. */
export function checkCodes(codes: readonly string[], path: readonly PropertyKey[], list: ProblemList): void {
  const seen = new Set<string>();
  codes.forEach((code, index) => {
    if (seen.has(code)) list.at([...path, index, 'code'], 'programme.duplicate-code', { code });
    seen.add(code);
  });
}
