import type { Indicator } from '@zhibiao/shared/programme';
import { Fragment, type ReactElement } from 'react';
import { useWords } from '../../ui/words';

/** An indicator's name that breaks where its meaning does, so that no 率 stands alone on a line. English is short. */
export const BreakableName = ({ indicator }: { readonly indicator: Indicator }): ReactElement => {
  const { language, text } = useWords();
  if (language === 'en') return <>{text(indicator.shortName)}</>;
  return (
    <>
      {indicator.breakable.split('|').map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
};
