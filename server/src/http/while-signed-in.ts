import { RefusalError } from '../refusal-error';

/**
 * The pieces of a long download, as long as whoever asked for it is signed in: asked again before each piece, so that
 * it breaks off when the right ends (reliability.md F10). Broken off and not ended, so that nobody takes it for whole.
 */
export async function* whileSignedIn(
  pieces: AsyncIterable<string>,
  hasEnded: () => Promise<boolean>,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    if (await hasEnded()) throw new RefusalError({ code: 'access.not-signed-in' });
    yield piece;
  }
}
