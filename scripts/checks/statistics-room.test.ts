import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const room = `${repository}shared/src/statistics/`;

/** What the room offers; vectors.ts and the adapters name golden files and are for tests alone. */
const sources = readdirSync(room).filter(
  (name) => name.endsWith('.ts') && !name.includes('.test.') && name !== 'vectors.ts',
);

/** Words of the house and of any programme: numbers need none of them. */
const domainWords =
  /\b(indicators?|county|counties|city|province|programmes?|shanwei|clause|submission|observation|assessment|rectification|publication|policy|reporting)\b|指标|县|全市|全省|监测|填报|预警|整改|发布/i; // wording-ok: what is looked for

const domainWordsIn = (text: string): readonly string[] =>
  text.split('\n').filter((line) => domainWords.test(line));

describe('the statistics', () => {
  test.each(sources)('%s knows no word of the domain', (name) => {
    expect(domainWordsIn(readFileSync(room + name, 'utf8'))).toEqual([]);
  });

  test('and such a word is found', () => {
    expect(domainWordsIn('const rateOf = (county: Counts) => county.x;')).toHaveLength(1);
    expect(domainWordsIn('// 各县区')).toHaveLength(1);
  });

  test('import nothing but themselves', () => {
    for (const name of sources) {
      for (const [, from = ''] of readFileSync(room + name, 'utf8').matchAll(/from '([^']+)'/g)) {
        expect(from, name).toMatch(/^\.\/(?!.*\.\.)/);
      }
    }
  });

  test('all of them are less than 15 kB for a page to fetch', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: true,
        lib: { entry: `${room}index.ts`, formats: ['es'], fileName: 'statistics' },
      },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    const code = outputs.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
    expect(code.length).toBeGreaterThan(5000);
    const size = gzipSync(code).length;
    expect(size, `${size} bytes`).toBeLessThan(15_000);
  });
});
