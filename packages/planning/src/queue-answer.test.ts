import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerQueue,
  isInside,
  isNews,
  type Queue,
  type QueueAnswer,
  queueMeasures,
  type QueueSpec,
  readQueue,
} from './index.js';
import { isStable } from './queue-formula.js';

function queueOf(spec: QueueSpec): Queue {
  const read = readQueue(spec);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.queue;
}

const SMALL = { customers: 5000, warmUp: 1000 };
const answer = (spec: QueueSpec): Promise<QueueAnswer> =>
  answerQueue(queueOf({ ...SMALL, ...spec }));

const SERVICE = 'exponential 5 min';
const LINE = { arrivals: '54 per hour', service: SERVICE, servers: 5, over: ['5 min'] };
const ONE = { arrivals: '9 per hour', servers: 1, over: ['5 min', '20 min'] };
const UNLIKE = {
  vip: { arrivals: '3 per hour', service: 'exponential 3 min', priority: 1, rate: 3 },
  firm: { arrivals: '2 per hour', service: 'fixed 6 min', priority: 1, rate: 2 },
  other: { arrivals: '5 per hour', service: 'lognormal 5 min cv 0.8', priority: 2, rate: 1 },
};
const ALIKE = {
  vip: { arrivals: '18 per hour', priority: 1, rate: 3 },
  other: { arrivals: '36 per hour', priority: 2, rate: 1 },
};

/** Formulas of the very queue; the text is that of `why`. */
const EXACT: readonly (readonly [string, string, QueueSpec])[] = [
  ['M/M/1', 'M/M/1', { ...ONE, service: SERVICE }],
  ['M/M/5', 'Erlang C', LINE],
  ['M/M/5, last come first served', 'Erlang C', { ...LINE, discipline: 'lifo' }],
  ['M/M/5, random order', 'Erlang C', { ...LINE, discipline: 'random' }],
  ['M/M/4+M', 'Erlang A', { ...LINE, servers: 4, patience: 'exponential 15 min' }],
  [
    'M/M/4+M, last come',
    'Erlang A',
    { ...LINE, servers: 4, patience: SERVICE, discipline: 'lifo' },
  ],
  ['M/M/4+D', 'M/M/c+G', { ...LINE, servers: 4, patience: 'fixed 12 min' }],
  ['M/M/4+G', 'M/M/c+G', { ...LINE, servers: 4, patience: 'weibull 15 min cv 0.5' }],
  ['M/M/4/12', 'M/M/c/K', { ...LINE, servers: 4, capacity: 12 }],
  ['M/M/4/8+M', 'M/M/c/K+M', { ...LINE, servers: 4, capacity: 8, patience: 'exponential 15 min' }],
  ['M/G/5/5', 'Erlang B', { ...LINE, capacity: 5, service: 'lognormal 5 min cv 2' }],
  ['M/G/1', 'Pollaczek-Khinchine', { ...ONE, service: 'hyperexponential 5 min cv 2' }],
  ['M/E2/1', 'Pollaczek-Khinchine', { ...ONE, service: 'gamma 5 min cv 0.5' }],
  [
    'M/G/1, last come',
    'Pollaczek-Khinchine',
    { ...ONE, service: 'uniform 0 min to 10 min', discipline: 'lifo' },
  ],
  ['M/D/5', 'M/D/c', { ...LINE, service: 'fixed 5 min' }],
  ['M/E2/5', 'M/PH/c', { ...LINE, service: 'erlang 5 min k 2' }],
  ['D/M/5', 'GI/M/c', { ...LINE, arrivals: 'fixed 1.1 min' }],
  ['GI/M/1', 'GI/M/1', { ...ONE, arrivals: 'lognormal 6 min cv 1.5', service: SERVICE }],
  ['M^3/M/5', 'M^X/M/c', { ...LINE, arrivals: '18 per hour', batch: 3 }],
  ['D/D/1', 'D/D/c', { arrivals: 'fixed 5 min', service: 'fixed 5 min', servers: 1 }],
  ['classes in one line', 'Pollaczek-Khinchine', { servers: 1, classes: UNLIKE }],
  ['classes alike in one line', 'Erlang C', { servers: 5, service: SERVICE, classes: ALIKE }],
  ['priorities', 'Cobham', { servers: 1, classes: UNLIKE, discipline: 'priority' }],
  [
    'priorities, 5 servers',
    'Cobham',
    { servers: 5, service: SERVICE, classes: ALIKE, discipline: 'priority' },
  ],
  [
    'interruptions',
    'preemptive-resume',
    { servers: 1, classes: UNLIKE, discipline: 'preemptive-resume' },
  ],
  [
    'interruptions, 5 servers',
    'preemptive-resume',
    { servers: 5, service: SERVICE, classes: ALIKE, discipline: 'preemptive-resume' },
  ],
  ['accumulating', 'Kleinrock', { servers: 1, classes: UNLIKE, discipline: 'accumulating' }],
  [
    'accumulating, 5 servers',
    'Erlang C',
    { servers: 5, service: SERVICE, classes: ALIKE, discipline: 'accumulating' },
  ],
  [
    'two classes who leave',
    'M/M/c+M with two priorities',
    {
      servers: 4,
      service: SERVICE,
      patience: 'exponential 10 min',
      classes: ALIKE,
      discipline: 'priority',
    },
  ],
];

