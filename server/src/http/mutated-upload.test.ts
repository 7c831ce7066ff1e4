import { expect, test } from 'vitest';
import { filesToMutate, mutatedFile } from '../testing/mutated-file';
import { sendMutated } from '../testing/send-mutated';

test('150 files with bits flipped, pieces cut out and pieces spliced in are each answered, and nothing is stored', async () => {
  const { counts } = await sendMutated({ seed: 150, read: 130, sent: 20 });
  const said = [...counts.keys()];
  // Some are still read, some have rows that are wrong, some are no files any more: the damage goes everywhere.
  expect(said).toEqual(expect.arrayContaining(['accept', 'reject-rows']));
  expect(said.filter((code) => code.startsWith('file.')).length).toBeGreaterThan(4);
});

test('the same seed and number give the same file', async () => {
  const files = await filesToMutate();
  const [once, again] = [mutatedFile(files, 7, 3), mutatedFile(await filesToMutate(), 7, 3)];
  expect(again.how).toBe(once.how);
  expect(again.bytes.equals(once.bytes)).toBe(true);
});
