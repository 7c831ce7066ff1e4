import { isServedSecurely, type Config } from '../config';

/** The session cookie of an instance: host-only, HttpOnly, SameSite=Strict, and Secure behind HTTPS. */
export interface SessionCookie {
  readonly name: string;
  readonly secure: boolean;
}

/**
 * Which cookie an instance uses. Behind HTTPS the name itself makes browsers insist on Secure, host and path;
 * a live instance over plain HTTP has a name of its own, so that neither takes the other's (reliability.md G3).
 */
export const sessionCookieOf = (config: Pick<Config, 'mode' | 'baseUrl'>): SessionCookie => {
  if (isServedSecurely(config)) return { name: '__Host-zhibiao', secure: true };
  return { name: config.mode === 'live' ? 'zhibiao_insecure' : 'zhibiao_session', secure: false };
};

/** Value of one cookie of a `Cookie` header; undefined when it is not there. */
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
};

/** `Set-Cookie` text of a session; a null token ends it. */
export const writeSessionCookie = (token: string | null, cookie: SessionCookie): string =>
  [
    `${cookie.name}=${token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(token === null ? ['Max-Age=0'] : []),
    ...(cookie.secure ? ['Secure'] : []),
  ].join('; ');
