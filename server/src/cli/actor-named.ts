import { demonstrationActors, type Actor } from '@zhibiao/shared/access';
import type { Instance } from '../open-instance';
import { UsageProblem } from './arguments';

/** The person of the demonstration that `--as` names; anybody else is wrong usage. */
export const actorNamed = ({ index }: Instance, id: string): Actor => {
  const people = demonstrationActors(index.programme.departments, index.register);
  const found = people.find((person) => person.id === id);
  if (found !== undefined) return found.actor;
  throw new UsageProblem(`--as ${id}: one of ${people.map((person) => person.id).join(', ')}`);
};
