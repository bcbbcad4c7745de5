import { compile, drawDemand, runDay } from '@hallsim/hall';
import { parseScenario } from '@hallsim/scenario';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import flagship from '../../examples/halls/flagship-telecom.json' with { type: 'json' };
import riverside from '../../examples/halls/riverside-telecom.json' with { type: 'json' };
import { randomHall } from '../random-hall.js';
import { addColumns } from './columns.js';
import { BitHash } from './hash.js';

// Run in Node and in Chromium: see exact-functions.test.ts.

/** Twenty billing days of a hall: who comes, and what happens to each. */
function fingerprints(hall: object): { customers: string; visits: string } {
  const parsed = parseScenario(JSON.stringify(hall));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const model = compile(parsed.scenario, { day: 'billing-day' });
  const customers = new BitHash();
  const visits = new BitHash();
  for (let replication = 0; replication < 20; replication++) {
    const demand = drawDemand(model, { seed: 'riverside', replication });
    const log = runDay(model, demand);
    addColumns(customers, { ...demand }, demand.length);
    addColumns(visits, { ...log }, log.length);
  }
  return { customers: customers.toString(), visits: visits.toString() };
}

test('whole days of a hall with a roster by the clock have the same bits in every engine', () => {
  expect(fingerprints(flagship)).toEqual({
    customers: 'b41adbfb191d8022',
    visits: '874cd9405bf57bf7',
  });
});

test('whole days of a hall with shifts and breaks have the same bits in every engine', () => {
  expect(fingerprints(riverside)).toEqual({
    customers: 'c37720afefb7c675',
    visits: 'c1da68e7468dc9b0',
  });
});

// another hall in ../random-hall.ts, another number below
test('a day each of thirty random halls, with all that a hall may have, has the same bits in every engine', () => {
  const hash = new BitHash();
  for (const hall of fc.sample(randomHall(), { numRuns: 30, seed: 20_261_126 })) {
    const model = compile(hall);
    const log = runDay(model, drawDemand(model, { seed: 'everywhere', replication: 0 }));
    addColumns(hash, { ...log }, log.length);
  }
  expect(hash.toString()).toBe('3134e98fea49a3aa');
});
