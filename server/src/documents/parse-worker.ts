import { parentPort, workerData } from 'node:worker_threads';
import { programmeIndex } from '@zhibiao/shared/programme';
import { packRows } from './packed-rows';
import { readFileRows } from './read-file-rows';
import type { ReadRequest, WorkerAnswer, WorkerRegister } from './worker-messages';

/**
 * Entry of the worker thread that reads uploaded files: what they do to memory and time, they do here. One request at
 * a time; `read-in-worker.ts` is the only one who starts it.
 */
// The only one who starts this worker hands over just that (read-in-worker.ts).
const { programme, register } = workerData as WorkerRegister;
const index = programmeIndex(programme, register);

const answerTo = (request: ReadRequest): WorkerAnswer => {
  try {
    const { bytes, name, corrections = [], ...context } = request;
    const read = readFileRows({ bytes, name, corrections }, { ...context, index });
    if (!read.ok) return { kind: 'refused', refusal: read.refusal };
    const { rows, ...rest } = read.value.submission;
    const { preview, layout } = read.value;
    return { kind: 'read', rows: packRows(rows), rest, preview, ...(layout === undefined ? {} : { layout }) };
  } catch (error) {
    return {
      kind: 'fault',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
};

parentPort?.on('message', (request: ReadRequest) => {
  const answer = answerTo(request);
  parentPort?.postMessage(answer, answer.kind === 'read' ? [answer.rows.columns.buffer] : []);
});
