import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type Demand, drawDemand, runDay, visitRecords } from '@hallsim/hall';
import { randomHall } from './random-hall.js';

// The definition once more, pair by pair.

test('each call counts those who had joined earlier, still wait and could have been served by the same group', () => {
  fc.assert(
    fc.property(randomHall(), (scenario) => {
      const model = compile(scenario);
      const demand = drawDemand(model, { seed: 'overtaking', replication: 0 });
      const log = runDay(model, demand);
      const overtaken = new Int32Array(log.length);
      const overtook = new Int32Array(log.length);
      const lineOf = lineFinder(model.lineOf, model.customers.length, demand);
      const end = (row: number): number =>
        Number.isNaN(log.called[row]!) ? log.left[row]! : log.called[row]!;
      for (let called = 0; called < log.length; called++) {
        if (log.group[called]! < 0) continue;
        const now = log.called[called]!;
        const lines = model.groups[log.group[called]!]!.lines;
        for (let row = 0; row < log.length; row++) {
          const earlier =
            log.joined[row]! < log.joined[called]! ||
            (log.joined[row] === log.joined[called] && row < called);
          if (!earlier || end(row) <= now || !lines.includes(lineOf(row))) continue;
          overtaken[row]!++;
          overtook[called]!++;
        }
      }
      const records = [...visitRecords(model, demand, log)];
      expect(records.map((visit) => visit.overtaken ?? 0)).toEqual([...overtaken]);
      expect(records.map((visit) => visit.overtook ?? 0)).toEqual([...overtook]);
    }),
    { numRuns: 150, seed: 20261121 },
  );
});

function lineFinder(lines: Int32Array, classes: number, demand: Demand): (row: number) => number {
  return (row) => lines[demand.service[row]! * classes + demand.customer[row]!]!;
}
