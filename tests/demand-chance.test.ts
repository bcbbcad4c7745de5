import { describe, expect, test } from 'vitest';
import {
  compile,
  type Demand,
  DemandField,
  demandId,
  expectedFrom,
  type HallModel,
} from '@hallsim/hall';
import {
  checkScenario,
  defineScenario,
  expectedCustomers,
  mergePatch,
  type Scenario,
} from '@hallsim/scenario';
import { chiSquareZ, correlation, distance, expectUsual, momentsZ } from './chance.js';
import bank from '../examples/halls/bank-branch.json' with { type: 'json' };
import county from '../examples/halls/county-telecom.json' with { type: 'json' };
import flagship from '../examples/halls/flagship-telecom.json' with { type: 'json' };
import government from '../examples/halls/gov-hall.json' with { type: 'json' };
import riverside from '../examples/halls/riverside-telecom.json' with { type: 'json' };

const DAYS = 4_000;

const plain = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '13:00' },
  demand: {
    // the third half hour changes inside: 5 expected, then 15, then none
    arrivals: {
      '09:00': '60 per hour',
      '10:00': '30 per hour',
      '10:10': '90 per hour',
      '10:20': '0 per hour',
      '10:30': '44 per hour',
    },
  },
  customers: { general: { share: '70%' }, vip: { share: '12.5%' }, elder: { share: '17.5%' } },
  services: {
    pay: { share: '55%', time: { fixed: '4 min' } },
    plan: { share: '30%', time: { fixed: '8 min' } },
    'new-line': { share: '15%', time: { fixed: '16 min' } },
  },
  counters: {
    desk: { count: 1, skills: ['pay', 'plan', 'new-line'], open: { usual: { '09:00': 1 } } },
  },
});
const changed = (patch: object): Scenario => defineScenario(mergePatch(plain, patch) as Scenario);

/** Lets each of many days be looked at, one after the other. */
function eachDay(
  model: HallModel,
  seed: string,
  days: number,
  look: (demand: Demand) => void,
): void {
  const field = new DemandField(model, seed);
  let demand: Demand | undefined;
  for (let replication = 0; replication < days; replication++) {
    demand = field.draw(replication, demand);
    look(demand);
  }
}

const times = (demand: Demand): number[] => [...demand.arrivedAt.subarray(0, demand.length)];
describe(`arrivals over ${DAYS} days`, () => {
  const model = compile(plain);
  const halves: number[][] = Array.from({ length: 8 }, () => []);
  const strips: number[][] = Array.from({ length: 4 }, () => []);
  const segments: number[][] = [[], [], []];
  const places: number[] = [];
  eachDay(model, 'field', DAYS, (demand) => {
    const at = times(demand);
    halves.forEach((list, i) => list.push(at.filter((t) => Math.floor(t / 30) === 18 + i).length));
    strips.forEach((list, strip) => {
      let count = 0;
      for (let row = 0; row < demand.length; row++) {
        if (demand.arrivedAt[row]! >= 570) break;
        if (demandId(model, demand, row).split('/')[2] === `${strip}`) count++;
      }
      list.push(count);
    });
    segments.forEach((list, i) =>
      list.push(at.filter((t) => t >= 600 + 10 * i && t < 610 + 10 * i).length),
    );
    places.push(...at.filter((t) => t < 570).map((t) => (t - 540) / 30));
  });

  test('the customers of a half hour are Poisson: mean and variance are the expected number', () => {
    [30, 30, 20, 22, 22, 22, 22, 22].forEach((expected, i) => {
      expectUsual(...momentsZ(halves[i]!, expected, expected));
    });
  });

  test('the customers of a half hour are Poisson: every number is as frequent as it should be', () => {
    const from = 12;
    const to = 33;
    const probability: number[] = [];
    for (let n = 0, p = Math.exp(-22); n < 80; n++, p *= 22 / n) probability.push(p);
    const pooled = (list: readonly number[]): number[] => [
      list.slice(0, from).reduce((sum, x) => sum + x, 0),
      ...list.slice(from, to),
      list.slice(to).reduce((sum, x) => sum + x, 0),
    ];
    const seen = new Array<number>(80).fill(0);
    const later = halves.slice(3).flat();
    for (const n of later) seen[n]!++;
    expectUsual(chiSquareZ(pooled(seen), pooled(probability.map((p) => p * later.length))));
  });

  test('half hours know nothing of each other, nor does a day of the next', () => {
    const root = Math.sqrt(DAYS);
    halves.forEach((list, i) => {
      for (const other of halves.slice(i + 1)) expectUsual(correlation(list, other) * root);
      expectUsual(correlation(list.slice(1), list.slice(0, -1)) * root);
    });
  });

  test('strips of rate know nothing of each other, and carry eight each, the last what is left', () => {
    [8, 8, 8, 6].forEach((expected, i) => {
      expectUsual(...momentsZ(strips[i]!, expected, expected));
      for (const other of strips.slice(i + 1)) {
        expectUsual(correlation(strips[i]!, other) * Math.sqrt(DAYS));
      }
    });
  });

  test('within a half hour people come at any moment alike', () => {
    expect(places.length).toBeGreaterThan(100_000);
    expect(distance(places, (x) => x)).toBeLessThan(2.2);
  });

  test('a rate that changes inside a half hour holds on both sides of the change', () => {
    [5, 15, 0].forEach((expected, i) => {
      if (expected === 0) expect(Math.max(...segments[i]!)).toBe(0);
      else expectUsual(...momentsZ(segments[i]!, expected, expected));
    });
    expectUsual(correlation(segments[0]!, segments[1]!) * Math.sqrt(DAYS));
  });

  test('gaps between one customer and the next are exponential, and forget the one before', () => {
    const steady = compile(
      changed({
        demand: {
          arrivals: {
            '09:00': '60 per hour',
            '10:00': null,
            '10:10': null,
            '10:20': null,
            '10:30': null,
          },
        },
      }),
    );
    const gaps: number[] = [];
    const pairs: [number, number][] = [];
    eachDay(steady, 'gaps', 500, (demand) => {
      // 240 are expected: the first 150 are never cut off by closing
      const at = [540, ...times(demand).slice(0, 150)];
      expect(at.length).toBe(151);
      const today = at.slice(1).map((t, i) => t - at[i]!);
      gaps.push(...today);
      today.slice(1).forEach((gap, i) => pairs.push([today[i]!, gap]));
    });
    expect(distance(gaps, (x) => 1 - Math.exp(-x))).toBeLessThan(2.2);
    const before = pairs.map(([a]) => a);
    const after = pairs.map(([, b]) => b);
    expectUsual(correlation(before, after) * Math.sqrt(pairs.length));
  });
});

