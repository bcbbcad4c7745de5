import type { Case } from '../cases.js';

const RULE =
  'at equal times: completions, then staffing changes, then abandonments, then arrivals, as the table has it';

interface History {
  readonly what: string;
  readonly arrivals: readonly number[];
  readonly services: readonly number[];
  readonly patience?: readonly (number | null)[];
  readonly priority?: readonly number[];
  readonly staff?: readonly (readonly [number, number])[];
  readonly places?: number;
  /** When the doors close, which changes nothing for those inside. Default: it is not said. */
  readonly closes?: number;
  readonly start: readonly (number | null)[];
  readonly leave: readonly number[];
}

/** Who never came in, because there was no place, has no time of leaving either. */
const NEVER = NaN;

const HISTORIES: readonly History[] = [
  {
    what: 'two patiences end at 3, just when the counter is free: the first is served, the second leaves',
    arrivals: [0, 1, 2],
    services: [3, 2, 1],
    patience: [null, 2, 1],
    start: [0, 3, null],
    leave: [3, 5, 3],
  },
  {
    what: 'the patience of three ends when a counter is free, and it is free twice',
    arrivals: [0, 1, 2, 3],
    services: [4, 4, 1, 1],
    patience: [null, 3, 6, 1],
    start: [0, 4, 8, null],
    leave: [4, 8, 9, 4],
  },
  {
    what: 'the only counter opens at 4, when two patiences end',
    arrivals: [1, 2],
    services: [2, 2],
    patience: [3, 2],
    staff: [
      [0, 0],
      [4, 1],
    ],
    start: [4, null],
    leave: [6, 4],
  },
  {
    what: 'a second counter opens at 6, when two patiences end',
    arrivals: [0, 1, 2],
    services: [9, 2, 2],
    patience: [null, 5, 4],
    staff: [
      [0, 1],
      [6, 2],
    ],
    start: [0, 6, null],
    leave: [9, 8, 6],
  },
  {
    what: 'one place: who comes when the one before leaves finds it empty',
    arrivals: [0, 2, 3, 4],
    services: [2, 2, 2, 2],
    places: 1,
    start: [0, 2, null, 4],
    leave: [2, 4, NEVER, 6],
  },
  {
    what: 'a customer of the first class comes when a counter is free: who waits is called before',
    arrivals: [0, 1, 3],
    services: [3, 2, 1],
    priority: [2, 2, 1],
    start: [0, 3, 5],
    leave: [3, 5, 6],
  },
  {
    what: 'a counter closes at 4, when a service ends: it has called the next one before',
    arrivals: [0, 0, 1, 2],
    services: [4, 6, 3, 1],
    staff: [
      [0, 2],
      [4, 1],
    ],
    start: [0, 0, 4, 7],
    leave: [4, 6, 7, 8],
  },
  {
    what: 'a counter opens at 5, when a customer of the first class comes: who waits is called before',
    arrivals: [0, 1, 5],
    services: [10, 2, 2],
    priority: [2, 2, 1],
    staff: [
      [0, 1],
      [5, 2],
    ],
    start: [0, 5, 7],
    leave: [10, 7, 9],
  },
  {
    what: 'two places: who gives up at 3 leaves one to who comes at 3',
    arrivals: [0, 1, 3],
    services: [5, 1, 1],
    patience: [null, 2, null],
    places: 2,
    start: [0, null, 5],
    leave: [5, 3, 6],
  },
  {
    what: 'nobody comes after 3, and who waits then still gives up: at 5, so that the next is served at 6',
    arrivals: [0, 1, 2],
    services: [6, 2, 2],
    patience: [null, 4, 9],
    closes: 3,
    start: [0, null, 6],
    leave: [6, 5, 8],
  },
  {
    what: 'nobody comes after 4, and who waits for one of two counters still gives up',
    arrivals: [0, 0, 1, 2, 4],
    services: [8, 9, 3, 3, 1],
    patience: [null, null, 5, 20, 4],
    staff: [[0, 2]],
    closes: 4,
    start: [0, 0, null, 8, null],
    leave: [8, 9, 6, 11, 8],
  },
  {
    what: 'nobody comes after 2, a counter opens at 7, and of two who wait one has given up at 6',
    arrivals: [0, 1, 2],
    services: [10, 1, 1],
    patience: [null, 5, 6],
    staff: [
      [0, 1],
      [7, 2],
    ],
    closes: 2,
    start: [0, null, 7],
    leave: [10, 6, 8],
  },
];

/** Histories worked out by hand from the rule: ties of every kind, and what goes on after closing. */
export const byHand: readonly Case[] = HISTORIES.map((history, i) => {
  const { arrivals, services, staff, places, closes, start, leave } = history;
  return {
    id: `hand-${i + 1}`,
    model: 'history by hand',
    params: {
      arrivals,
      services,
      patience: history.patience ?? arrivals.map(() => null),
      priorityClass: history.priority ?? arrivals.map(() => 1),
      staffFromTime: staff ?? [[0, 1]],
      ...(places === undefined ? {} : { places }),
      ...(closes === undefined ? {} : { closes }),
      tieRule: RULE,
    },
    metric: 'perCustomer',
    definition: history.what,
    start,
    leave,
    values: [],
    oracle_abs_tol: 0,
  };
});
