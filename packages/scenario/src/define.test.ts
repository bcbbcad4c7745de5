import { describe, expect, test } from 'vitest';
import {
  defineScenario,
  erlang,
  expectedCustomers,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  lognormal,
  measured,
  openingHours,
  parseScenario,
  queue,
  runSettings,
  ScenarioError,
  uniform,
  weibull,
} from './index.js';
import type { Scenario } from './index.js';

const line = queue({
  arrivals: '54 per hour',
  service: exponential('5 min'),
  servers: 5,
  hours: 1000,
  warmUp: '2 h',
});

describe('a queue in code', () => {
  test('is the plain document its file would give', () => {
    expect(parseScenario(JSON.stringify(line))).toEqual({ ok: true, scenario: line, notes: [] });
    expect(openingHours(line.day)).toEqual({
      opens: 0,
      closes: 60_000,
      lastTicket: 60_000,
      periods: [{ from: 0, to: 60_000 }],
    });
    expect(expectedCustomers(line)).toBeCloseTo(54_000, 6);
    expect(runSettings(line)).toEqual({
      replications: 200,
      seed: 'first',
      confidence: 0.95,
      bucket: 30,
    });
  });

  test('takes every spread and patience', () => {
    const spreads = [
      fixed('3 min'),
      lognormal('6 min', 0.6),
      gamma('6 min', 0.5),
      erlang('6 min', 2),
      hyperexponential('5 min', 2),
      weibull('6 min', 0.5),
      uniform('2 min', '8 min'),
      measured('3 min', '4 min'),
    ];
    for (const service of spreads) {
      const made = queue({ arrivals: '1 per min', service, servers: 0, patience: service });
      expect(made.services['service']?.time).toEqual(service);
      expect(made.customers['customer']?.patience).toEqual(service);
    }
  });

  test('says every issue at once when a value is out of range', () => {
    const wrong = () => queue({ arrivals: '1 per min', service: gamma('0 min', 20), servers: -1 });
    expect(wrong).toThrow(ScenarioError);
    expect(wrong).toThrow(/counters\.servers\.count[^]*gamma\.mean[^]*gamma\.cv/);
  });
});

test('a scenario in code drops what is no JSON', () => {
  const { day, ...rest } = line;
  const made = defineScenario({ ...rest, day, label: undefined } as unknown as Scenario);
  expect(Object.keys(made)).not.toContain('label');
});