describe('who comes', () => {
  test('services and classes have their shares, and one says nothing about the other', () => {
    const model = compile(plain);
    const seen = new Array<number>(9).fill(0);
    eachDay(model, 'choice', 1_000, (demand) => {
      for (let row = 0; row < demand.length; row++) {
        seen[demand.service[row]! * 3 + demand.customer[row]!]!++;
      }
    });
    const all = seen.reduce((sum, n) => sum + n, 0);
    const expected = [0.55, 0.3, 0.15].flatMap((s) => [0.7, 0.125, 0.175].map((c) => s * c * all));
    expect(all).toBeGreaterThan(150_000);
    expectUsual(chiSquareZ(seen, expected));
  });

  test('a share of 0 % brings nobody, wherever it stands in the file', () => {
    for (const [none, ...others] of [
      ['pay', 'plan', 'new-line'],
      ['plan', 'new-line', 'pay'],
      ['new-line', 'pay', 'plan'],
    ] as const) {
      const mix = { [none]: '0%', [others[0]]: '50%', [others[1]]: '50%' };
      const model = compile(changed({ demand: { dayTypes: { day: { mix } } } }));
      eachDay(model, 'none', 20, (demand) => {
        const position = model.services.findIndex(({ id }) => id === none);
        expect(demand.service.subarray(0, demand.length)).not.toContain(position);
      });
    }
  });

  test('the share before opening stands at the door, on average and as a Poisson number', () => {
    const model = compile(
      changed({
        demand: {
          arrivals: null,
          perDay: '300',
          profile: { '09:00': '40%', '11:00': '60%' },
          beforeOpening: '6%',
          dayTypes: { busy: { volume: '150%' } },
        },
      }),
    );
    const early: number[] = [];
    const rest: number[] = [];
    eachDay(model, 'early', DAYS, (demand) => {
      const at = times(demand);
      early.push(at.filter((t) => t === 540).length);
      rest.push(at.filter((t) => t > 540 && t < 660).length);
    });
    expectUsual(...momentsZ(early, 27, 27), ...momentsZ(rest, 0.94 * 180, 0.94 * 180));
    expectUsual(correlation(early, rest) * Math.sqrt(DAYS));
  });

  test('a busy day is a factor with mean 1 and the given cv on everybody but the rushes', () => {
    const cv = 0.2;
    const rushes = { sms: { from: '09:00', to: '10:00', adds: '50 per hour' } };
    const model = compile(changed({ demand: { busyDay: { cv }, dayTypes: { day: { rushes } } } }));
    const base: number[] = [];
    const rush: number[] = [];
    eachDay(model, 'busy', DAYS, (demand) => {
      const sources = demand.source.subarray(0, demand.length);
      base.push(sources.filter((source) => source === 0).length);
      rush.push(sources.filter((source) => source === 1).length);
    });
    const expected = 190;
    expectUsual(...momentsZ(base, expected, expected + (cv * expected) ** 2));
    expectUsual(...momentsZ(rush, 50, 50), correlation(base, rush) * Math.sqrt(DAYS));
  });
});

describe('expected totals', () => {
  const halls = { bank, county, flagship, government, riverside };
  const cases = Object.entries(halls).flatMap(([name, file]) => {
    const checked = checkScenario(file);
    if (!checked.ok) throw new Error(name);
    const { scenario } = checked;
    return Object.keys(scenario.demand.dayTypes ?? {}).map((day) => ({ name, day, scenario }));
  });

  test.each(cases)('$name on a $day: as many as the file says', ({ day, scenario }) => {
    const model = compile(scenario, { day });
    const expected = expectedCustomers(scenario, day);
    const rates = model.sources.map((source) =>
      expectedFrom(source, source.at === null ? model.opens : 0, model.closes),
    );
    const sum = rates.reduce((total, rate) => total + rate, 0);
    expect(Math.abs(sum - expected)).toBeLessThan(1e-9 * expected);
    const totals: number[] = [];
    eachDay(model, 'totals', 400, (demand) => totals.push(demand.length));
    const varying = rates.filter((_, i) => model.sources[i]!.busy).reduce((a, b) => a + b, 0);
    expectUsual(...momentsZ(totals, expected, expected + (model.busyDayCv * varying) ** 2));
  });
});
