// Checks who imports whom, by the rules of .dependency-cruiser.cjs.
import { createRequire } from 'node:module';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** Every rule by name; the test plants a breach of each. */
export const ruleNames = (configuration.forbidden ?? []).map((rule) => rule.name ?? '');

const folders = ['shared/src', 'server/src', 'client/src', 'client/e2e'];

/**
 * @typedef {{ rule: string, from: string, to: string }} Breach
 * @param {string} root a tree laid out like ours
 * @returns {Promise<{ modules: number, breaches: readonly Breach[] }>}
 */
export async function checkBoundaries(root) {
  const baseDir = realpathSync(root);
  const { options, ...ruleSet } = configuration;
  const result = await cruise(
    folders.filter((folder) => existsSync(join(baseDir, folder))),
    { ...options, baseDir, validate: true, ruleSet },
    options?.enhancedResolveOptions,
  );
  if (typeof result.output === 'string') throw new TypeError('dependency-cruiser answered with text');
  const { modules, summary } = result.output;
  return {
    modules: modules.filter(({ source }) => /^(shared|server|client)\//.test(source)).length,
    breaches: summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map(({ name }) => name).join(' → ') : to,
    })),
  };
}

/**
 * What is wrong, in lines; empty when all is well. A compiler that dependency-cruiser cannot use makes
 * it see nothing and report success, so nothing seen is a failure.
 * @param {{ modules: number, breaches: readonly Breach[] }} found
 */
export function complaints({ modules, breaches }) {
  if (modules === 0) return ['boundaries: no module was seen, so nothing was checked'];
  return breaches.map(({ rule, from, to }) => `boundaries: ${rule}: ${from} → ${to}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await checkBoundaries(repository);
  const lines = complaints(found);
  for (const line of lines) console.error(line);
  if (lines.length === 0)
    console.log(`boundaries: ${found.modules} modules, ${ruleNames.length} rules, no breach`);
  process.exitCode = lines.length === 0 ? 0 : 1;
}
