import { expect, test } from 'vitest';
import { Breath } from './breath.js';

test('the host has its turn every few breaths, so that a signal does not wait for the end', async () => {
  const breath = new Breath();
  const breaths = 2000;
  let turns = 0;
  let breathing = true;
  const turn = (): void => {
    turns++;
    if (breathing) setImmediate(turn);
  };
  setImmediate(turn);
  for (let i = 0; i < breaths; i++) await breath.take();
  breathing = false;
  breath.end();
  expect(turns).toBeGreaterThan(breaths / 4);
});
