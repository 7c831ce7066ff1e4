import type { Light } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import { LightGlyph } from './glyph';
import { useWords } from './words';
import './tag.css';

/** A light as shape, word and colour. `word` replaces the usual one where a cell says more. */
export const LightTag = ({
  light,
  word,
}: {
  readonly light: Light;
  readonly word?: string;
}): ReactElement => {
  const { say } = useWords();
  return (
    <span className={`light-tag ${light}`}>
      <LightGlyph light={light} size={13} />
      {word ?? say(`light.${light}`)}
    </span>
  );
};
