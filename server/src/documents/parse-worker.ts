import { parentPort, workerData } from 'node:worker_threads';
import { programmeIndex } from '@zhibiao/shared/programme';
import { markFile } from './mark-file';
import { packRows } from './packed-rows';
import { readFileRows } from './read-file-rows';
import type {
  MarkRequest,
  ReadRequest,
  WorkerAnswer,
  WorkerRegister,
  WorkerRequest,
} from './worker-messages';

/**
 * Entry of the worker thread that reads uploaded files: what they do to memory and time, they do here. One request at
 * a time; `read-in-worker.ts` is the only one who starts it.
 */
// The only one who starts this worker hands over just that (read-in-worker.ts).
const { programme, register } = workerData as WorkerRegister;
const index = programmeIndex(programme, register);

const readAnswer = (request: ReadRequest): WorkerAnswer => {
  const { bytes, name, corrections = [], ...context } = request;
  const read = readFileRows({ bytes, name, corrections }, { ...context, index });
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const { rows, ...rest } = read.value.submission;
  const { preview, layout, areSamples } = read.value;
  return {
    kind: 'read',
    rows: packRows(rows),
    rest,
    preview,
    ...(layout === undefined ? {} : { layout }),
    ...(areSamples === undefined ? {} : { areSamples }),
  };
};

const markAnswer = async (request: MarkRequest): Promise<WorkerAnswer> => {
  const { today, answers, name: fileName } = request;
  const context = { index, today, fileName, ...(answers === undefined ? {} : { answers }) };
  const marked = await markFile(request, context);
  return marked.ok ? { kind: 'marked', bytes: marked.value } : { kind: 'refused', refusal: marked.refusal };
};

const answerTo = async ({ kind, ...request }: WorkerRequest): Promise<WorkerAnswer> => {
  try {
    return kind === 'read' ? readAnswer(request) : await markAnswer(request as MarkRequest);
  } catch (error) {
    return {
      kind: 'fault',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
};

const memoryOf = (answer: WorkerAnswer): ArrayBufferLike[] => {
  if (answer.kind === 'read') return [answer.rows.columns.buffer];
  return answer.kind === 'marked' ? [answer.bytes.buffer] : [];
};

parentPort?.on('message', (request: WorkerRequest) => {
  void answerTo(request).then((answer) => parentPort?.postMessage(answer, memoryOf(answer) as ArrayBuffer[]));
});
