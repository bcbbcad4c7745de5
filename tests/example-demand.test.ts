import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { compile, DemandField, demandId } from '@hallsim/hall';
import { expectedCustomers, parseScenario } from '@hallsim/scenario';

const parsed = parseScenario(
  readFileSync(new URL('../examples/demand/bus-town.json', import.meta.url)),
);

test('the hall beside the bus station shows every way to come, and as many come as it says', () => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { scenario } = parsed;
  expect(parsed.notes).toEqual([]);
  const model = compile(scenario, { day: 'excursion' });
  const field = new DemandField(model, 'bus-town');
  const days = 300;
  const sources = new Map<string, number>();
  let customers = 0;
  let company = 0;
  for (let replication = 0; replication < days; replication++) {
    const demand = field.draw(replication);
    customers += demand.length;
    for (let row = 0; row < demand.length; row++) {
      const [source] = demandId(model, demand, row).split('/');
      sources.set(source!, (sources.get(source!) ?? 0) + 1);
      company += demand.companions![row]!;
    }
  }
  expect([...sources.keys()].sort()).toEqual([
    'base',
    'class:senior',
    'early',
    'rush:bus',
    'waiting',
  ]);
  expect(sources.get('waiting')).toBe(6 * days);
  expect(expectedCustomers(scenario, 'excursion')).toBeCloseTo(366, 9);
  // one bus of forty a day on average, come or not, is what varies most
  expect(Math.abs(customers / days - 366)).toBeLessThan(4 * Math.sqrt((1600 + 800 + 320) / days));
  expect(Math.abs(company / days / (320 * 0.15 * 1.5) - 1)).toBeLessThan(0.1);
});
