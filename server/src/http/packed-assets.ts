import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { RequestHandler } from 'express';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Best first. */
const packings = [
  { ending: '.br', name: 'br' },
  { ending: '.gz', name: 'gzip' },
] as const;

const namesIn = (folder: string): ReadonlySet<string> => {
  try {
    return new Set(readdirSync(folder));
  } catch {
    // A server without a built client still answers everything else.
    return new Set();
  }
};

/**
 * Lets the file server behind it send an asset as the build packed it, to whoever takes that packing. Only files that
 * were there when the server started are looked at, by their plain names.
 */
export const packedAssets = (folder: string): RequestHandler => {
  const names = namesIn(folder);
  return (request, response, next) => {
    const name = request.path.slice(1);
    const type = types[extname(name)];
    if (type !== undefined && names.has(name)) {
      response.vary('Accept-Encoding');
      const packing = packings.find(
        ({ ending, name: encoding }) =>
          names.has(`${name}${ending}`) && request.acceptsEncodings(encoding) === encoding,
      );
      if (packing !== undefined) {
        request.url = `/${name}${packing.ending}`;
        response.set({ 'Content-Encoding': packing.name, 'Content-Type': type });
      }
    }
    next();
  };
};
