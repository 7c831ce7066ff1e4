import { hash, verify } from '@node-rs/argon2';
import { passwordText } from '@zhibiao/shared/access';

/** Hashes and checks passwords, never more than a few at a time (reliability.md E5, C7). */
export interface PasswordKeeper {
  /** argon2id in PHC form with a new salt; null when too many wait already. */
  hash(password: string): Promise<string | null>;
  /** Compares in constant time; without a hash the same work is done for nothing. Null when too many wait. */
  verify(kept: string | null, password: string): Promise<boolean | null>;
  /** Whether a hash was made with weaker parameters than today's. */
  isOutdated(kept: string): boolean;
}

/** OWASP password storage: argon2id with 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const todays = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

const atOnce = 2;
const waitingMost = 32;

/** A keeper for one process; it makes its dummy hash once. */
export const passwordKeeper = async (): Promise<PasswordKeeper> => {
  const queued = queue();
  const dummy = await hash('nobody has this password', parameters);
  return {
    hash: (password) => queued(() => hash(passwordText(password), parameters)),
    verify: (kept, password) =>
      queued(async () => {
        const fits = await verify(kept ?? dummy, passwordText(password));
        return fits && kept !== null;
      }),
    isOutdated: (kept) => !kept.startsWith(todays),
  };
};

/** Lets two work, 32 wait, and turns the rest away with null: hashing must not become a weapon. */
const queue = () => {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (working >= atOnce) {
      if (waiting.length >= waitingMost) return null;
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) working -= 1;
      else next();
    }
  };
};
