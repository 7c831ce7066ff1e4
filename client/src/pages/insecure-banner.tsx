import type { ReactElement } from 'react';
import { useWords } from '../ui/words';

/** Says on every page of a live instance without HTTPS what that means; it cannot be closed. */
export const InsecureBanner = (): ReactElement => (
  <div className="insecure" role="alert">
    {useWords().say('top.insecure')}
  </div>
);
