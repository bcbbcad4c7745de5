import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { simulate } from '@hallsim/experiment';
import { parseScenario, scenarioHash } from '@hallsim/scenario';

// Every file of a released format is kept as it was, and has to be read to the same document for
// ever. A new release adds files and hashes here; nothing is ever changed or taken away.
const hashes: Record<string, string> = {
  'service-hall-1/bank-branch.json':
    'sha256:c114a16d1bf28f7d147e4391c95e158d4556d209e7b2f45ec0f8eece99f1945d',
  'service-hall-1/county-telecom.json':
    'sha256:70893750e5fae47c04789be0ddae6c461ad978b3ab86592fac3f71d899c8ff68',
  'service-hall-1/flagship-telecom.json':
    'sha256:256dd96723849b1816c13641637a98505052f049ff380f7bb09885e4ab0a3017',
  'service-hall-1/gov-hall.json':
    'sha256:bc514a5e19d69f289cd75a5bbb3d1942e0954b3da8fdc738d77169026fbd18cb',
  'service-hall-1/riverside-telecom.json':
    'sha256:0793e5d6cd8d5b8743ee30b3200232086c4b3f3f5a534197e4bb2a0b3cc464ac',
};

// What ten days of each give, to the last digit: customers a day and their mean wait at the counters.
const numbers: Record<string, readonly [number, number]> = {
  'service-hall-1/bank-branch.json': [152.3, 3.010695978275143],
  'service-hall-1/county-telecom.json': [119.6, 1.8908250885078273],
  'service-hall-1/flagship-telecom.json': [584.4, 2.2559467793798316],
  'service-hall-1/gov-hall.json': [800.4, 3.774949028659015],
  'service-hall-1/riverside-telecom.json': [798, 8.972555873786217],
};

const folder = new URL('formats/', import.meta.url);
const files = readdirSync(folder, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.json'));

test.each(files)('%s is read as on the day of its release', (name) => {
  const result = parseScenario(readFileSync(new URL(name, folder)));
  expect(result.ok ? [] : result.issues).toEqual([]);
  expect(result.ok && scenarioHash(result.scenario)).toBe(hashes[name]);
});

test.each(files)('%s gives the numbers of the day of its release', async (name) => {
  const result = parseScenario(readFileSync(new URL(name, folder)));
  if (!result.ok) throw new Error(`${name} is not valid`);
  const { measures } = await simulate(result.scenario, { replications: 10, seed: 'first' });
  const found = [measures['hall.came']?.value, measures['counter.wait.mean']?.value];
  expect(found).toEqual(numbers[name]);
});

test('no released file has gone', () => {
  expect(files.sort()).toEqual(Object.keys(hashes).sort());
});
