/** The browser for stories and measurements; null when none is found. */
export function findChromium(): string | null;
/** One line that says how to get a browser. */
export const howToGetChromium: string;
