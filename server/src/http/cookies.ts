/** Name of the session cookie. Host-only, HttpOnly, SameSite=Strict. */
export const sessionCookie = 'zhibiao_session';

/** Value of one cookie of a `Cookie` header; undefined when it is not there. */
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
};

/** `Set-Cookie` text of a session; a null token ends it. `secure` when pages are served over HTTPS. */
export const writeSessionCookie = (token: string | null, options: { readonly secure: boolean }): string =>
  [
    `${sessionCookie}=${token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(token === null ? ['Max-Age=0'] : []),
    ...(options.secure ? ['Secure'] : []),
  ].join('; ');
