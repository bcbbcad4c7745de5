import fc from 'fast-check';
import { clock, mergePatch } from '@hallsim/scenario';
import {
  compatible,
  elastic,
  failures,
  forSome,
  forSomeBreak,
  growingHeadStart,
  helps,
  isPool,
  type Patch,
  roomBreaks,
  timeAt,
  under,
} from './random-additions.js';
import {
  byId,
  clockOf,
  type Json,
  length,
  maybe,
  merged,
  percent,
  spread,
} from './random-parts.js';

const rule = (key: string, ...values: string[]): Patch =>
  under('rules', under(key, fc.constantFrom(...values)));

/** What each key of the hall's core can be in a hall without it; `null` where it has no place. */
const additions = {
  growingHeadStart: (hall) => forSome(hall, 'customers', under('headStart', growingHeadStart())),
  waitingCounts: (hall) =>
    forSome(hall, 'customers', under('waitingCounts', fc.constantFrom(0, 0.5, 2, 7.5))),
  keepsTicket: (hall) =>
    forSome(
      hall,
      'customers',
      under('keepsTicket', percent(0, 100)),
      ({ patience }) => patience !== undefined,
    ),
  numbersAhead: (hall) =>
    forSome(
      hall,
      'customers',
      under(
        'balks',
        merged(
          under('whenNumbersAhead', fc.integer({ min: 0, max: 8 })),
          under('chance', percent(0, 100)),
        ),
      ),
      ({ balks }) => balks === undefined,
    ),
  afterWork: (hall) => forSome(hall, 'services', under('afterWork', spread(1, 4))),
  timeAt: (hall) => timeAt(hall),
  counterFailures: (hall) =>
    isPool(hall)
      ? under('counters', under('failures', failures()))
      : forSome(hall, 'counters', under('failures', failures())),
  kioskFailures: (hall) =>
    hall.kiosks === undefined ? null : under('kiosks', under('failures', failures())),
  kioskWilling: (hall) => {
    if (hall.kiosks === undefined) return null;
    const classes = Object.keys(hall.customers as Json);
    const willing = fc.oneof(percent(1, 100), byId(classes, percent(1, 100)));
    const some = forSome(hall.kiosks as Json, 'services', under('willing', willing));
    return some && under('kiosks', some);
  },
  elastic: (hall) => (isPool(hall) ? null : elastic(hall)),
  helps: (hall) => (isPool(hall) ? null : helps(hall)),
  errors: (hall) => forSome(hall, 'staff', under('errors', percent(0, 50))),
  absent: (hall) => forSome(hall, 'staff', under('absent', percent(0, 50))),
  keepOpen: (hall) =>
    forSomeBreak(hall, (clerks) =>
      under('keepOpen', fc.integer({ min: 0, max: Number(clerks.headcount) - 1 })),
    ),
  roomBreaks: (hall) => roomBreaks(hall),
  breakUntil: (hall) =>
    forSomeBreak(hall, (_, { from }) =>
      under(
        'until',
        fc.integer({ min: 1, max: 60 }).map((later) => clockOf(clock(String(from)) + later)),
      ),
    ),
  perCounter: () => rule('queues', 'per-counter'),
  jockeying: () =>
    merged(
      under('difference', fc.integer({ min: 2, max: 4 })),
      maybe('chance', percent(0, 100)),
    ).map((jockeying) => ({ rules: { queues: 'per-counter', jockeying } })),
  discipline: () => rule('discipline', 'last-come-first-served', 'random', 'shortest-job'),
  freeCounter: () => rule('freeCounter', 'longest-idle', 'fastest', 'fixed-order'),
  atShiftEnd: () => rule('atShiftEnd', 'hand-over', 'stop'),
  calling: () =>
    under(
      'rules',
      under(
        'calling',
        merged(
          maybe('call', spread(0.25, 1)),
          maybe('walk', spread(0.25, 2)),
          maybe('absent', length(0, 2)),
        ),
      ),
    ),
  space: () =>
    under(
      'space',
      merged(
        under('seats', fc.integer({ min: 0, max: 6 })),
        maybe('standing', fc.integer({ min: 0, max: 6 })),
        maybe('standingPatience', percent(0, 150)),
      ),
    ),
} satisfies Readonly<Record<string, (hall: Json) => Patch | null>>;

/** A hall with some of the keys, each of them in one hall of three. */
export function withCore(hall: Json): fc.Arbitrary<Json> {
  const changes = Object.values(additions).flatMap((addition) => {
    const change = addition(hall);
    if (change === null) return [];
    return fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: change });
  });
  return fc.tuple(...changes).map((some) => compatible(some.reduce(mergePatch, hall) as Json));
}
