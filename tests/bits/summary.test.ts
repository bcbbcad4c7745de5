import { simulate } from '@hallsim/experiment';
import { parseScenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import flagship from '../../examples/halls/flagship-telecom.json' with { type: 'json' };
import { BitHash } from './hash.js';

// Run in Node and in Chromium: see exact-functions.test.ts.

test('a summary says the same to the last digit in every engine', async () => {
  const parsed = parseScenario(JSON.stringify(flagship));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const options = { day: 'billing-day', replications: 40, seed: 'first' };
  const { run, ...numbers } = await simulate(parsed.scenario, options);
  expect(run.complete).toBe(true);
  const hash = new BitHash();
  for (const character of JSON.stringify(numbers)) hash.add(character.charCodeAt(0));
  expect(hash.toString()).toBe('c528559dce458c99');
});
