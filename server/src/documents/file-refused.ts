import type { FileRefusal, FileRefusalCode } from '@zhibiao/shared/submission';

/** Thrown deep inside a reader to give the whole file up; the reader's entry catches it and returns its refusal. */
export class FileRefused extends Error {
  readonly refusal: FileRefusal;

  constructor(code: FileRefusalCode, params: FileRefusal['params'] = {}) {
    super(code);
    this.name = 'FileRefused';
    this.refusal = { code, params };
  }
}
