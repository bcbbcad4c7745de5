import { expect, test } from 'vitest';
import { EXACT_LIMIT, sum } from '@hallsim/stats';
import { busy } from '../test/busy-hall.js';
import { Arm } from './arm.js';
import { compileArm } from './arm-plan.js';
import { estimate } from './estimate.js';
import { HallDays } from './hall-days.js';

const plan = { seed: 'everybody', confidence: 0.95 };

/** What is known after so many days of all that is kept, and of everybody alone. */
function known(batches: readonly number[]): { arm: Arm; alone: HallDays } {
  const arm = new Arm(busy, plan);
  const { model, layout } = compileArm(arm.plan);
  const alone = new HallDays(model, layout);
  const recorder = arm.recorder();
  for (const count of batches) {
    const columns = recorder.run(arm.days, count);
    arm.take(columns);
    alone.add([columns]);
  }
  return { arm, alone };
}

test.each([
  ['while the waits are kept', [1, 3, 16]],
  ['once they are only counted', Array.from({ length: 22 }, () => 100)],
])('everybody alone has the measures of the hall among its parts, %s', (_, batches) => {
  const { arm, alone } = known(batches);
  const [hall, own] = [arm.hall(), alone.scope(0.95)];
  const served = sum(own.columns.counterServed!);
  expect(served > EXACT_LIMIT).toBe(batches.length > 3);
  expect(estimate(own, 0.95)).toEqual(estimate(hall, 0.95));
});

test('what several halls have in a replication is one long day', () => {
  const { arm, alone } = known([20]);
  const twice = new HallDays(...modelOf(arm));
  const columns = arm.recorder().run(0, 20);
  twice.add([columns, columns]);
  const [once, both] = [alone.scope(0.95), twice.scope(0.95)];
  expect(twice.days).toBe(20);
  expect(both.columns.came).toEqual(once.columns.came!.map((came) => 2 * came));
  expect(both.quantiles.map(({ estimate: { value } }) => value)).toEqual(
    once.quantiles.map(({ estimate: { value } }) => value),
  );
});

function modelOf(arm: Arm): ConstructorParameters<typeof HallDays> {
  const { model, layout } = compileArm(arm.plan);
  return [model, layout];
}
