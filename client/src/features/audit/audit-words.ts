import { auditEvents, auditFields } from '@zhibiao/shared/access';
import type { Words } from '../../ui/words';

/** An event in words; one of an older release that has none keeps its code. */
export const eventText = ({ say }: Words, event: string): string => {
  const known = auditEvents.find((code) => code === event);
  return known === undefined ? event : say(`audit.event.${known}`);
};

/** The name of a value in words; one that has none stays as it was written. */
export const fieldText = ({ say }: Words, path: readonly string[]): string =>
  path
    .map((name) => {
      const known = auditFields.find((field) => field === name);
      return known === undefined ? name : say(`audit.field.${known}`);
    })
    .join(' / ');

const shanghai = 8 * 3_600_000;

/** An instant to the second in Shanghai, `2025-10-16 10:03:10`. */
export const secondText = (at: string): string =>
  new Date(Date.parse(at) + shanghai).toISOString().slice(0, 19).replace('T', ' ');

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A value of a state as people read it: instants in Shanghai, everything else as it was written. */
export const valueText = (value: string): string => (instant.test(value) ? secondText(value) : value);
