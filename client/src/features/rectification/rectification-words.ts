import type { RectificationOwner } from '@zhibiao/shared/rectification';
import type { Catalogue } from '../../api/use-catalogue';
import type { Words } from '../../ui/words';
import type { RectificationRow } from './use-rectifications';

/** The name of an owner; its code where the catalogue does not know it. */
export const ownerName = ({ text }: Words, catalogue: Catalogue, owner: RectificationOwner): string => {
  if (owner.kind === 'unit') {
    const unit = catalogue.unit(owner.unit);
    return unit === undefined ? owner.unit : text(unit.name);
  }
  const department = catalogue.department(owner.department);
  return department === undefined ? owner.department : text(department.name);
};

/** The number by which people speak of one: 编号 YJ-2025-018. */
export const numberWords = ({ say }: Words, { year, number }: Pick<RectificationRow, 'year' | 'number'>) =>
  say('rectification.number', { year: String(year), number: String(number).padStart(3, '0') });

/** What the clock says in words, and the tone it is shown in. */
export interface DueWords {
  readonly tone: 'calm' | 'soon' | 'late' | 'kept' | 'done';
  readonly words: string;
}

/** The light of a rectification in words; one that was late once keeps its mark. */
export const dueWords = (
  { say }: Words,
  { light, lateBy }: Pick<RectificationRow, 'light' | 'lateBy'>,
): DueWords => {
  switch (light.kind) {
    case 'late':
      return { tone: 'late', words: say('rectification.late', { count: light.days }) };
    case 'closed':
      return { tone: 'done', words: say('rectification.closed') };
    case 'closed-late':
      return { tone: 'kept', words: say('rectification.closedLate', { count: light.days }) };
    case 'soon':
    case 'in-time': {
      const left =
        light.daysLeft === 0
          ? say('rectification.today')
          : say('rectification.daysLeft', { count: light.daysLeft });
      if (lateBy > 0) return { tone: 'kept', words: say('rectification.wasLate', { count: lateBy }) };
      return { tone: light.kind === 'soon' ? 'soon' : 'calm', words: left };
    }
  }
};
