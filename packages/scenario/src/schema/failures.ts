import * as z from 'zod/mini';
import { spreadSchema } from './spread.js';
import { key, named } from './texts.js';

export const failuresSchema = named(
  z.strictObject({
    every: key(
      spreadSchema,
      'Time from the end of one repair to the next breakdown, counted while the hall is open.',
    ),
    lasts: key(spreadSchema, 'Time of a repair.'),
  }),
  { id: 'failures', description: 'How often something breaks down, and for how long.' },
);
