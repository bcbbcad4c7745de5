import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrivalCursor,
  type Arrivals,
  childKey,
  draw,
  exponential,
  fixed,
  type Key,
  measured,
  normal,
  poisson,
  quantile,
  seedKey,
  truncatedNormal,
} from '@hallsim/kernel';

const root = seedKey('arrivals');

/** Everybody who comes before `until`, at most `most`. */
function read(arrivals: Arrivals, key: Key = root, until = Infinity, most = 1e6, block = 64) {
  const cursor = arrivalCursor(arrivals, key);
  const buffer = new Float64Array(block);
  const times: number[] = [];
  for (;;) {
    const count = cursor.fill(buffer, block);
    for (const time of buffer.subarray(0, count)) if (time < until) times.push(time);
    if (count < block || times.length >= most || buffer[count - 1]! >= until) return times;
  }
}

/** Counts in [0, until) over independent replications, with their mean, variance and its error. */
function counts(arrivals: Arrivals, until: number, replications: number, from = 0) {
  const values = Array.from(
    { length: replications },
    (_, i) =>
      read(arrivals, childKey(root, i), until, Infinity, 16).filter((time) => time >= from).length,
  );
  const mean = values.reduce((sum, x) => sum + x, 0) / replications;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (replications - 1);
  return { mean, variance };
}

/** A Poisson count of this mean: mean and variance within 4.5 standard errors. */
function expectPoisson(
  { mean, variance }: { mean: number; variance: number },
  m: number,
  n: number,
) {
  expect(Math.abs(mean - m)).toBeLessThan(4.5 * Math.sqrt(m / n));
  expect(Math.abs(variance - m)).toBeLessThan(4.5 * Math.sqrt((m + 2 * m * m) / n));
}

describe('gaps of one spread', () => {
  test('are the draws at places 0, 1, 2 …, summed from left to right', () => {
    const times = read({ every: { family: 'gamma', mean: 3, cv: 0.5 }, from: 10 }, root, 500);
    const spread = { family: 'gamma', mean: 3, cv: 0.5 } as const;
    const gaps = arrivalCursor({ every: spread }, root);
    const block = new Float64Array(times.length);
    gaps.fill(block, times.length);
    expect(times[0]).toBe(10 + block[0]!);
    const exponentials = read({ every: exponential(2) }, root, 500);
    let clock = 0;
    exponentials.forEach((time, k) => {
      clock += quantile(exponential(2), draw(root.low, root.high, k));
      expect(time).toBe(clock);
    });
  });

  test('end before `until`, and nobody comes later however often one asks', () => {
    const cursor = arrivalCursor({ every: fixed(1), until: 5 }, root);
    const times = new Float64Array(8);
    expect(cursor.fill(times, 3)).toBe(3);
    expect(cursor.fill(times, 8)).toBe(1);
    expect(times[0]).toBe(4);
    expect(cursor.fill(times, 8)).toBe(0);
    expect(cursor.fill(times, 8)).toBe(0);
  });

  test('Poisson counts have the mean and the variance rate times time', () => {
    expectPoisson(counts(poisson(0.7), 30, 4_000), 21, 4_000);
    expect(read(poisson(0))).toEqual([]);
  });

  test('the size of the blocks changes nothing', () => {
    const kinds: Arrivals[] = [
      poisson(1.3),
      {
        rates: [
          [0, 1],
          [7, 3],
        ],
        repeat: 11,
      },
      {
        knots: [
          [0, 1],
          [7, 3],
          [9, 0],
        ],
        repeat: 11,
        batch: measured([1, 2, 5]),
      },
      {
        mmpp: {
          rates: [0.5, 4],
          switch: [
            [0, 0.2],
            [0.7, 0],
          ],
        },
        batch: fixed(2),
      },
    ];
    for (const kind of kinds) {
      const whole = read(kind, root, 200, 1e6, 1000);
      expect(whole.length).toBeGreaterThan(50);
      for (const block of [1, 7, 256]) expect(read(kind, root, 200, 1e6, block)).toEqual(whole);
    }
  });
});

