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
  return inMinutes(scenario) as Scenario;
}

function inMinutes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && FAMILIES.includes(entries[0]![0])) {
    return { measured: ['1 min', '2 min', '3 min', '5 min', '8 min'] };
  }
  return Object.fromEntries(entries.map(([key, part]) => [key, inMinutes(part)]));
}

/** The same customers, each at the beginning of the minute. */
export function arrivingOnTheMinute(demand: Demand): Demand {
  return { ...demand, arrivedAt: demand.arrivedAt.map(Math.floor) };
}