/** Every pair of a simulated value and the formula's number, in all and by class. */
function pairs({ simulated, formula, by }: QueueAnswer) {
  const scopes = [
    { of: '', values: simulated ?? {}, known: formula ?? {} },
    ...Object.entries(formula?.by?.class ?? {}).map(([id, known]) => ({
      of: `${id} `,
      values: by?.class[id] ?? {},
      known,
    })),
  ];
  return scopes.flatMap(({ of, values, known }) =>
    Object.entries(values).flatMap(([id, value]) => {
      const number = (known as Record<string, unknown>)[id];
      return typeof number === 'number' ? [{ id: of + id, ...value, formula: number }] : [];
    }),
  );
}

describe('where the formula is that of the very queue, the run agrees with all of it', () => {
  // fixed seed: with 99.99 % intervals one of some 500 numbers would miss once in twenty seeds
  test.each(EXACT)('%s: %s', async (_, name, spec) => {
    const answered = await answer({ ...spec, seed: 'agreement', confidence: 0.9999 });
    expect(answered.formula?.name).toContain(name);
    expect(answered.why).toMatch(/^exact: /);
    const compared = pairs(answered);
    expect(compared.length).toBeGreaterThanOrEqual(7);
    for (const { id, value, low, high, formula } of compared) {
      const text = `${id}: ${value} in ${low} to ${high}, formula ${formula}`;
      if (low === null || high === null) expect(value, text).toBeCloseTo(formula, 12);
      else expect(formula >= low - 1e-12 && formula <= high + 1e-12, text).toBe(true);
    }
  });
});

describe('where it is not, the sentence says what differs', () => {
  test.each([
    [
      { ...LINE, service: 'lognormal 5 min cv 0.5' },
      'Allen-Cunneen',
      /^approximate: Allen-Cunneen; Erlang C assumes exponential service and yours has cv 0\.5, .* scaled by 0\.625\.$/,
    ],
    [
      { ...LINE, arrivals: 'gamma 1.2 min cv 0.5', service: 'gamma 5 min cv 0.5' },
      'Krämer-Langenbach-Belz',
      /^approximate: .* by their means and cvs only; your gaps have cv 0\.5, your services 0\.5\.$/,
    ],
    [
      { ...LINE, patience: 'fixed 9 min', service: 'fixed 5 min' },
      'M/M/c+G',
      /^not exact: .*exponential service assumed; yours has cv 0\./,
    ],
    [
      { ...LINE, patience: 'fixed 9 min', discipline: 'random' },
      'M/M/c+G',
      /service in random order/,
    ],
    [
      { ...LINE, capacity: 9, batch: 2 },
      'M/M/c/K',
      /come one by one assumed; yours come in groups of 2/,
    ],
    [
      { ...LINE, capacity: 9, patience: 'fixed 9 min' },
      'M/M/c/K+M',
      /exponential patience assumed; yours has cv 0\./,
    ],
    [
      { servers: 3, classes: UNLIKE, discipline: 'priority' },
      'Cobham',
      /one exponential service for all classes assumed/,
    ],
  ] as const)('%j', async (spec, name, says) => {
    const { formula, why } = await answer({ ...spec, customers: 100, replications: 2 });
    expect(formula?.name).toBe(name);
    expect(why).toMatch(says);
  });

  test('where only some classes leave there is no formula', async () => {
    const classes = {
      a: { arrivals: '6 per hour', patience: 'fixed 5 min' },
      b: { arrivals: '6 per hour' },
    };
    const { formula, why, by } = await answer({ servers: 2, service: SERVICE, classes });
    expect(formula).toBeNull();
    expect(why).toMatch(/^no formula: /);
    expect(by?.class['a']?.['abandoned']?.value).toBeGreaterThan(0);
    expect(by?.class['b']?.['abandoned']).toEqual({ value: 0, low: 0, high: 0, unit: 'share' });
  });

  test('and says it in Chinese', async () => {
    const { why } = await answerQueue(
      queueOf({ ...LINE, ...SMALL, service: 'lognormal 5 min cv 0.5' }),
      {
        language: 'zh',
      },
    );
    expect(why).toBe(
      '近似：Allen-Cunneen；Erlang C 假定服务时间服从指数分布，实际 cv 为 0.5，故将其平均等候乘以 0.625。',
    );
  });
});

