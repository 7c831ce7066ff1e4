import { access, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const registerNamed = (json: unknown): string | null => {
  const code: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'units') : null;
  return typeof code === 'string' && code === basename(code) ? code : null;
};

/**
 * The units file a programme names, by its code: in `units` beside the programme's folder (a subfolder such as
 * `examples` included), else beside the programme itself. Null when it is not there.
 */
export const findUnitsFile = async (programmeFile: string): Promise<string | null> => {
  const code = registerNamed(JSON.parse(await readFile(programmeFile, 'utf8')));
  if (code === null) return null;
  const folder = dirname(resolve(programmeFile));
  const places = [
    join(folder, '..', 'units', `${code}.json`),
    join(folder, '..', '..', 'units', basename(folder), `${code}.json`),
    join(folder, `${code}.json`),
  ];
  for (const place of places) if (await exists(place)) return place;
  return null;
};
