import { expect, test } from 'vitest';
import { DayError } from '@hallsim/experiment';
import { busy } from '../test/busy-hall.js';
import { compileArm, recorderOf } from './arm-plan.js';
import { portable } from './day-columns.js';

const plan = { scenario: busy, variant: 'base', day: null, seed: 'busy' };

test('days are the same in any batch, and do not depend on those run before', () => {
  const recorder = recorderOf(plan);
  const day = (from: number): unknown => portable(recorder.run(from, 1));
  const before = day(3);
  const together = portable(recorder.run(2, 3));
  expect(day(3)).toEqual(before);
  const [, from = 0, to = 0] = [0, together.dayEnds[0], together.dayEnds[1]];
  expect({
    days: 1,
    rows: together.rows.slice(together.rows.length / 3, (2 * together.rows.length) / 3),
    wait: together.wait.slice(from, to),
    kind: together.kind.slice(from, to),
    who: together.who.slice(from, to),
    interval: together.interval.slice(from, to),
    dayEnds: Int32Array.of(to - from),
  }).toEqual(before);
});

test('a day that cannot be run is named', () => {
  const arm = compileArm(plan);
  const broken = { ...arm.layout };
  Object.defineProperty(broken, 'hallAt', {
    get: () => {
      throw new RangeError('no place');
    },
  });
  const recorder = recorderOf({ ...plan, variant: 'one-more' }, { ...arm, layout: broken });
  expect(() => recorder.run(7, 2)).toThrow(DayError);
  expect(() => recorder.run(7, 2)).toThrow(
    'Replication 7 of "one-more" could not be run: no place',
  );
});

test('days that go to another thread may stand in memory that came back, if it is large enough', () => {
  const recorder = recorderOf(plan);
  const first = portable(recorder.run(0, 4));
  const memory = first.rows.buffer as ArrayBuffer;
  const fresh = portable(recorder.run(5, 2));
  const again = portable(recorder.run(5, 2), memory);
  expect(again).toEqual(fresh);
  for (const column of [again.rows, again.wait, again.kind, again.interval, again.who]) {
    expect(column.buffer).toBe(memory);
  }
  expect(portable(recorder.run(0, 30), memory).rows.buffer).not.toBe(memory);
});
