/** The browser for stories and measurements: `CHROMIUM_PATH`, the path, the usual places; null when none is found. */
export function findChromium(env?: NodeJS.ProcessEnv, isProgram?: (path: string) => boolean): string | null;
/** One line that says how to get a browser. */
export const howToGetChromium: string;
