import type { Actor } from '@zhibiao/shared/access';
import type { Basis, PeriodCode, PlainDate } from '@zhibiao/shared/calendar';
import type { IndicatorCode, Programme, UnitRegister } from '@zhibiao/shared/programme';
import type {
  Correction,
  FileRefusal,
  Issue,
  LayoutAnswers,
  LayoutView,
  ReadSubmission,
  SheetPreview,
} from '@zhibiao/shared/submission';
import type { Language } from '@zhibiao/shared/wording';
import type { PackedRows } from './packed-rows';

/** What the worker is started with: the register does not change while a server runs. */
export interface WorkerRegister {
  readonly programme: Programme;
  readonly register: UnitRegister;
}

/** A file to read, and what it is checked against. */
export interface ReadRequest {
  /** As the client named it: a label, from which only the extension is used. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly today: PlainDate;
  /** Whose figures these are; absent: no check of scope (command line). */
  readonly actor?: Actor;
  readonly corrections?: readonly Correction[];
  readonly defaultPeriod?: PeriodCode;
  readonly defaultBasis?: Basis;
  readonly defaultIndicator?: IndicatorCode;
  /** What people answered about this file's headings, names and subjects, or what is remembered of its layout. */
  readonly answers?: LayoutAnswers;
}

/** A file to write again with its problems marked. */
export interface MarkRequest
  extends Pick<ReadRequest, 'name' | 'bytes' | 'today' | 'corrections' | 'answers'> {
  /** What is wrong with it, as its preview says. */
  readonly issues: readonly Issue[];
  readonly language: Language;
}

/** What the worker is asked. */
export type WorkerRequest =
  | ({ readonly kind: 'read' } & ReadRequest)
  | ({ readonly kind: 'mark' } & MarkRequest);

/** What the worker says about one request. A fault is ours, never the file's. */
export type WorkerAnswer =
  | { readonly kind: 'refused'; readonly refusal: FileRefusal }
  | {
      readonly kind: 'read';
      readonly rows: PackedRows;
      readonly rest: Omit<ReadSubmission, 'rows'>;
      readonly preview: SheetPreview;
      readonly layout?: LayoutView;
      readonly areSamples?: true;
    }
  | { readonly kind: 'marked'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly message: string };
