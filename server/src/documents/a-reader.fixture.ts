import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadProgramme, loadUnits, programmeIndex, type ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Actor } from '@zhibiao/shared/access';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A file beside the tests. */
export const fixture = (path: string): Buffer => readFileSync(join(here, 'fixtures', path));

/** The programme and the register that the product comes with. */
export function shanwei(): ProgrammeIndex {
  const data = join(here, '../../../data');
  const units = loadUnits(JSON.parse(readFileSync(join(data, 'units/shanwei.json'), 'utf8')));
  if (!units.ok) throw new Error('the units file does not load');
  const programme = loadProgramme(
    JSON.parse(readFileSync(join(data, 'programmes/shanwei-2025.json'), 'utf8')),
    units.value,
  );
  if (!programme.ok) throw new Error('the programme file does not load');
  return programmeIndex(programme.value, units.value);
}

/** A statistician of the whole city. */
export const statistician: Actor = {
  id: 'demo-statistician',
  role: 'statistician',
  name: { zh: 'Statistician', en: 'Statistician' },
  departments: [],
  unit: null,
};

/** Builds the worker from the sources as they are, so that no test runs against yesterday's build. */
export async function builtWorker(
  entry = 'parse-worker',
): Promise<{ readonly url: URL; readonly remove: () => void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'zhibiao-worker-'));
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(here, `${entry}.ts`),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
  return {
    url: pathToFileURL(join(outDir, `${entry}.mjs`)),
    remove: () => {
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
