import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { simulate } from '@hallsim/experiment';
import { parseScenario, type Scenario } from '@hallsim/scenario';
import { root } from './sources.js';

// The reference values come from 120,000 days (W4) and 60,000 days (W4b) of two programs written
// independently of this one, in C++ and JavaScript with different random numbers, which agree within
// their errors. The standard deviations are those of one result of 200 days.
const HALLS = {
  w4: {
    'counter.joined': { value: 813.6, of200: 2.02 },
    'counter.wait.mean': { value: 3.431, of200: 0.07 },
    'counter.wait.p95': { value: 11.36, of200: 0.21 },
    'counter.abandoned': { value: 0.1397, of200: 0.0025 },
    'counter.within': { value: 0.794, of200: 0.006 },
  },
  w4b: {
    'counter.joined': { value: 1464.48, of200: 2.71 },
    'counter.wait.mean': { value: 14.773, of200: 0.09 },
    'counter.wait.p95': { value: 29.03, of200: 0.22 },
    'counter.abandoned': { value: 0.4821, of200: 0.002 },
    'counter.within': { value: 0.1456, of200: 0.002 },
    'kiosk.wait.mean': { value: 10.8, of200: 0.48 },
  },
} as const;

const DAYS = 400;
/** Eleven statistics: chance alone passes 4 once in 1,400 such tables. */
const LARGEST_Z = 4;

function scenarioOf(hall: string): Scenario {
  const parsed = parseScenario(readFileSync(join(root, 'examples/bench', `${hall}.json`)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.scenario;
}

describe.each(Object.entries(HALLS))('bench hall %s', async (hall, reference) => {
  const { measures } = await simulate(scenarioOf(hall), { replications: DAYS, seed: 'bench' });

  test.each(Object.entries(reference))(
    '%s agrees with two other programs',
    (id, { value, of200 }) => {
      const found = measures[id]?.value ?? NaN;
      const z = (found - value) / (of200 * Math.sqrt(200 / DAYS));
      expect(Math.abs(z), `${id}: ${found} against ${value}, z = ${z}`).toBeLessThan(LARGEST_Z);
    },
  );
});
