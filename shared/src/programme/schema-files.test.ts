import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { calendarSchema, programmeSchema, unitsSchema } from './schema';

// Editors read these files; UPDATE_SCHEMAS=1 rewrites them after a change of the shape.
test.each([
  ['programme', programmeSchema],
  ['units', unitsSchema],
  ['calendar', calendarSchema],
])('data/schema/%s.schema.json says what the loader accepts', (name, schema) => {
  const file = new URL(`../../../data/schema/${name}.schema.json`, import.meta.url);
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
  if (process.env['UPDATE_SCHEMAS'] === '1') writeFileSync(file, text);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(text));
});