describe('rates that are constant piece by piece', () => {
  const rates = [
    [2, 1],
    [5, 0],
    [6, 4],
    [8, 0.5],
  ] as const;

  test('counts in each piece are Poisson of its area, before the first there is nobody', () => {
    const arrivals: Arrivals = { rates, until: 12 };
    const n = 4_000;
    expectPoisson(counts(arrivals, Infinity, n), 3 + 0 + 8 + 2, n);
    expectPoisson(counts(arrivals, 5, n), 3, n);
    expectPoisson(counts(arrivals, 8, n, 6), 8, n);
    const all = read({ rates }, root, 500);
    expect(all.filter((time) => time < 2 || (time >= 5 && time < 6))).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
  });

  test('the last rate holds for ever, and 0 there means nobody comes any more', () => {
    expect(
      read({
        rates: [
          [0, 2],
          [10, 0],
        ],
      }).at(-1),
    ).toBeLessThan(10);
    expect(read({ rates: [[0, 0]] })).toEqual([]);
    expect(read({ rates: [] })).toEqual([]);
    expect(read({ rates: [[0, 0]], repeat: 10 })).toEqual([]);
  });

  test('with `repeat` the list begins again', () => {
    const arrivals: Arrivals = {
      rates: [
        [0, 1],
        [3, 5],
        [4, 0],
      ],
      repeat: 10,
    };
    const n = 2_000;
    expectPoisson(counts(arrivals, 34, n, 30), 8, n);
    for (const time of read(arrivals, root, 300)) expect(time % 10).toBeLessThan(4);
  });

  test('one rate alone gives the times of the Poisson process of that rate', () => {
    const listed = read({ rates: [[0, 0.8]], until: 400 });
    const plain = read(poisson(0.8), root, 400);
    expect(listed.length).toBe(plain.length);
    listed.forEach((time, k) => expect(time).toBeCloseTo(plain[k]!, 9));
  });

  test('the k-th customer stays the k-th: with rates twice as high the areas before them are the same', () => {
    const slow = read({
      rates: [
        [0, 1],
        [4, 3],
      ],
      repeat: 8,
      until: 400,
    });
    const fast = read({
      rates: [
        [0, 2],
        [2, 6],
      ],
      repeat: 4,
      until: 200,
    });
    expect(fast.length).toBe(slow.length);
    fast.forEach((time, k) => expect(time).toBeCloseTo(slow[k]! / 2, 9));
  });
});

describe('rates in straight lines', () => {
  test('counts between any two times are Poisson of the area between them', () => {
    const arrivals: Arrivals = {
      knots: [
        [0, 0.2],
        [60, 1],
        [150, 1.4],
        [240, 0.6],
        [300, 0.1],
      ],
    };
    const n = 1_000;
    expectPoisson(counts(arrivals, Infinity, n), 36 + 108 + 90 + 21, n);
    // at 30 the rate is 0.6
    expectPoisson(counts(arrivals, 30, n), 12, n);
    expectPoisson(counts(arrivals, 300, n, 240), 21, n);
  });

  test('two knots at one time are a jump, and no line lies outside', () => {
    const arrivals: Arrivals = {
      knots: [
        [1, 0],
        [3, 2],
        [3, 0],
        [5, 0],
        [5, 1],
        [7, 1],
      ],
    };
    const times = read(arrivals);
    expect(times.filter((time) => time < 1 || (time > 3 && time < 5) || time > 7)).toEqual([]);
    expectPoisson(counts(arrivals, Infinity, 4_000), 4, 4_000);
    expect(
      read({
        knots: [
          [0, 0],
          [5, 0],
          [5, 3],
        ],
        repeat: 9,
      }),
    ).toEqual([]);
    expect(read({ knots: [[0, 3]] })).toEqual([]);
  });

  test('lines of slope 0 are constant rates to the bit', () => {
    const flat = read({
      knots: [
        [0, 1.7],
        [30, 1.7],
        [30, 0.4],
        [80, 0.4],
      ],
    });
    expect(flat).toEqual(
      read({
        rates: [
          [0, 1.7],
          [30, 0.4],
        ],
        until: 80,
      }),
    );
  });

  test('they repeat too', () => {
    const n = 2_000;
    expectPoisson(
      counts(
        {
          knots: [
            [0, 0],
            [2, 4],
            [4, 0],
          ],
          repeat: 5,
        },
        19,
        n,
        15,
      ),
      8,
      n,
    );
  });
});

