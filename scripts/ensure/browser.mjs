import { existsSync, readdirSync } from 'node:fs';
import { findChromium, howToGetChromium } from '../checks/find-chromium.mjs';
import { run, say } from './run.mjs';

/**
 * Sees to a browser with Chinese letters for the stories. Where it cannot, it says so and goes on:
 * the stories are then left out, the other tests still run.
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensureBrowser() {
  const missing = missingPackages({
    hasBrowser: findChromium() !== null,
    isChosen: Boolean(process.env['CHROMIUM_PATH']),
    hasChineseFont: await hasChineseFont(),
  });
  if (missing.length === 0) {
    if (findChromium() === null) say(howToGetChromium);
    return false;
  }
  if (!mayInstall()) {
    say(
      missing.includes('chromium')
        ? howToGetChromium
        : 'no Chinese font found: pictures taken by the stories will show boxes (Debian: apt-get install fonts-noto-cjk).',
    );
    return false;
  }
  say(`installing ${missing.join(' and ')} for the browser stories (once) …`);
  const apt = ['-y', '-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', ...apt], { env, quiet: true });
  const install = await run('apt-get', ['install', '--no-install-recommends', ...apt, ...missing], {
    env,
    quiet: true,
    every5s: () => say('… still installing the browser'),
  });
  if (install.status !== 0) {
    say(`apt-get could not install ${missing.join(' and ')}: ${lastLine(install.output || update.output)}`);
    if (findChromium() === null) say(howToGetChromium);
    return false;
  }
  say(`${missing.join(' and ')} installed`);
  return true;
}

/**
 * The Debian packages that would help. A browser somebody chose by name is theirs to mend.
 * @param {{ hasBrowser: boolean, isChosen: boolean, hasChineseFont: boolean }} found
 */
export function missingPackages({ hasBrowser, isChosen, hasChineseFont }) {
  return [...(hasBrowser || isChosen ? [] : ['chromium']), ...(hasChineseFont ? [] : ['fonts-noto-cjk'])];
}

const mayInstall = () =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  existsSync('/usr/bin/apt-get');

/** fontconfig knows; without it, the folder where Debian's package lands. */
async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  try {
    return (await run('fc-list', [':lang=zh'], { quiet: true })).output.trim() !== '';
  } catch {
    const folder = '/usr/share/fonts/opentype/noto';
    return existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK'));
  }
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
