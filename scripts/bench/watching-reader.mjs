// Child program of the bench: node watching-reader.mjs URL COOKIE
// One more reader, who asks for the overview a hundredth of a second after the last answer until its parent says a word;
// then sends every wait in milliseconds. A process of its own, as a reader's is: beside the work of the bench in one
// process it would measure that.
const [url = '', cookie = ''] = process.argv.slice(2);
const question = `${url}/trpc/evaluation.overview?input=${encodeURIComponent('{"basis":"cumulative"}')}`;
/** @type {number[]} */
const waits = [];
const told = new AbortController();
process.once('message', () => told.abort());

/** One request; its answer is read to the end. @returns {Promise<number>} */
const wait = async () => {
  const asked = performance.now();
  const response = await fetch(question, { headers: { Cookie: cookie } });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`the overview answered ${response.status}`);
  return performance.now() - asked;
};

// Its own code is warm before it counts.
for (let before = 0; before < 50; before += 1) await wait();
process.send?.('ready');
while (!told.signal.aborted) {
  waits.push(await wait());
  await new Promise((resolve) => setTimeout(resolve, 10));
}
process.send?.(waits, undefined, {}, () => process.disconnect());
