import { mergePatch, parseScenario, type Scenario } from '@hallsim/scenario';
import type { Json } from './random-parts.js';

const RULES = {
  customers: { balks: null, keepsTicket: null, waitingCounts: null },
  services: { afterWork: null, timeAt: null },
  counters: { elastic: null, failures: null, helps: null },
};

/** The hall with lines, counters open by the clock, kiosks and patience, and no rule besides; `null` where only clerks serve. */
export function withoutRules(scenario: Scenario): Scenario | null {
  const { customers, counters, services } = scenario;
  const growing = Object.entries(customers).filter(([, { headStart }]) => isObject(headStart));
  const byClock = Object.entries(counters).filter(
    ([, group]) => isObject(group) && 'open' in group,
  );
  if (byClock.length === 0) return null;
  const hall = [
    { rules: null, space: null, demand: { waitingAtStart: null } },
    { customers: eachOf(customers, RULES.customers), services: eachOf(services, RULES.services) },
    { customers: Object.fromEntries(growing.map(([id]) => [id, { headStart: null }])) },
    scenario.kiosks ? { kiosks: { failures: null } } : {},
  ].reduce<unknown>(mergePatch, {
    ...scenario,
    counters: mergePatch(
      Object.fromEntries(byClock),
      eachOf(Object.fromEntries(byClock), RULES.counters),
    ),
  });
  const read = parseScenario(JSON.stringify(hall));
  return read.ok ? read.scenario : null;
}

/** A patch of everything under the ids. */
function eachOf(things: object, patch: Json): Json {
  return Object.fromEntries(Object.keys(things).map((id) => [id, patch]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
