import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The words of a command are wrong: exit status 2, with how it is meant. */
export class UsageProblem extends Error {}

/** What a command ends with: 0 done, 1 refused or found something, 2 wrong usage (contract.md). */
export type ExitStatus = 0 | 1 | 2;

/** Reads a command's own options strictly; unknown words are a usage problem that quotes `usage`. */
export const readArguments = <T extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: T,
  usage: string,
) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageProblem(`${error instanceof Error ? error.message : ''}\n${usage}`);
  }
};

/** The value of an option that must be there. */
export const required = (value: string | undefined, name: string, usage: string): string => {
  if (value === undefined || value === '') throw new UsageProblem(`--${name} is missing\n${usage}`);
  return value;
};

/** Prints for machines: one JSON value on standard output. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** Prints one line for people. */
export const printLine = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
