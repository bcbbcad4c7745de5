import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Case } from '../fixtures/cases.js';
import { distance, models } from '../fixtures/table.js';

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/cases.json', import.meta.url), 'utf8'),
) as { cases: Case[] };
const casesOf = (name: string): Case[] => cases.filter(({ model }) => model === name);

/** Number of exact values in the table, model by model: what is checked, and nothing more. */
const COVERED: Record<string, number> = {
  'M/M/1': 8,
  'M/M/c': 25,
  'M/M/c/c': 4,
  'M/M/c/K': 12,
  'M/M/c+exponential': 30,
  'M/M/c+deterministic': 7,
  'M/M/c+weibull': 7,
  'M/M/c//N finite source': 2,
  'M/M/c balking': 2,
  'M/G/1': 21,
  'M/G/1 non-preemptive priority': 7,
  'M/G/1 preemptive-resume priority': 4,
  'M/M/c non-preemptive priority': 5,
  'M/G/1 accumulating priority': 2,
  'M/D/c': 6,
  'M/PH/c': 6,
  'M/G/c/c': 1,
  'GI/M/1': 4,
  'D/M/c': 4,
  'M^X/M/c': 1,
  'M/M/c/c retrial': 9,
  'Jackson network': 3,
  'closed network (Gordon-Newell)': 7,
  'tandem, blocking after service': 3,
  'saturated 2-station line': 1,
  'M/M/c with breakdowns': 4,
  'M/M/1 vacations': 1,
  'M/M/c(t) threshold opening': 2,
  'polling 2 queues exhaustive': 1,
  'N-design SBR': 4,
  'kiosk overflow to counters': 2,
  'join the shortest queue, 2 lines': 1,
  'M/M/c heterogeneous servers': 3,
  'MMPP(2)/M/c': 2,
  'asymptotic variance': 2,
  'appointment session (Bailey-Welch)': 3,
  'Mt/M/ct+M transient': 11,
  'Mt/M/ct transient': 19,
  'Mt/G/inf': 3,
  'Mt/M/st+M, theta=mu (Feldman et al. 2008 setting)': 4,
  'QED limit (Garnett function)': 3,
  'QED limit (Halfin-Whitt)': 2,
  'Mt/M/c periodic': 9,
  'NHPP counts': 6,
  'NHPP piecewise linear': 3,
  '2-class priority+M': 6,
  'ticket queue with balking': 3,
};

test('the table has these cases of these models', () => {
  const counts = cases.map(({ model }) => [model, casesOf(model).length]);
  expect(Object.fromEntries(counts)).toEqual(COVERED);
  expect(Object.keys(models).sort()).toEqual(Object.keys(COVERED).sort());
});

test('the README gives the number of values and models', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`${cases.length} exact values of ${Object.keys(COVERED).length} models`);
});

describe.each(Object.keys(models))('%s', (model) => {
  test.each(casesOf(model))('agrees with $id: $definition', (one) => {
    const { error, used } = distance(one);
    if (process.env['THEORY_ERRORS']) console.log(`${one.id} ${error}`);
    expect(used, `relative error ${error}`).toBeLessThanOrEqual(1);
  });
});
