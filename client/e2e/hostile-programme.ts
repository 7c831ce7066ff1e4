import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What would run, were it ever taken for more than text. Each sets `ran`, opens a dialog, or breaks a policy. */
export const hostileTexts = [
  '<img src=x onerror=ran=1>',
  '<script>ran=1;alert(1)</script>',
  '"><svg onload=alert(1)>',
  "';alert(1);//",
  '</title><script>alert(1)</script>',
  '<iframe srcdoc="<script>parent.ran=1</script>">',
  '<a href=javascript:alert(1)>x</a>',
  '<style>@import"//evil.example"</style>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '&lt;b&gt;&amp;',
] as const;

/** Also taken apart by charts, which have a little language of their own for labels. */
export const chartTexts = ['{a} {b} {c}', '{name|x}', '%s %d'] as const;

interface Words {
  zh: string;
  en: string;
}

interface Named {
  name: Words;
  shortName?: Words;
  breakable?: string;
  definition?: Words;
  caution?: Words | null;
  sampleUnit?: Words;
}

const data = (path: string): string => fileURLToPath(new URL(`../../data/${path}`, import.meta.url));

/**
 * The demonstration's programme and units with a hostile text at the end of every name an administrator may write;
 * answers the path of the programme file.
 */
export const hostileProgramme = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'zhibiao-hostile-'));
  await mkdir(join(folder, 'programmes'));
  await mkdir(join(folder, 'units'));
  await cp(data('calendars'), join(folder, 'calendars'), { recursive: true });
  // Both files are checked by the product when it starts.
  const programme = JSON.parse(await readFile(data('programmes/shanwei-2025.json'), 'utf8')) as {
    name: Words;
    title: Words;
    departments: Named[];
    indicators: Named[];
  };
  const register = JSON.parse(await readFile(data('units/shanwei.json'), 'utf8')) as { units: Named[] };
  let next = 0;
  const texts = [...hostileTexts, ...chartTexts];
  const spoil = (words: Words | null | undefined): void => {
    if (words == null) return;
    const text = texts[next % texts.length] ?? '';
    next += 1;
    words.zh += text;
    words.en += text;
  };
  spoil(programme.name);
  spoil(programme.title);
  for (const named of [...programme.indicators, ...programme.departments, ...register.units]) {
    spoil(named.name);
    spoil(named.shortName);
    spoil(named.definition);
    spoil(named.caution);
    spoil(named.sampleUnit);
    delete named.breakable;
  }
  await writeFile(join(folder, 'units', 'shanwei.json'), JSON.stringify(register));
  const file = join(folder, 'programmes', 'hostile.json');
  await writeFile(file, JSON.stringify(programme));
  return file;
};
