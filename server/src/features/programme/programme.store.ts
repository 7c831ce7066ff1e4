import type { Instant } from '@zhibiao/shared/calendar';

/** Which of the two files that describe a city this is. */
export type ProgrammeFileKind = 'programme' | 'units';

/** A programme or units file as it was loaded. */
export interface ProgrammeFile {
  readonly kind: ProgrammeFileKind;
  /** Code of the programme or unit register, `shanwei-2025`. */
  readonly code: string;
  /** SHA-256 of the JSON text, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly json: string;
  readonly loadedAt: Instant;
}

/** A kept file; `id` rises with each new version. */
export interface ProgrammeVersion extends ProgrammeFile {
  readonly id: number;
}

/** Every version of the programme and units files that was ever in force. Nothing is changed or deleted. */
export interface ProgrammeStore {
  /** Keeps a file as the newest version, unless the newest of its kind and code is the same; answers the one in force. */
  keep(file: ProgrammeFile): Promise<{ readonly version: ProgrammeVersion; readonly added: boolean }>;
  /** The newest version of a kind, of one code or of any; null when there is none. */
  newest(kind: ProgrammeFileKind, code?: string): Promise<ProgrammeVersion | null>;
  /** Every version of a file, newest first. */
  versions(kind: ProgrammeFileKind, code: string): Promise<readonly ProgrammeVersion[]>;
}
