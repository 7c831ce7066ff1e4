import type { Actor } from '@zhibiao/shared/access';
import type { Result } from '@zhibiao/shared/result';
import { joinAnswers, type FileRefusal } from '@zhibiao/shared/submission';
import type { ReadFile, ReadRequest, SheetReader } from '../../documents';
import type { Services } from '../../services';
import type { ToldLayout } from './draft';

/**
 * Whose files a layout is remembered for: a county's for the county, whoever sends them; anybody else's for the
 * person. What one county calls something says nothing about another's files.
 */
export const memoryOwner = ({ unit, id }: Pick<Actor, 'unit' | 'id'>): string =>
  unit === null ? `person:${id}` : `unit:${unit}`;

/** The sheets of a file by their layouts; those whose headings say nothing cannot be known again. */
export const signaturesOf = ({ layout }: Pick<ReadFile, 'layout'>): readonly string[] => [
  ...new Set(layout?.signatures.map(({ signature }) => signature)),
];

/** A file as read, and what was remembered of its layout and used. */
export interface ReadWithMemory {
  readonly read: Result<ReadFile, FileRefusal>;
  readonly told: ToldLayout | undefined;
}

/** Reads a file; where its layout was answered for before, reads it with those answers, which the preview says. */
export const readWithMemory =
  ({ stores, reader }: Pick<Services, 'stores'> & { readonly reader: Pick<SheetReader, 'read'> }) =>
  async (request: ReadRequest & { readonly actor: Actor }): Promise<ReadWithMemory> => {
    const read = await reader.read(request);
    const signatures = read.ok ? signaturesOf(read.value) : [];
    const known =
      signatures.length === 0 ? [] : await stores.layouts.recall(memoryOwner(request.actor), signatures);
    if (known.length === 0) return { read, told: undefined };
    const answers = joinAnswers(known.map((one) => one.answers));
    const rememberedAt = known.map(({ at }) => at).reduce((one, other) => (one > other ? one : other));
    return { read: await reader.read({ ...request, answers }), told: { answers, rememberedAt } };
  };
