import './old-browsers';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchActivity } from './api/activity';
import { askAnewWhenBroughtBack } from './api/brought-back';
import { takeFirstView } from './api/first-view';
import { queryClient } from './api/query-client';
// The common styles come first, so that every page's own may refine them.
import './ui/tokens.css';
import './ui/base.css';
import { router } from './routes';
import { WordsProvider } from './ui/words';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

takeFirstView(queryClient);
watchActivity();
askAnewWhenBroughtBack();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <WordsProvider>
        <RouterProvider router={router} />
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
