import { compile } from '@hallsim/hall';
import { defineScenario, mergePatch } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import { busy } from '../test/busy-hall.js';
import { BinnedWaits } from './binned-waits.js';
import { tallyLayout } from './day-tally.js';
import { OrderedWaits } from './ordered-waits.js';

const clerk = { skills: ['pay', 'plan'], shift: { from: '09:00', to: '12:00' } };
const staff = { one: { ...clerk, headcount: 1 }, none: { ...clerk, headcount: 0 } };

test('waits that are counted belong to the same groups as those that are kept, also where one has no clerks', () => {
  const change = { counters: { all: null, cash: null, count: 1 }, staff, variants: null };
  const model = compile(defineScenario(mergePatch(busy, change) as typeof busy));
  const layout = tallyLayout(model, 60);
  const waits = {
    wait: Float64Array.of(0, 3, 5),
    kind: Uint32Array.of(0, 1, 0),
    who: Uint32Array.of(0, 0, 0),
    interval: Uint32Array.of(0, 1, 2),
  };
  const dayEnds = [2, 3];
  const binned = new BinnedWaits(layout, 2);
  binned.add(waits, dayEnds);
  const totals = [binned, new OrderedWaits(waits, dayEnds)].map((counted) =>
    counted.parts('who', [[0], []]).map(({ total }) => total),
  );
  expect(totals).toEqual([
    [3, 0],
    [3, 0],
  ]);
});
