import { z } from 'zod';
import { isPlainDate, parsePeriod } from '../calendar';
import { alertRules } from '../statistics';

/** What both languages say; neither may be empty. */
const words = z.strictObject({
  zh: z.string().trim().min(1).max(2000),
  en: z.string().trim().min(1).max(4000),
});

const code = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const unitCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/);
const schemaKey = z.string().optional().describe('Where an editor finds this schema; ignored.');
const aliases = z.array(z.string().trim().min(1).max(100)).max(50).default([]);
const year = z.string().refine((text) => /^\d{4}$/.test(text) && parsePeriod(text) !== null, {
  params: { code: 'programme.not-a-year' },
});
const threshold = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,2})(?:\.\d{1,4})?$/)
  .refine((text) => Number(text) <= 100, { params: { code: 'programme.threshold-range' } })
  .describe('Exact decimal text in percent, "94.8"; 0 to 100.');
const clause = z.strictObject({
  ref: z.string().trim().min(1).max(100),
  quote: z.string().trim().min(1).max(2000),
});

const comparator = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-least'), threshold }).describe('At or above a percentage.'),
  z.strictObject({ kind: z.literal('all') }).describe('Every single case, 100 %.'),
  z
    .strictObject({ kind: z.literal('not-below'), reference: unitCode })
    .describe('Not below a reference unit.'),
  z.strictObject({ kind: z.literal('rising') }).describe('Above the last closed year.'),
  z
    .strictObject({ kind: z.literal('coverage'), threshold })
    .describe('Share of a register reached within the year.'),
]);

const indicator = z.strictObject({
  code,
  name: words,
  shortName: words,
  breakable: z.string().max(200).optional().describe('Chinese name with | where a line may break.'),
  aliases,
  measure: z.enum(['sampled-proportion', 'full-coverage-proportion', 'register-coverage', 'score', 'count']),
  combination: z.enum(['pooled', 'weighted', 'given']),
  weights: z
    .array(z.strictObject({ unit: unitCode, weight: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/) }))
    .min(1)
    .max(1000)
    .optional()
    .describe('Declared weights of the parts, for a weighted indicator only.'),
  scheme: z.strictObject({ code, name: words, aliases }).nullable().default(null),
  frequency: z.enum(['month', 'quarter', 'half', 'year', 'round']),
  sampleUnit: words,
  failureWord: words,
  definition: words,
  caution: words.nullable().default(null),
  departments: z.strictObject({ lead: code, others: z.array(code).max(50).default([]) }),
  deadlineDays: z.int().min(-366).max(366).describe('Days after the period ends; negative: before it ends.'),
  waived: z
    .array(z.strictObject({ unit: unitCode, reason: words }))
    .max(1000)
    .optional()
    .describe('Units that owe no figure of this indicator, each with the reason.'),
  baseline: z
    .int()
    .min(6)
    .max(60)
    .optional()
    .describe('First single figures that set the centre of the control chart; without it up to twelve.'),
  scale: z.strictObject({ low: z.number(), high: z.number() }),
  reportedBy: z.enum(['lower-units', 'whole']),
});

const target = z.strictObject({
  indicator: code,
  due: year,
  from: year,
  comparators: z.array(comparator).min(1).max(10),
  strength: z.enum(['required', 'aspired']),
  clause,
});

const workDays = z.int().min(1).max(260);

/** Shape of a programme file; what the parts say of each other is checked by loadProgramme. */
export const programmeSchema = z.strictObject({
  $schema: schemaKey,
  code,
  name: words,
  title: words,
  policy: z.strictObject({
    title: words,
    issuer: words,
    issuedOn: z.string().refine(isPlainDate),
    status: z.enum(['draft', 'issued']),
  }),
  units: code.describe('Code of the register of reporting units.'),
  yearStart: z.enum(['01-01', '07-01']),
  departments: z.array(z.strictObject({ code, name: words })).max(500),
  indicators: z.array(indicator).min(1).max(1000),
  targets: z.array(target).max(5000),
  milestones: z
    .array(z.strictObject({ due: year, indicator: code.nullable().default(null), words, clause }))
    .max(500)
    .default([]),
  plans: z
    .array(
      z.strictObject({
        indicator: code,
        unit: unitCode,
        year: z.int().min(1900).max(2199),
        planned: z.number(),
        firm: z.boolean(),
      }),
    )
    .max(100_000)
    .default([]),
  alertRules: z
    .partialRecord(z.enum(alertRules), z.boolean())
    .optional()
    .describe('Alert rules that are switched off: {"Y3": false}; what is not named is on.'),
  rectification: z
    .strictObject({
      calendar: code.nullable().default(null).describe('Code of the calendar of working days, in calendars.'),
      days: z
        .partialRecord(z.enum(['sign', 'plan', 'rectify', 'again', 'verify', 'warn']), workDays)
        .default({})
        .describe('Working days that each step of a rectification may take; warn: days before, in yellow.'),
    })
    .optional(),
});

const day = z.string().refine(isPlainDate);

/** Shape of a calendar of working days. */
export const calendarSchema = z.strictObject({
  $schema: schemaKey,
  code,
  name: words,
  source: z.string().trim().min(1).max(500).describe('Who published these days, and where.'),
  daysOff: z.array(day).max(5000).describe('Holidays; weekends need not be named.'),
  workedWeekends: z.array(day).max(5000).describe('Saturdays and Sundays that are worked instead.'),
});

/** Shape of a units file. */
export const unitsSchema = z.strictObject({
  $schema: schemaKey,
  code,
  name: words,
  units: z
    .array(
      z.strictObject({
        code: unitCode,
        name: words,
        shortName: words,
        aliases,
        kind: z.enum(['whole', 'part', 'reference']),
        parent: unitCode.nullable().default(null),
        within: unitCode
          .nullable()
          .default(null)
          .describe('The part in whose total this zone is already counted.'),
        tile: z.strictObject({ column: z.int(), row: z.int() }).nullable().default(null),
      }),
    )
    .min(1)
    .max(10_000),
  excluded: z
    .array(z.strictObject({ name: words, aliases, reason: words }))
    .max(500)
    .default([]),
});
