import type { Instance } from '../open-instance';
import { printJson, printLine, readArguments, type ExitStatus } from './arguments';
import { usages } from './usages';
import { openToRead } from './demonstration-instance';
import { disagreementsIn } from './disagreements';

/** Checks everything that is stored and says what disagrees. Reads beside a running server, changes nothing. */
export const verify = async (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values } = readArguments(words, { json: { type: 'boolean' } }, usages.verify);
  const instance = await openToRead(root);
  try {
    return await report(instance, values.json === true);
  } finally {
    await instance.storage.close();
  }
};

const report = async (instance: Instance, json: boolean): Promise<ExitStatus> => {
  const found = await disagreementsIn(instance);
  const factsHash = await instance.storage.factsHash();
  if (json) printJson({ ok: found.length === 0, factsHash, found });
  else {
    for (const { check, detail } of found) printLine(`${check}: ${detail}`);
    printLine(`${found.length} disagreements, facts ${factsHash}`);
  }
  return found.length === 0 ? 0 : 1;
};
