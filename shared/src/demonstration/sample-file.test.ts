import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyText, type Observation } from '../observation';
import { loadProgramme, loadUnits } from '../programme';
import { joinCsv } from '../submission';
import { demonstrationSubmissions } from './demonstration-submissions';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));

const heading = ['indicator', 'unit', 'period', 'basis', 'passes', 'total', 'rate', 'scheme', 'note'];

const record = ({ indicator, unit, period, basis, figure, source }: Observation): readonly string[] => {
  const counts = figure?.kind === 'counts' ? [String(figure.passes), String(figure.total), ''] : null;
  const finished = figure?.kind === 'rate' ? figure.rate : figure?.kind === 'score' ? figure.score : '';
  return [indicator, unit, period, basis, ...(counts ?? ['', '', finished]), '', source];
};

// For `assess` and for newcomers; UPDATE_SAMPLES=1 rewrites it after a change of the demonstration.
test("data/samples/demonstration-figures.csv holds the demonstration's standing figures", () => {
  const register = loadUnits(read('units/shanwei.json'));
  if (!register.ok) throw new Error('units');
  const programme = loadProgramme(read('programmes/shanwei-2025.json'), register.value);
  if (!programme.ok) throw new Error('programme');
  const standing = new Map<string, Observation>();
  for (const { observations } of demonstrationSubmissions(programme.value, register.value)) {
    for (const observation of observations) standing.set(keyText(observation), observation);
  }
  const text = joinCsv([heading, ...[...standing.values()].map(record)]);
  const file = new URL('../../../data/samples/demonstration-figures.csv', import.meta.url);
  if (process.env['UPDATE_SAMPLES'] === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
