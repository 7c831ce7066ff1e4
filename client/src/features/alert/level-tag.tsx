import type { AlertLevel } from '@zhibiao/shared/statistics';
import { alertLevelText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';
import './level-tag.css';

/**
 * The mark of a level: steps that are filled, four for red and one for blue. A staircase and an outline, so that nobody
 * takes it for a light, which is a filled circle, triangle or square.
 */
export const LevelGlyph = ({ level }: { readonly level: AlertLevel }): ReactElement => (
  <svg width={15} height={14} viewBox="0 0 15 14" aria-hidden="true" className={`glyph level-glyph ${level}`}>
    {[0, 1, 2, 3].map((step) => (
      <rect
        key={step}
        x={0.5 + step * 3.7}
        y={9.5 - step * 3}
        width={2.6}
        height={4 + step * 3}
        className={step < filled[level] ? 'on' : ''}
      />
    ))}
  </svg>
);

const filled: Record<AlertLevel, number> = { none: 0, blue: 1, yellow: 2, orange: 3, red: 4 };

/** A level as mark, word and colour. */
export const LevelTag = ({
  level,
  word,
}: {
  readonly level: AlertLevel;
  /** Replaces the name of the level. */
  readonly word?: string;
}): ReactElement => {
  const { language } = useWords();
  return (
    <span className={`level-tag ${level}`}>
      <LevelGlyph level={level} />
      {word ?? alertLevelText(level, language)}
    </span>
  );
};
