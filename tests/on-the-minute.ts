import type { Demand } from '@hallsim/hall';
import type { Scenario } from '@hallsim/scenario';

const FAMILIES = [
  'fixed',
  'exponential',
  'lognormal',
  'gamma',
  'erlang',
  'hyperexponential',
  'weibull',
  'uniform',
  'measured',
];

/** The hall with all spreads of a few whole minutes: so that many things happen at one instant. */
export function onTheMinute(scenario: Scenario): Scenario {
  return withSpreads(scenario, ['1 min', '2 min', '3 min', '5 min', '8 min']) as Scenario;
}

/** The same, and much of it takes no time: as it does of the widest spreads, though no file may say so. */
export function inNoTime(scenario: Scenario): Scenario {
  return withSpreads(scenario, ['0 min', '0 min', '1 min', '2 min', '5 min']) as Scenario;
}

function withSpreads(value: unknown, measured: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && FAMILIES.includes(entries[0]![0])) return { measured };
  return Object.fromEntries(entries.map(([key, part]) => [key, withSpreads(part, measured)]));
}

/** The same customers, each at the beginning of the minute. */
export function arrivingOnTheMinute(demand: Demand): Demand {
  return { ...demand, arrivedAt: demand.arrivedAt.map(Math.floor) };
}
