import { expect, test } from 'vitest';
import type { RunCard } from '@hallsim/experiment';
import { reproduce } from './reproduce.js';

const card: RunCard = {
  engine: '0.1.0',
  scenario: 'sha256:0',
  variant: 'two-kiosks',
  day: 'billing-day',
  seed: "it's spring",
  replications: 40,
  confidence: 0.999,
  target: '10 min',
  quantiles: 'exact',
  complete: true,
};

test('the command names everything that makes the numbers, quoted for a shell, and starts the program as it was started', () => {
  expect(
    reproduce({ program: 'hallsim', command: 'run', file: 'my hall.json', variants: [] }, card),
  ).toBe(
    "hallsim run 'my hall.json' --variant two-kiosks --day billing-day --replications 40 --seed 'it'\\''s spring' --confidence 99.9%",
  );
});

test('a comparison names its variants, a plain day no day type', () => {
  const base = { ...card, variant: 'base', day: null, seed: 'first' };
  expect(
    reproduce(
      {
        program: 'npm run --silent hallsim --',
        command: 'compare',
        file: '-',
        variants: ['a', 'b'],
      },
      base,
    ),
  ).toBe(
    'npm run --silent hallsim -- compare - --variants a,b --replications 40 --seed first --confidence 99.9%',
  );
});
