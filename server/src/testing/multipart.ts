/** One part of a form: a file when it has a file name, else a field. */
export interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly bytes: Uint8Array | string;
}

/** A form as a browser sends it. */
export interface Multipart {
  readonly contentType: string;
  readonly body: Buffer;
}

const boundary = '----zhibiaoTestBoundary7MA4YWxkTrZu0gW';

/** Writes a multipart body; `closed: false` leaves the last boundary out. */
export const multipart = (parts: readonly Part[], options: { readonly closed?: boolean } = {}): Multipart => {
  const chunks = parts.flatMap(({ name, fileName, bytes }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
        fileName === undefined ? '' : `; filename="${fileName.replaceAll('"', '%22')}"`
      }\r\n${fileName === undefined ? '' : 'Content-Type: application/octet-stream\r\n'}\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  const end = options.closed === false ? [] : [Buffer.from(`--${boundary}--\r\n`)];
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...chunks, ...end]),
  };
};
