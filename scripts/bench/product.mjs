import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, root, serve } from './served.mjs';

// What a browser says with a change from our own pages.
const mark = { 'X-Requested-With': 'zhibiao', 'Sec-Fetch-Site': 'same-origin' };
const actor = 'demo-statistician';

/** What `npm start` gives Node, so that what is measured is what runs. */
const startFlags = /** @type {string} */ (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.start
)
  .split(' ')
  .filter((part) => part.startsWith('--'));

/**
 * The product over its own HTTP: started on a data folder, with a statistician signed in.
 * @param {{ dataFolder: string, programmeFile?: string, nodeArgs?: readonly string[] }} options
 */
export const startProduct = async ({ dataFolder, programmeFile, nodeArgs = [] }) => {
  const server = await serve(
    [...startFlags, ...nodeArgs, join(root, 'server/dist/main.js'), 'demonstration'],
    {
      port: await freePort(),
      path: '/healthz',
      env: {
        ZHIBIAO_DATA: dataFolder,
        ...(programmeFile === undefined ? {} : { ZHIBIAO_PROGRAMME: programmeFile }),
      },
    },
  );
  const { url } = server;
  const signIn = async (/** @type {string} */ id) => {
    const signedIn = await fetch(`${url}/trpc/access.signIn`, {
      method: 'POST',
      headers: { ...mark, 'Content-Type': 'application/json' },
      body: JSON.stringify({ id }),
    });
    await expectOk(signedIn);
    return signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const cookie = await signIn(actor);
  const reviewer = await signIn('demo-reviewer');
  const leader = await signIn('demo-leader');

  const get = async (/** @type {string} */ who, /** @type {string} */ path, /** @type {unknown} */ input) => {
    const query = encodeURIComponent(JSON.stringify(input));
    const response = await fetch(`${url}/trpc/${path}?input=${query}`, { headers: { Cookie: who } });
    return (await expectOk(response)).result.data;
  };
  /** @type {(path: string, input: unknown) => Promise<any>} */
  const ask = (path, input) => get(cookie, path, input);
  /** What the second person looks at before deciding. */
  const review = (/** @type {string} */ submission) => get(reviewer, 'publication.review', { submission });
  /** What somebody sees who only reads. @type {(path: string, input: unknown) => Promise<any>} */
  const askAsLeader = (path, input) => get(leader, path, input);
  const post = async (
    /** @type {string} */ who,
    /** @type {string} */ path,
    /** @type {unknown} */ input,
  ) => {
    const response = await fetch(`${url}/trpc/${path}`, {
      method: 'POST',
      headers: { ...mark, Cookie: who, 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    return (await expectOk(response)).result.data;
  };
  /** @type {(path: string, input: unknown) => Promise<any>} */
  const change = (path, input) => post(cookie, path, input);
  /** A second person takes it and approves it, against the ledger that the preview saw. */
  const approve = async (/** @type {string} */ submission, /** @type {number} */ ledgerPosition) => {
    await post(reviewer, 'publication.take', { submission });
    return post(reviewer, 'publication.approve', { submission, ledgerPosition, opinion: '' });
  };
  const publish = async (/** @type {number} */ position) =>
    post(reviewer, 'publication.publish', { note: '测速', reason: '测速', position });
  const upload = async (/** @type {string} */ name, /** @type {Uint8Array<ArrayBuffer>} */ bytes) =>
    uploadFile(name, new Blob([bytes], { type: 'text/csv' }));
  const uploadFile = async (/** @type {string} */ name, /** @type {Blob} */ blob) => {
    const body = new FormData();
    body.append('file', blob, name);
    const response = await fetch(`${url}/api/uploads`, {
      method: 'POST',
      headers: { ...mark, Cookie: cookie },
      body,
    });
    return expectOk(response);
  };
  return {
    ...server,
    cookie,
    ask,
    change,
    upload,
    uploadFile,
    review,
    approve,
    publish,
    askAsLeader,
  };
};

const expectOk = async (/** @type {Response} */ response) => {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
};
