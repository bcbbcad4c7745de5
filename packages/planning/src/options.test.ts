import { steadyState, sweep } from '@hallsim/experiment';
import { expect, test } from 'vitest';
import { hall } from '../test/one-line.js';
import { mostDemand, reachedBy } from './decisions/goal-seek.js';
import { selectBest } from './decisions/select-best.js';
import { selectWithin } from './decisions/select-within.js';
import { tornado } from './decisions/tornado.js';
import { staff } from './staffing/staff.js';

const seed = 'x';
const choice = { variants: ['base', 'base'], measure: 'counter.wait.mean' };

test.each([
  ['sweep', () => sweep(hall, { set: {}, ...{ seeds: 'x' } }), 'seed'],
  ['steadyState', () => steadyState(hall, { seed, ...{ batchs: 10 } }), 'batches'],
  ['reachedBy', () => reachedBy(hall, { seed, ...{ targets: 'x' } }), 'target'],
  ['mostDemand', () => mostDemand(hall, { seed, ...{ replication: 9 } }), 'replications'],
  ['selectBest', () => selectBest(hall, { ...choice, indifference: 1, ...{ moat: 9 } }), 'most'],
  ['selectWithin', () => selectWithin(hall, { ...choice, budget: 9, ...{ seeed: '' } }), 'seed'],
  ['tornado', () => tornado(hall, { measure: '', keys: {}, ...{ dya: 'x' } }), 'day'],
  ['staff', () => staff(hall, { seed, ...{ searchDay: 10 } }), 'searchDays'],
])(
  '%s refuses an option it does not have, and names the one that was meant',
  async (name, run, meant) => {
    await expect(run()).rejects.toThrow(
      new RegExp(`^${name} has no option .*Did you mean ${meant}\\?$`),
    );
  },
);
