import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScenario } from '@hallsim/scenario';
import { coreKeys, simulatedKeys } from './random-core.js';
import { randomHall } from './random-hall.js';

const notes = (hall: unknown): string[] => {
  const result = parseScenario(JSON.stringify(hall));
  return result.ok ? result.notes.map(({ path }) => path) : ['not valid'];
};

test('halls of the generator hold nothing that is not simulated', () => {
  fc.assert(
    fc.property(randomHall(), (hall) => {
      expect(notes(hall)).toEqual([]);
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('halls with every key of the format are valid', () => {
  fc.assert(
    fc.property(randomHall(coreKeys), () => undefined),
    { seed: 4, numRuns: 500 },
  );
});

test.each(coreKeys.filter((key) => !simulatedKeys.includes(key)))(
  'check says that %s is not simulated yet, which is why the generator leaves it out',
  (key) => {
    const halls = fc.sample(randomHall([key]), { seed: 5, numRuns: 60 });
    const found = halls.flatMap(notes);
    expect(found).not.toEqual([]);
  },
);
