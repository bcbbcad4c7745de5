import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyVariant,
  defineScenario,
  exponential,
  lognormal,
  parseScenario,
  type Scenario,
} from '@hallsim/scenario';

/** A hall whose intervals are counted, with a what-if for the changes. */
export interface CountedHall {
  readonly id: string;
  readonly what: string;
  readonly base: Scenario;
  readonly variant: Scenario;
  readonly day?: string;
  /** Measures that days are run for until half of the interval is this part of the true value. */
  readonly goals: Readonly<Record<string, number>>;
}

/** Some 70 customers on days that are very unlike: the standard deviation of the busy-day factor is 40 %. */
const unlike = (counters: number): Scenario =>
  defineScenario({
    format: 'service-hall/1',
    day: { opens: '09:00', closes: '12:00' },
    demand: {
      arrivals: { '09:00': '18 per hour', '10:00': '30 per hour', '11:00': '20 per hour' },
      busyDay: { cv: 0.4 },
    },
    customers: {
      calm: { share: '70%', patience: exponential('30 min') },
      hurried: { share: '30%', patience: exponential('12 min') },
    },
    services: {
      short: { share: '60%', time: exponential('4 min') },
      long: { share: '40%', time: lognormal('9 min', 0.7) },
    },
    counters: {
      desk: {
        count: counters,
        skills: ['short', 'long'],
        open: { usual: { '09:00': counters } },
      },
    },
    targets: { 'service-level': { within: '5 min' } },
  });

/**
 * The halls, in the order of the table. The county hall is a copy of the example as it once was, so that
 * its true values stay what they are.
 * @param root the repository
 */
export function countedHalls(root: string): CountedHall[] {
  const parsed = parseScenario(
    readFileSync(join(root, 'tests/validation/day-intervals/county.json')),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const county = parsed.scenario;
  const first = 'one-more-counter';
  const changed = applyVariant(county, first);
  if (!changed.ok) throw new Error(JSON.stringify(changed.issues));
  return [
    {
      id: 'county',
      what: `a county hall on a billing day; change to its variant \`${first}\``,
      base: county,
      variant: changed.scenario,
      day: 'billing-day',
      goals: {
        'counter.wait.mean': 0.08,
        'counter.wait.p90': 0.08,
        'hall.serviceLevel.everyone': 0.02,
      },
    },
    {
      id: 'unlike',
      what: 'a small hall whose days differ by 40 %; change from three counters to four',
      base: unlike(3),
      variant: unlike(4),
      goals: {
        'counter.wait.mean': 0.2,
        'counter.wait.p90': 0.2,
        'hall.serviceLevel.everyone': 0.07,
      },
    },
  ];
}
