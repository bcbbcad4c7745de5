import { simulate } from '@hallsim/experiment';
import { parseScenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import flagship from '../../examples/halls/flagship-telecom.json' with { type: 'json' };
import { BitHash } from './hash.js';

// Run in Node and in Chromium: see exact-functions.test.ts.

async function hashOf(replications: number, quantiles: 'exact' | 'histogram'): Promise<string> {
  const parsed = parseScenario(JSON.stringify(flagship));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const options = { day: 'billing-day', replications, seed: 'first' };
  const { run, ...numbers } = await simulate(parsed.scenario, options);
  expect(run).toMatchObject({ complete: true, quantiles });
  const hash = new BitHash();
  for (const character of JSON.stringify(numbers)) hash.add(character.charCodeAt(0));
  return hash.toString();
}

test('a summary says the same to the last digit in every engine', async () => {
  expect(await hashOf(40, 'exact')).toBe('e0f1ae9d5b4f960e');
});

test('and so it does where waits are too many to be kept', async () => {
  expect(await hashOf(400, 'histogram')).toBe('fb3cd91d0cf2285e');
});
