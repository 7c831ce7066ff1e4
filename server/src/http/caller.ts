import type { IncomingMessage } from 'node:http';

/** Header by which a page says that somebody is at it: asking by itself keeps no session alive. */
export const activityMark = { name: 'x-zhibiao-active', value: '1' } as const;

/** Whether a request counts as activity of a person: a change, or what the page marks (reliability.md E9). */
export const isActivity = ({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean =>
  method === 'POST' || headers[activityMark.name] === activityMark.value;

/** What a browser calls itself, cut to 200 characters and free of control characters. */
export const browserOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string =>
  (headers['user-agent'] ?? '').replace(/\p{Cc}/gu, ' ').slice(0, 200);

const bare = (address: string): string => address.trim().replace(/^::ffff:/, '');

/**
 * Address of whoever asks. What `X-Forwarded-For` says is believed only of configured proxies, read from the
 * right; everybody else could write anything there (reliability.md E18).
 */
export const addressOf = (
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trusted: readonly string[],
): string => {
  const direct = bare(socket.remoteAddress ?? '');
  const said = headers['x-forwarded-for'];
  if (said === undefined || !trusted.includes(direct)) return direct;
  const hops = (Array.isArray(said) ? said.join(',') : said).split(',').map(bare);
  return (hops.reverse().find((hop) => !trusted.includes(hop)) ?? direct).slice(0, 64);
};
