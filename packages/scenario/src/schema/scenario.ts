import * as z from 'zod/mini';
import { calendarSchema } from './calendar.js';
import { countersSchema, staffSchema } from './counters.js';
import { daySchema } from './day.js';
import { demandSchema } from './demand.js';
import { kiosksSchema } from './kiosks.js';
import { customerSchema, serviceSchema } from './people.js';
import { rulesSchema } from './rules.js';
import { runSchema, targetsSchema } from './run.js';
import { spaceSchema } from './space.js';
import { byId, key, label, labelSchema, maybe } from './texts.js';

const anything = z.record(z.string(), z.unknown());

export const variantSchema = key(
  z.strictObject({
    label,
    change: key(
      anything,
      'A merge patch (RFC 7396) on this document: what is named is replaced, `null` removes, a list is replaced whole.',
    ),
  }),
  'A what-if.',
);

/** The one source of the types, the JSON Schema, the format reference and the messages. */
export const scenarioSchema = key(
  z.strictObject({
    $schema: maybe(z.string(), 'Address of the JSON Schema, for editors. Absent: none.'),
    format: key(
      z.literal('service-hall/1'),
      'Name and version of the format; always the text `service-hall/1`.',
    ),
    label,
    note: maybe(labelSchema, 'Remarks, such as where the numbers come from. Absent: none.'),
    day: daySchema,
    demand: demandSchema,
    customers: key(byId(customerSchema), 'Customer classes by id.'),
    services: key(byId(serviceSchema), 'Services by id.'),
    counters: countersSchema,
    staff: maybe(
      byId(staffSchema),
      'Clerks by id, for the simple form of `counters`. Absent: none.',
    ),
    kiosks: z.exactOptional(kiosksSchema),
    rules: z.exactOptional(rulesSchema),
    space: z.exactOptional(spaceSchema),
    targets: z.exactOptional(targetsSchema),
    run: z.exactOptional(runSchema),
    variants: maybe(byId(variantSchema), 'What-ifs by id. Absent: none.'),
    calendar: z.exactOptional(calendarSchema),
    later: maybe(
      anything,
      'Anything of a hall that is not simulated yet. Kept, and named by `check`. Absent: nothing.',
    ),
  }),
  'A service hall: one scenario file.',
);