test('where a run too short misses its own formula, the sentence asks for more customers', async () => {
  const short = {
    arrivals: '11.5 per hour',
    service: SERVICE,
    servers: 1,
    customers: 200,
    warmUp: 0,
  };
  const { simulated, formula, why } = await answer(short);
  expect(simulated!['wait.mean']!.high).toBeLessThan(Number(formula!['wait.mean']));
  expect(why).toMatch(/^exact: .* numbers lie outside .*too short.* ask for more customers\.$/);
});

describe('where numbers miss the formula of the very queue, the sentence says how many of those shown', () => {
  const impatient = { ...LINE, servers: 4, patience: 'exponential 15 min', replications: 8 };
  const outside = (answered: QueueAnswer, queue: Queue): readonly [number, number] => {
    const shown = queueMeasures(queue).filter((measure) => isNews(measure, queue));
    const inside = shown.flatMap(({ id }) => {
      const number = answered.formula![id];
      return typeof number === 'number' ? (isInside(answered.simulated![id]!, number) ?? []) : [];
    });
    return [inside.filter((one) => !one).length, inside.length];
  };

  test('few by chance, more than half ask for more customers, none say nothing', async () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      const queue = queueOf({ ...SMALL, ...impatient, customers: 1000, seed: `seed ${seed}` });
      const answered = await answerQueue(queue);
      const [missed, of] = outside(answered, queue);
      const kind = missed === 0 ? 'none' : missed > of / 2 ? 'many' : 'few';
      kinds.add(kind);
      const says = `${missed} of the ${of} numbers ${missed === 1 ? 'lies' : 'lie'} outside the interval`;
      expect(answered.why.includes(says)).toBe(missed > 0);
      expect(answered.why.includes('about one in 20 does by chance')).toBe(missed > 0);
      expect(answered.why.includes('ask for more customers')).toBe(kind === 'many');
    }
    expect([...kinds].toSorted()).toEqual(['few', 'many', 'none']);
  });

  test('an approximation has no such sentence, since chance is not why it differs', async () => {
    const { why } = await answer({ ...LINE, service: 'lognormal 5 min cv 3', customers: 200 });
    expect(why).toMatch(/^approximate: /);
    expect(why).not.toMatch(/outside/);
  });
});

test('where the name of a formula is words, a sentence in Chinese has it in Chinese; the document does not', async () => {
  const queue = queueOf({
    ...SMALL,
    servers: 1,
    classes: UNLIKE,
    discipline: 'preemptive-resume',
  });
  const { formula, why } = await answerQueue(queue, { language: 'zh' });
  expect(formula?.name).toBe('preemptive-resume');
  expect(why).toMatch(/^精确：抢占优先级正是此队列的公式/);
});

describe('stability', () => {
  const full = { arrivals: '48 per hour', service: SERVICE, servers: 4 };
  test.each<[QueueSpec, boolean]>([
    [full, false],
    [{ ...full, servers: 5 }, true],
    [{ ...full, capacity: 10 }, true],
    [{ ...full, patience: 'fixed 1 h' }, true],
    [{ ...full, arrivals: 'fixed 1.25 min', service: 'fixed 5 min' }, true],
    [{ ...full, arrivals: 'fixed 1.25 min' }, false],
  ])('%j: %s', (spec, stable) => {
    expect(isStable(queueOf(spec))).toBe(stable);
  });

  test('classes who leave do not make stable what the others overload', () => {
    const classes = {
      a: { arrivals: '30 per hour', patience: 'fixed 5 min' },
      b: { arrivals: '30 per hour' },
    };
    expect(isStable(queueOf({ servers: 2, service: SERVICE, classes }))).toBe(false);
    expect(isStable(queueOf({ servers: 3, service: SERVICE, classes }))).toBe(true);
  });

  test('an unstable queue is not simulated, and the answer names the ways out', async () => {
    const answered = await answer(full);
    expect(answered.simulated).toBeNull();
    expect(answered.formula).toBeNull();
    expect(answered.why).toMatch(
      /^unstable: .* 100 %, .* 4 servers .* at least 5 servers, .*patience.*capacity/,
    );
  });
});

