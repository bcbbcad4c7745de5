import type { Duration, Rate } from './units.js';
import type { Scenario, Spread } from './types.js';
import { defineScenario } from './define.js';

/** A queue as textbooks draw it. */
export interface QueueOptions {
  /** Poisson arrivals at this rate, `"54 per hour"`. */
  readonly arrivals: Rate;
  /** Service time, such as `exponential('5 min')`. */
  readonly service: Spread;
  /** How many servers share the one line. */
  readonly servers: number;
  /** Length of the one long day, in hours. Default 1000. */
  readonly hours?: number;
  /** Time at the start that measures leave out. Default none. */
  readonly warmUp?: Duration;
  /** How long customers wait before they leave. Default for ever. */
  readonly patience?: Spread;
}

/**
 * The scenario of a single queue: one service, one class of customers, one group of servers, first
 * come first served, one endless day.
 *
 * @throws ScenarioError where a value is out of range.
 */
export function queue(options: QueueOptions): Scenario {
  const { arrivals, service, servers, hours = 1000, warmUp, patience } = options;
  return defineScenario({
    format: 'service-hall/1',
    day: { lasts: `${hours} h`, ...(warmUp === undefined ? {} : { warmUp }) },
    demand: { arrivals: { '00:00': arrivals } },
    customers: { customer: { share: '100%', ...(patience === undefined ? {} : { patience }) } },
    services: { service: { share: '100%', time: service } },
    counters: {
      servers: { count: servers, skills: ['service'], open: { always: { '00:00': servers } } },
    },
  });
}
