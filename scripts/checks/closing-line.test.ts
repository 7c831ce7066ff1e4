import { expect, test } from 'vitest';
import { count } from './closing-line.mjs';

const well = { check: 0, tests: 0 };
const file = (
  status: string,
  tests: readonly string[],
): { status: string; assertionResults: { status: string }[] } => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('what vitest counted is what is said', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file('passed', ['passed'])] };
  expect(count(report, well)).toEqual({ passed: 7, failed: 0 });
});

test('a file that cannot be loaded counts as failed', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [file('failed', []), file('failed', ['failed', 'passed'])],
  };
  expect(count(report, { check: 0, tests: 1 })).toEqual({ passed: 7, failed: 2 });
});

test('failed checks, failed builds and a run without tests are failures', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, testResults: [] };
  expect(count(report, { check: 1, tests: 0 })).toEqual({ passed: 7, failed: 1 });
  expect(count(report, { check: 0, tests: 1 })).toEqual({ passed: 7, failed: 1 });
  expect(count(null, { check: 0, tests: 1 })).toEqual({ passed: 0, failed: 1 });
  expect(count(null, well)).toEqual({ passed: 0, failed: 1 });
});
