import { useEffect } from 'react';
import { useCatalogue } from '../api/use-catalogue';
import { useWords } from './words';

/** Names the browser's tab after the page and the programme. */
export const useTitle = (title: string): void => {
  const { say, text } = useWords();
  const programme = useCatalogue({ ask: false })?.programme;
  const name = programme === undefined ? say('app.name') : text(programme.title);
  useEffect(() => {
    document.title = title === '' ? name : `${title} - ${name}`;
  }, [title, name]);
};
