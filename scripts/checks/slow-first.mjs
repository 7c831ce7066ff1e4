import { BaseSequencer } from 'vitest/node';

/**
 * Files that take longest, longest first. Begun last, one of them would run alone while the other worker
 * has nothing left to do. Order is all this list decides: a name that is missing costs seconds, nothing else.
 */
const slowest = [
  'server/src/cli/crash.test.ts',
  'client/e2e/nothing-runs.story.ts',
  'server/src/cli/verify-audit.test.ts',
  'client/e2e/everyone-can-use-it.story.ts',
  'server/src/cli/import.test.ts',
  'client/e2e/set-up-a-live-instance.story.ts',
  'server/src/cli/commands.test.ts',
  'client/e2e/both-languages.story.ts',
  'server/src/main.test.ts',
  'client/e2e/statistician-sends-a-quarter.story.ts',
  'server/src/features/access/matrix-ids.test.ts',
  'server/src/features/access/matrix.test.ts',
  'client/e2e/leader-reads-the-overview.story.ts',
  'server/src/storage/crash.test.ts',
];

/** Projects in the order in which they run; `shared` and `client` need seconds and fill the gaps at the end. */
const projects = ['stories', 'server', 'checks', 'client', 'shared'];

/** Slow files first, then project by project: files of one project that share a worker stand side by side. */
export class SlowFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    /** @param {import('vitest/node').TestSpecification} file */
    const rank = ({ moduleId, project }) => {
      const place = slowest.findIndex((name) => moduleId.endsWith(name));
      return place === -1 ? slowest.length + projects.indexOf(project.name) : place;
    };
    return [...files].sort(
      (one, other) => rank(one) - rank(other) || one.moduleId.localeCompare(other.moduleId, 'en'),
    );
  }
}