describe('a Poisson process whose rate is the state of a Markov chain', () => {
  const rates = [0.5, 1.3];
  const mmpp = {
    rates,
    switch: [
      [0, 1 / 60],
      [1 / 20, 0],
    ],
  };

  test('has the mean rate of the long run from the first moment on', () => {
    const n = 4_000;
    const { mean, variance } = counts({ mmpp }, 20, n);
    expect(Math.abs(mean - 14)).toBeLessThan(4.5 * Math.sqrt(variance / n));
  });

  test('has the index of dispersion of its theory', () => {
    // Heffes & Lucantoni, IEEE J. Sel. Areas Commun. 4 (1986) 856, for two states
    const [r1, r2] = [1 / 60, 1 / 20];
    const [l1, l2] = rates as [number, number];
    const t = 60;
    const r = r1 + r2;
    const share = (2 * (l1 - l2) ** 2 * r1 * r2) / (r * r * (l1 * r2 + l2 * r1));
    const dispersion = 1 + share * (1 - (1 - Math.exp(-r * t)) / (r * t));
    const { mean, variance } = counts({ mmpp }, t, 6_000);
    expect(Math.abs(variance / mean / dispersion - 1)).toBeLessThan(
      4.5 * Math.sqrt(2 / 6_000) * 1.3,
    );
    expect(dispersion).toBeGreaterThan(2);
  });

  test('begins where and when it is told, and its states do not depend on the rates', () => {
    const onAndOff = (rate: number): number[] => {
      const process = {
        rates: [0, rate],
        switch: [
          [0, 0.1],
          [0.1, 0],
        ],
        initial: [0, 1],
      };
      return read({ mmpp: process, from: 100 }, root, 500);
    };
    const some = onAndOff(2);
    expect(some[0]).toBeGreaterThan(100);
    expect(some[0]).toBeLessThan(105);
    // so many that they show when the state is on: nobody else may come at another time
    const many = onAndOff(500);
    const pauses = many.filter((time, i) => i > 0 && time - many[i - 1]! > 1);
    expect(pauses.length).toBeGreaterThan(5);
    for (const time of some) {
      expect(Math.min(...many.map((other) => Math.abs(other - time)))).toBeLessThan(0.05);
    }
  });

  test('ends when the chain is where nobody comes any more', () => {
    const ending: Arrivals = {
      mmpp: {
        rates: [3, 0],
        switch: [
          [0, 0.1],
          [0, 0],
        ],
        initial: [1, 0],
      },
    };
    const n = 2_000;
    const { mean, variance } = counts(ending, Infinity, n);
    expect(Math.abs(mean - 30)).toBeLessThan(4.5 * Math.sqrt(variance / n));
    expect(
      read({
        mmpp: {
          rates: [0, 0],
          switch: [
            [0, 1],
            [1, 0],
          ],
        },
      }),
    ).toEqual([]);
    expect(read({ mmpp: { rates: [2], switch: [[0]] }, until: 50 })).toEqual(
      read({ rates: [[0, 2]], until: 50 }),
    );
  });
});

describe('batches', () => {
  const batch = {
    family: 'discrete',
    outcomes: [
      [1, 0.5],
      [2, 0.3],
      [3, 0.2],
    ],
  } as const;

  test('all of a batch come at its time, and sizes have their spread', () => {
    const singles = read(poisson(0.05), root, 400_000);
    const all = read({ ...poisson(0.05), batch }, root, 400_000);
    expect([...new Set(all)]).toEqual(singles);
    const sizes = [0, 0, 0, 0];
    let size = 0;
    all.forEach((time, i) => {
      size++;
      if (time === all[i + 1]) return;
      sizes[size]!++;
      size = 0;
    });
    const n = singles.length;
    [0.5, 0.3, 0.2].forEach((share, i) => {
      const error = Math.sqrt((share * (1 - share)) / n);
      expect(Math.abs(sizes[i + 1]! / n - share)).toBeLessThan(4.5 * error);
    });
  });

  test('stand on any arrivals, listed times too', () => {
    expect(read({ times: [1, 4], batch: fixed(3) })).toEqual([1, 1, 1, 4, 4, 4]);
    expect(read({ times: [], batch: fixed(3) })).toEqual([]);
  });
});

test('listed times are these times', () => {
  expect(read({ times: [0, 0, 1, 2.5] }, root, Infinity, 1e6, 3)).toEqual([0, 0, 1, 2.5]);
});

test('customers never come before the one before them, whatever is declared', () => {
  const rate = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 50, noNaN: true }));
  const knots = fc
    .array(fc.tuple(fc.double({ min: 0, max: 20, noNaN: true }), rate), { maxLength: 6 })
    .map((list) => list.sort(([a], [b]) => a - b));
  fc.assert(
    fc.property(knots, fc.boolean(), fc.integer(), (list, repeated, seed) => {
      const key = childKey(root, seed);
      const times = read(
        { knots: list, ...(repeated ? { repeat: 21 } : {}), until: 60 },
        key,
        Infinity,
        3_000,
      );
      times.forEach((time, i) => {
        expect(time).toBeGreaterThanOrEqual(times[i - 1] ?? 0);
        expect(time).toBeLessThan(60);
      });
    }),
    { seed: 1 },
  );
});

