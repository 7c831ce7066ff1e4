// Run by vitest before every file of tests: files share a worker, so that helpers are loaded once and
// could not say it themselves for each.
import { afterAll } from 'vitest';
import { endAll } from './at-end';

afterAll(endAll);
