import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { SearchLink } from '../../ui/search';
import { useWords } from '../../ui/words';
import '../../ui/controls.css';

/** The whole and its parts, one of them shown. */
export const UnitTabs = ({
  catalogue,
  shown,
}: {
  readonly catalogue: Catalogue;
  readonly shown: string;
}): ReactElement => {
  const { say, text } = useWords();
  const units = [...(catalogue.whole === undefined ? [] : [catalogue.whole]), ...catalogue.parts];
  return (
    <div className="scroll-x">
      <div className="seg" role="group" aria-label={say('context.unit')}>
        {units.map((unit) => (
          <SearchLink
            key={unit.code}
            change={{ unit: unit.kind === 'whole' ? undefined : unit.code }}
            current={unit.code === shown}
          >
            {text(unit.shortName)}
          </SearchLink>
        ))}
      </div>
    </div>
  );
};
