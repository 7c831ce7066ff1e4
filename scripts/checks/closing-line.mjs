// node scripts/checks/closing-line.mjs REPORT CHECK TESTS
// The last line of .ci/run: "N passed, N failed", from vitest's JSON report and the two exit statuses.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} Report
 * @param {Report | null} report null when vitest left none
 * @param {{ check: number, tests: number }} status exit statuses of `npm run check` and `npm test`
 */
export function count(report, status) {
  const files = report?.testResults ?? [];
  // A file that cannot even be loaded fails without a failed test in it.
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failedTests = (report?.numFailedTests ?? 0) + broken.length;
  // Tests may fail as a whole: nothing installed, nothing built, an error outside any test.
  const unexplained = status.tests !== 0 && failedTests === 0 ? 1 : 0;
  const passed = report?.numPassedTests ?? 0;
  const none = passed + failedTests + unexplained === 0 ? 1 : 0;
  return { passed, failed: failedTests + unexplained + none + (status.check === 0 ? 0 : 1) };
}

/**
 * @param {string | undefined} path
 * @returns {Report | null}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8'));
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path, check, tests] = process.argv.slice(2);
  const { passed, failed } = count(readReport(path), { check: Number(check), tests: Number(tests) });
  if (Number(check) !== 0) console.error('npm run check failed; its message stands above');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
