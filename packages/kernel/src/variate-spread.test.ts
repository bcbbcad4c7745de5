import { describe, expect, test } from 'vitest';
import {
  beta,
  betaShapes,
  coxian,
  discrete,
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  hyperexponentialBranches,
  lognormal,
  measured,
  mixture,
  normal,
  phaseType,
  shifted,
  smoothed,
  type Spread,
  triangular,
  truncatedNormal,
  uniformBetween,
  type Variate,
  variateOf,
  weibull,
  weibullShape,
} from '@hallsim/kernel';

const declared: [Spread, Variate][] = [
  [{ family: 'fixed', value: 3 }, fixed(3)],
  [{ family: 'exponential', mean: 3 }, exponential(3)],
  [{ family: 'uniform', from: 1, to: 2 }, uniformBetween(1, 2)],
  [{ family: 'triangular', from: 1, mode: 2, to: 4 }, triangular(1, 2, 4)],
  [{ family: 'normal', mean: 1, sd: 2 }, normal(1, 2)],
  [{ family: 'truncatedNormal', mean: 1, sd: 2 }, truncatedNormal(1, 2)],
  [{ family: 'truncatedNormal', mean: 1, sd: 2, from: -1, to: 5 }, truncatedNormal(1, 2, -1, 5)],
  [{ family: 'lognormal', mean: 4, cv: 0.8 }, lognormal(4, 0.8)],
  [{ family: 'gamma', mean: 4, cv: 0.8 }, gamma(4, 0.8)],
  [{ family: 'erlang', mean: 4, k: 3 }, erlang(4, 3)],
  [{ family: 'weibull', mean: 4, cv: 0.8 }, weibull(4, 0.8)],
  [{ family: 'weibull', shape: 2, scale: 18 }, weibullShape(2, 18)],
  [{ family: 'beta', mean: 0.4, cv: 0.3 }, beta(0.4, 0.3)],
  [{ family: 'beta', alpha: 2, beta: 3, from: 1, to: 4 }, betaShapes(2, 3, 1, 4)],
  [{ family: 'hyperexponential', mean: 5, cv: 2 }, hyperexponential(5, 2)],
  [
    {
      family: 'hyperexponential',
      branches: [
        [0.8, 3],
        [0.2, 13],
      ],
    },
    hyperexponentialBranches([
      [0.8, 3],
      [0.2, 13],
    ]),
  ],
  [{ family: 'coxian', means: [1, 2], onward: [0.4] }, coxian([1, 2], [0.4])],
  [{ family: 'phaseType', initial: [1], generator: [[-2]] }, phaseType([1], [[-2]])],
  [{ family: 'measured', values: [1, 2] }, measured([1, 2])],
  [{ family: 'smoothed', values: [1, 2] }, smoothed([1, 2])],
  [
    {
      family: 'discrete',
      outcomes: [
        [1, 0.4],
        [2, 0.6],
      ],
    },
    discrete([
      [1, 0.4],
      [2, 0.6],
    ]),
  ],
  [
    {
      family: 'mixture',
      parts: [
        [0.4, { family: 'fixed', value: 2 }],
        [0.6, { family: 'shifted', by: 1, spread: { family: 'exponential', mean: 3 } }],
      ],
    },
    mixture([
      [0.4, fixed(2)],
      [0.6, shifted(exponential(3), 1)],
    ]),
  ],
];

test.each(declared)('%j is what the function of that name makes', (spread, variate) => {
  expect(variateOf(spread)).toEqual(variate);
  expect(variateOf(JSON.parse(JSON.stringify(spread)) as Spread)).toEqual(variate);
});

test('a variate is taken as it is, inside others too', () => {
  for (const [, variate] of declared) expect(variateOf(variate)).toBe(variate);
  const inner = lognormal(4, 0.8);
  expect(variateOf({ family: 'shifted', by: 1, spread: inner }).parts[0]).toBe(inner);
});

describe('a declaration that cannot be is refused with place, value and way out', () => {
  const refused: [name: string, spread: unknown, parts: string[]][] = [
    ['no object', 'exponential', ['desk.service is "exponential"', "family: 'exponential'"]],
    ['null', null, ['desk.service is null']],
    [
      'an unknown family',
      { family: 'poisson', mean: 1 },
      ['desk.service.family is "poisson"', 'hyperexponential'],
    ],
    ['no family', { mean: 1 }, ['desk.service.family is missing', 'exponential']],
    [
      'an unknown key',
      { family: 'lognormal', mean: 1, sd: 2 },
      ['desk.service.sd is 2', 'lognormal spreads have mean cv'],
    ],
    [
      'a missing key',
      { family: 'lognormal', mean: 1 },
      ['desk.service.cv is missing', 'lognormal spreads have mean cv'],
    ],
    [
      'neither of two ways',
      { family: 'weibull', shape: 1 },
      ['scale is missing', 'or shape scale'],
    ],
    ['a text for a number', { family: 'exponential', mean: '3' }, ['desk.service.mean is "3"']],
    ['a wrong number', { family: 'exponential', mean: -3 }, ['desk.service: ', 'not -3']],
    ['NaN', { family: 'gamma', mean: 3, cv: Number.NaN }, ['desk.service: ', 'not NaN']],
    [
      'a number for a list',
      { family: 'measured', values: 3 },
      ['desk.service.values is 3: give a list'],
    ],
    [
      'a text in a list',
      { family: 'measured', values: [1, 'x'] },
      ['desk.service.values[1] is "x"'],
    ],
    [
      'a list for pairs',
      { family: 'discrete', outcomes: [1, 2] },
      ['desk.service.outcomes[0] is 1'],
    ],
    [
      'a wrong part of a mixture',
      {
        family: 'mixture',
        parts: [[1, { family: 'shifted', by: 2, spread: { family: 'fixed', value: -1 } }]],
      },
      ['desk.service.parts[0][1].spread: ', 'not -1'],
    ],
    [
      'a share that is none',
      { family: 'mixture', parts: [['a', fixed(1)]] },
      ['parts[0][0] is "a"'],
    ],
    ['a mixture of nothing', { family: 'mixture', parts: 3 }, ['parts is 3']],
  ];
  test.each(refused)('%s', (_name, spread, parts) => {
    const make = () => variateOf(spread as Spread, 'desk.service');
    expect(make).toThrow(RangeError);
    for (const part of parts) expect(make).toThrow(part);
  });
});