describe('the document', () => {
  test('has the ids of the contract, each with value, interval and unit', async () => {
    const { format, simulated, formula, run } = await answer({
      ...LINE,
      quantiles: [50, 90, 99.9],
    });
    expect(format).toBe('hallsim-queue/1');
    const ids = [
      'utilisation',
      'wait.probability',
      'wait.mean',
      'wait.all.mean',
      'wait.abandoned.mean',
      'wait.variance',
      'wait.p50',
      'wait.p90',
      'wait.p99.9',
      'wait.over',
      'abandoned',
      'blocked',
      'queue.mean',
      'system.mean',
      'system.time.mean',
    ];
    expect(Object.keys(simulated!)).toEqual(ids);
    expect(Object.keys(formula!)).toEqual(['name', ...ids]);
    for (const value of Object.values(simulated!)) {
      expect(Object.keys(value)).toEqual(expect.arrayContaining(['value', 'low', 'high', 'unit']));
    }
    expect(simulated!['wait.abandoned.mean']).toEqual({
      value: null,
      low: null,
      high: null,
      unit: 'min',
      reason: 'nothing-observed',
    });
    expect(run).toMatchObject({
      seed: 'first',
      replications: 20,
      complete: true,
      quantiles: 'exact',
    });
  });

  test('one threshold is wait.over; of several each has an id of its own, and the first is wait.over too', async () => {
    const { simulated } = await answer({ ...LINE, over: ['5 min', '90 s', '0 min'] });
    const over = Object.keys(simulated!).filter((id) => id.startsWith('wait.over'));
    expect(over).toEqual(['wait.over', 'wait.over.5min', 'wait.over.90s', 'wait.over.0min']);
    expect(simulated!['wait.over']).toEqual(simulated!['wait.over.5min']);
    expect(simulated!['wait.over.0min']).toEqual(simulated!['wait.probability']);
  });

  test('few waits give order statistics, many a histogram that is within 0.1 % of them', async () => {
    const [few, many] = await Promise.all([
      answer({ ...LINE, customers: 10_000 }),
      answer({ ...LINE, customers: 10_001 }),
    ]);
    expect([few.run.quantiles, many.run.quantiles]).toEqual(['exact', 'histogram']);
    for (const id of ['wait.p50', 'wait.p90', 'wait.p95']) {
      const [a, b] = [few.simulated![id]!, many.simulated![id]!];
      expect(b.value! / a.value!).toBeCloseTo(1, 3);
      expect((b.high! - b.low!) / (a.high! - a.low!)).toBeCloseTo(1, 2);
    }
  });

  test('an abort gives what is finished, and one replication has no interval', async () => {
    const signal = { aborted: false };
    const { run, simulated } = await answerQueue(queueOf({ ...LINE, ...SMALL }), {
      signal,
      onReplications: () => {
        signal.aborted = true;
      },
    });
    expect(run).toMatchObject({ complete: false, replications: 1 });
    expect(simulated!['wait.mean']).toMatchObject({ low: null, reason: 'one-day' });
  });
});

test('of everybody: who came was served, left or found no place, and numbers of people follow from times', async () => {
  const patience = fc.constantFrom(
    undefined,
    'exponential 4 min',
    'fixed 6 min',
    'uniform 0 min to 9 min',
  );
  const discipline = fc.constantFrom(
    'fifo',
    'lifo',
    'random',
    'priority',
    'preemptive-resume',
    'accumulating',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      patience,
      discipline,
      fc.string({ minLength: 1, maxLength: 5 }),
      async (servers, room, batch, leave, order, seed) => {
        const one = { arrivals: 'gamma 3 min cv 0.7', ...(leave && { patience: leave }) };
        const classes = {
          a: { ...one, priority: 2, rate: 1 },
          b: { ...one, priority: 1, rate: 2 },
        };
        const queue = queueOf({
          service: 'lognormal 2 min cv 1.5',
          classes,
          servers,
          capacity: servers + room,
          batch,
          discipline: order,
          customers: 400,
          warmUp: 20,
          replications: 3,
          seed,
        });
        const { simulated, by } = await answerQueue(queue);
        const value = (id: string) => simulated![id]?.value ?? NaN;
        const served = 1 - value('abandoned') - value('blocked');
        const all =
          value('wait.mean') * served + (value('wait.abandoned.mean') || 0) * value('abandoned');
        expect(value('wait.all.mean') * (1 - value('blocked'))).toBeCloseTo(all, 9);
        expect(value('system.mean') - value('queue.mean')).toBeCloseTo(
          servers * value('utilisation'),
          9,
        );
        expect(value('wait.variance')).toBeGreaterThanOrEqual(0);
        const part = (id: string) =>
          Object.values(by!.class).reduce((sum, values) => sum + (values[id]?.value ?? 0), 0);
        // by class from times, in all by the clock: they differ by who is inside at both ends
        expect(Math.abs(part('queue.mean') - value('queue.mean'))).toBeLessThan(0.5);
        expect(Math.abs(part('system.mean') - value('system.mean'))).toBeLessThan(0.7);
      },
    ),
    { numRuns: 40, seed: 7 },
  );
});

test('every measure has a label in both languages', () => {
  for (const { label } of queueMeasures(queueOf({ ...LINE, over: ['5 min'] }))) {
    expect(label.en).not.toBe('');
    expect(label.zh).toMatch(/\p{Script=Han}|P\d/u);
  }
});
