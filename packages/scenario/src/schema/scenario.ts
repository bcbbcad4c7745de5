import * as z from 'zod';
import { byId, label, labelSchema } from './texts.js';
import { calendarSchema } from './calendar.js';
import { countersSchema, staffSchema } from './counters.js';
import { customerSchema, serviceSchema } from './people.js';
import { daySchema } from './day.js';
import { demandSchema } from './demand.js';
import { kiosksSchema } from './kiosks.js';
import { rulesSchema, runSchema, targetsSchema } from './run.js';

export const variantSchema = z
  .strictObject({
    label: label(),
    change: z
      .record(z.string(), z.unknown())
      .describe(
        'A merge patch (RFC 7396) on this document: what is named is replaced, `null` removes, a list is replaced whole.',
      ),
  })
  .describe('A what-if.');

export const scenarioSchema = z
  .strictObject({
    $schema: z
      .string()
      .describe('Address of the JSON Schema, for editors. Absent: none.')
      .exactOptional(),
    format: z
      .literal('service-hall/1')
      .describe('Name and version of the format; always the text `service-hall/1`.'),
    label: label(),
    note: labelSchema
      .describe('Remarks, such as where the numbers come from. Absent: none.')
      .exactOptional(),
    day: daySchema,
    demand: demandSchema,
    customers: byId(customerSchema).describe('Customer classes by id.'),
    services: byId(serviceSchema).describe('Services by id.'),
    counters: countersSchema,
    staff: byId(staffSchema)
      .describe('Clerks by id, for the simple form of `counters`. Absent: none.')
      .exactOptional(),
    kiosks: kiosksSchema.exactOptional(),
    rules: rulesSchema.exactOptional(),
    targets: targetsSchema.exactOptional(),
    run: runSchema.exactOptional(),
    variants: byId(variantSchema).describe('What-ifs by id. Absent: none.').exactOptional(),
    calendar: calendarSchema.exactOptional(),
    later: z
      .record(z.string(), z.unknown())
      .describe(
        'Anything of a hall that is not simulated yet. Kept, and named by `check`. Absent: nothing.',
      )
      .exactOptional(),
  })
  .describe('A service hall: one scenario file.');