describe('arrivals that cannot be are refused with place and value', () => {
  const wrong = (arrivals: unknown) => () =>
    arrivalCursor(arrivals as Arrivals, root, 'sources.door');
  const refused: [name: string, arrivals: unknown, parts: string[]][] = [
    ['nothing', {}, ['sources.door', 'every, rates, knots']],
    ['two kinds', { times: [], rates: [] }, ['sources.door.times is []']],
    ['a key of another kind', { times: [1], until: 4 }, ['sources.door.until', 'batch']],
    [
      'a negative rate',
      {
        rates: [
          [0, 1],
          [5, -2],
        ],
      },
      ['sources.door.rates[1][1] is -2'],
    ],
    ['a rate that is none', { rates: [[0, Number.NaN]] }, ['rates[0][1] is NaN']],
    [
      'times that fall',
      {
        rates: [
          [5, 1],
          [5, 2],
        ],
      },
      ['rates[1][0] is 5'],
    ],
    [
      'knots that fall',
      {
        knots: [
          [5, 1],
          [4, 2],
        ],
      },
      ['knots[1][0] is 4'],
    ],
    [
      'a repeat shorter than the list',
      {
        rates: [
          [0, 1],
          [9, 2],
        ],
        repeat: 8,
      },
      ['repeat is 8'],
    ],
    ['an end that is none', { rates: [], until: Number.NaN }, ['until is NaN']],
    ['a start that is none', { every: fixed(1), from: Infinity }, ['from is Infinity']],
    ['gaps of nothing', { every: fixed(0) }, ['sources.door.every is 0: give gaps']],
    ['gaps below 0', { every: normal(3, 1) }, ['every is -5.2']],
    [
      'an unknown family',
      { every: { family: 'exp', mean: 3 } },
      ['every.family is "exp"', 'gamma'],
    ],
    ['unsorted times', { times: [1, 3, 2] }, ['times[2] is 2: sort']],
    ['a time that is none', { times: [Number.NaN] }, ['times[0] is NaN']],
    [
      'batches of halves',
      { times: [], batch: measured([1, 1.5]) },
      ['batch is 1.5: give whole numbers'],
    ],
    ['batches of nobody', { times: [], batch: fixed(0) }, ['batch is 0']],
    ['batches without a list', { times: [], batch: exponential(2) }, ['batch is "exponential"']],
    [
      'a state without a row',
      { mmpp: { rates: [1, 2], switch: [[0]] } },
      ['mmpp.switch', 'as many rows and columns'],
    ],
    [
      'a negative switch',
      {
        mmpp: {
          rates: [1, 2],
          switch: [
            [0, -1],
            [1, 0],
          ],
        },
      },
      ['switch[0][1] is -1'],
    ],
    [
      'a chain without a long run',
      {
        mmpp: {
          rates: [1, 2],
          switch: [
            [0, 1],
            [0, 0],
          ],
        },
      },
      ['initial is missing'],
    ],
    [
      'a start that sums to 2',
      { mmpp: { rates: [1], switch: [[0]], initial: [2] } },
      ['initial is [2]'],
    ],
    ['no state', { mmpp: { rates: [], switch: [] } }, ['at least 1, not 0']],
    ['a number in place of a chain', { mmpp: 1 as never }, ['mmpp is 1', 'switch: [[']],
    ['a rate without its list', { mmpp: { rates: 2 } as never }, ['mmpp.rates is 2', 'a list']],
    ['a row that is none', { mmpp: { rates: [1], switch: [1 as never] } }, ['switch[0] is 1']],
    ['a number in place of rates', { rates: 3 as never }, ['rates is 3', 'a list']],
    ['a number in place of a pair', { knots: [3 as never] }, ['knots[0] is 3', 'a list']],
    ['a number in place of times', { times: 3 as never }, ['times is 3', 'a list']],
  ];
  test.each(refused)('%s', (_name, arrivals, parts) => {
    expect(wrong(arrivals)).toThrow(RangeError);
    for (const part of parts) expect(wrong(arrivals)).toThrow(part);
  });

  test('a negative Poisson rate', () => {
    expect(() => poisson(-1)).toThrow('rate is -1');
    expect(() => poisson(Number.NaN)).toThrow('rate is NaN');
  });

  test('gaps of a cut normal are fine', () => {
    expect(read({ every: truncatedNormal(3, 1), until: 30 }).length).toBeGreaterThan(5);
  });
});
