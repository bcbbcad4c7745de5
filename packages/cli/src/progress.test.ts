import { expect, test } from 'vitest';
import { contextOf } from './context.js';
import type { Io } from './io.js';
import { Progress } from './progress.js';

/** What a run of 200 days says on standard error when a batch of 50 takes so long. */
function said(live: boolean, milliseconds: number): string {
  let text = '';
  let clock = 0;
  const io: Io = {
    stdin: (async function* () {})(),
    print: () => undefined,
    say: (words) => (text += words),
    live,
    now: () => clock,
    today: () => '2026-10-15',
    env: {},
    interrupted: new AbortController().signal,
  };
  const progress = new Progress(contextOf(io, 'en'));
  for (let done = 50; done <= 200; done += 50) {
    clock += milliseconds;
    progress.days(done, 200);
  }
  progress.end();
  return text.replaceAll('\u001b[K', '');
}

test('a terminal has one line with the days done and the time left, and at the end how long it took', () => {
  expect(said(true, 2000).split('\r').slice(1)).toEqual([
    '50 of 200 days, about 6 s left',
    '100 of 200 days, about 4 s left',
    '150 of 200 days, about 2 s left',
    '200 of 200 days',
    'Took 8.0 s.\n',
  ]);
});

test('the line is not written more often than one can read', () => {
  expect(said(true, 60).split('\r').slice(1)).toEqual([
    '50 of 200 days',
    '150 of 200 days',
    'Took 0.2 s.\n',
  ]);
});

test('a pipe hears nothing', () => {
  expect(said(false, 2000)).toBe('');
});
