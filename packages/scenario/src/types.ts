import type * as z from 'zod/mini';
import type {
  breakSchema,
  groupSchema,
  helpsSchema,
  poolSchema,
  staffSchema,
} from './schema/counters.js';
import type { elasticSchema } from './schema/elastic.js';
import type { failuresSchema } from './schema/failures.js';
import type {
  balksSchema,
  customerSchema,
  headStartSchema,
  serviceSchema,
} from './schema/people.js';
import type { calendarDaySchema, calendarSchema } from './schema/calendar.js';
import type { daySchema, periodSchema } from './schema/day.js';
import type { dayTypeSchema, demandSchema, rushSchema } from './schema/demand.js';
import type { greeterSchema, kioskServiceSchema, kiosksSchema } from './schema/kiosks.js';
import type { labelSchema } from './schema/texts.js';
import type {
  callingSchema,
  customRulesSchema,
  jockeyingSchema,
  rulesSchema,
} from './schema/rules.js';
import type { runSchema, targetsSchema } from './schema/run.js';
import type { spaceSchema } from './schema/space.js';
import type { scenarioSchema, variantSchema } from './schema/scenario.js';

export type { Spread } from './schema/spread.js';

/**
 * A checked scenario document: the same shape as the file, values still texts with their units
 * (`"6 min"`). Every key is described in `docs/reference/scenario-format.md`.
 */
export type Scenario = z.infer<typeof scenarioSchema>;
/** What people read: one text, or `{ en, zh }`. See `label()`. */
export type Label = z.infer<typeof labelSchema>;
/** Opening hours. See `openingHours()` for the minutes. */
export type Day = z.infer<typeof daySchema>;
/** A stretch of the day from one clock time to another. */
export type Period = z.infer<typeof periodSchema>;
/** Who comes, and when: `arrivals`, or `perDay` with `profile`. */
export type Demand = z.infer<typeof demandSchema>;
/** A kind of day, such as a billing day: volume, mix, roster and rushes. */
export type DayType = z.infer<typeof dayTypeSchema>;
/** Extra arrivals at certain times of a day type. */
export type Rush = z.infer<typeof rushSchema>;
/** A class of customers. */
export type Customer = z.infer<typeof customerSchema>;
/** When a newcomer leaves at the sight of the line. */
export type Balks = z.infer<typeof balksSchema>;
/** A head start, or a map from the time waited to the head start that holds from then on. */
export type HeadStart = z.infer<typeof headStartSchema>;
/** A service: how often it is asked for and how long it takes at the counter. */
export type Service = z.infer<typeof serviceSchema>;
/** The simple form of `counters`: one room of equal counters, staffed by the top-level `staff`. */
export type CounterPool = z.infer<typeof poolSchema>;
/** A group of counters with either `open` (counters by the clock) or `staff`. */
export type CounterGroup = z.infer<typeof groupSchema>;
/** Counters that open beyond the roster when people wait. */
export type Elastic = z.infer<typeof elasticSchema>;
/** Whom a group serves too when nobody of its own waits. */
export type Helps = z.infer<typeof helpsSchema>;
/** How often something breaks down, and for how long. */
export type Failures = z.infer<typeof failuresSchema>;
/** Clerks with the same skills and shift. */
export type StaffGroup = z.infer<typeof staffSchema>;
/** A break of a staff group. */
export type Break = z.infer<typeof breakSchema>;
/** Self-service kiosks. */
export type Kiosks = z.infer<typeof kiosksSchema>;
/** What kiosks do for one service. */
export type KioskService = z.infer<typeof kioskServiceSchema>;
/** A greeter who sends customers to the kiosks. */
export type Greeter = z.infer<typeof greeterSchema>;
/** Rules of the hall. */
export type Rules = z.infer<typeof rulesSchema>;
/** When somebody changes over to a shorter line. */
export type Jockeying = z.infer<typeof jockeyingSchema>;
/** Time from the call of a customer to the start of the service. */
export type Calling = z.infer<typeof callingSchema>;
/** Rules the program gets from outside, by id. */
export type CustomRules = z.infer<typeof customRulesSchema>;
/** Room for those who wait. */
export type Space = z.infer<typeof spaceSchema>;
/** What the planner promised. */
export type Targets = z.infer<typeof targetsSchema>;
/** How the scenario is simulated unless asked otherwise. */
export type Run = z.infer<typeof runSchema>;
/** A what-if: a label and a merge patch. */
export type Variant = z.infer<typeof variantSchema>;
/** Which calendar day is what. */
export type Calendar = z.infer<typeof calendarSchema>;
/** What holds on one kind of calendar day. */
export type CalendarDay = z.infer<typeof calendarDaySchema>;
