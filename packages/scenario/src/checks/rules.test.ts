import { describe, expect, test } from 'vitest';
import { briefly, changed, issuesOf } from '../testing/documents.js';

const group = 'counters/front';
const shift = { from: '09:00', to: '17:00' };
const clerks = { headcount: 2, skills: ['pay', 'plan'], shift };
const room = (changes: object): object => ({
  counters: { count: 2 },
  staff: { all: { ...clerks, ...changes } },
  'demand/dayTypes/normal/roster': undefined,
});
const pause = (changes: object): object =>
  room({ breaks: { lunch: { from: '12:00', length: '30 min', ...changes } } });
const elastic = { more: 1, opensWhen: { wait: '9 min' }, closesWhen: { waitingPerCounter: 1 } };
const failures = { every: { exponential: '20 h' }, lasts: { fixed: '10 min' } };
const helper = (helps: object): object => ({
  'counters/vip-desk': {
    count: 1,
    skills: ['pay'],
    customers: ['vip'],
    open: { usual: {} },
    helps,
  },
});

describe.each([
  [
    'who is called',
    [
      [{ 'customers/vip/headStart': { '0 min': '5 min', '10 min': '15 min' } }, []],
      [{ 'customers/vip/headStart': {} }, ['wrong-length customers.vip.headStart']],
      [
        { 'customers/vip/headStart': { '0 min': '5 min', '10 min': '4 min' } },
        ['head-start-falls customers.vip.headStart["10 min"]'],
      ],
      [
        { 'customers/vip/headStart': { '60 s': '5 min', '1 min': '5 min' } },
        ['listed-twice customers.vip.headStart["1 min"]'],
      ],
      [
        { 'customers/vip/headStart': { '10:00': '5 min' } },
        ['bad-unit customers.vip.headStart["10:00"]'],
      ],
      [{ 'customers/vip/headStart': '5' }, ['bad-unit customers.vip.headStart']],
      [{ 'customers/vip/waitingCounts': 2.5 }, []],
      [{ 'customers/vip/waitingCounts': 101 }, ['too-large customers.vip.waitingCounts']],
      [{ 'customers/vip/waitingCounts': -1 }, ['too-small customers.vip.waitingCounts']],
      [
        { 'customers/general/waitingCounts': 2, 'customers/general/priority': 'strict' },
        ['choose-one customers.general'],
      ],
      [{ 'customers/vip/balks': { whenNumbersAhead: 5, chance: '100%' } }, []],
      [
        { 'customers/vip/balks': { whenNumbersAhead: 5, chance: '101%' } },
        ['out-of-range customers.vip.balks.chance'],
      ],
      [{ 'customers/general/keepsTicket': '60%' }, []],
      [{ 'customers/vip/keepsTicket': '60%' }, ['needs-key customers.vip.keepsTicket']],
      [{ 'customers/general/keepsTicket': '160%' }, ['out-of-range customers.general.keepsTicket']],
    ],
  ],
  [
    'times of service',
    [
      [{ 'services/pay/timeAt': { front: { fixed: '3 min' } } }, []],
      [
        { 'services/pay/timeAt': { back: { fixed: '3 min' } } },
        ['unknown-id services.pay.timeAt.back'],
      ],
      [
        {
          'services/plan/timeAt': { desk: { fixed: '3 min' } },
          'counters/desk': { count: 1, skills: ['pay'], open: { usual: { '09:00': 1 } } },
        },
        ['time-never-used services.plan.timeAt.desk'],
      ],
      [{ 'services/pay/timeAt': { all: { fixed: '3 min' } }, ...room({}) }, []],
      [
        { 'services/pay/timeAt': { front: { fixed: '3 min' } }, ...room({}) },
        ['unknown-id services.pay.timeAt.front'],
      ],
      [
        { 'services/pay/afterWork': { fixed: '0 min' } },
        ['zero-time services.pay.afterWork.fixed'],
      ],
      [{ rules: { calling: { walk: { fixed: '0 s' } } } }, ['zero-time rules.calling.walk.fixed']],
    ],
  ],
  [
    'breakdowns',
    [
      [{ [`${group}/failures`]: failures, 'kiosks/failures': failures }, []],
      [{ ...room({}), counters: { count: 2, failures } }, []],
      [
        { [`${group}/failures`]: { ...failures, lasts: { fixed: '0 min' } } },
        ['zero-time counters.front.failures.lasts.fixed'],
      ],
      [{ 'kiosks/failures': { ...failures, every: {} } }, ['one-spread kiosks.failures.every']],
      [{ 'kiosks/failures': { lasts: { fixed: '1 min' } } }, ['missing-key kiosks.failures.every']],
      [
        {
          variants: undefined,
          'kiosks/failures': {
            every: { fixed: '0.00001 s' },
            lasts: { uniform: { from: '0 s', to: '0.00002 s' } },
          },
        },
        ['too-many-events kiosks.failures.every'],
      ],
    ],
  ],
  [
    'elastic counters',
    [
      [{ [`${group}/elastic`]: elastic }, []],
      [
        { [`${group}/elastic`]: { ...elastic, more: 2 } },
        ['elastic-beyond-count counters.front.elastic.more'],
      ],
      [
        { [`${group}/elastic`]: { ...elastic, opensWhen: {} } },
        ['choose-one counters.front.elastic.opensWhen'],
      ],
      [
        {
          [`${group}/elastic`]: {
            ...elastic,
            opensWhen: { waitingPerCounter: 2, waiting: 5 },
            closesWhen: { waitingPerCounter: 2, waiting: 4 },
          },
        },
        ['closes-above-opens counters.front.elastic.closesWhen.waitingPerCounter'],
      ],
      [
        { [`${group}/elastic`]: { ...elastic, every: '0 s' } },
        ['zero-time counters.front.elastic.every'],
      ],
      [
        { [`${group}/elastic`]: { ...elastic, every: '0.000001 s' } },
        ['too-many-events counters.front.elastic.every'],
      ],
      [
        { 'counters/desk': { count: 2, staff: { all: clerks }, elastic } },
        ['needs-key counters.desk.elastic'],
      ],
      [{ ...room({}), counters: { count: 2, elastic } }, ['unknown-key counters.elastic']],
    ],
  ],
  [
    'groups that help',
    [
      [helper({ customers: ['general'] }), []],
      [helper({ skills: ['plan'], whenWaiting: 5, whenWait: '10 min' }), []],
      [helper({ skills: ['pay'], customers: ['general'] }), []],
      [helper({}), ['choose-one counters.vip-desk.helps']],
      [helper({ customers: ['vip'] }), ['helps-itself counters.vip-desk.helps.customers[0]']],
      [helper({ skills: ['plan', 'pay'] }), ['helps-itself counters.vip-desk.helps.skills[1]']],
      [helper({ skills: ['fly'] }), ['unknown-id counters.vip-desk.helps.skills[0]']],
      [
        helper({ customers: ['general', 'general'] }),
        ['listed-twice counters.vip-desk.helps.customers[1]'],
      ],
      [
        {
          ...helper({ skills: ['plan'], customers: ['general', 'vip'] }),
          [`${group}/skills`]: ['pay'],
        },
        [],
      ],
    ],
  ],
  [
    'clerks',
    [
      [room({ errors: '5%', absent: '4%' }), []],
      [room({ errors: '101%' }), ['out-of-range staff.all.errors']],
      [room({ absent: '101%' }), ['out-of-range staff.all.absent']],
      [pause({ keepOpen: 1, until: '13:00' }), []],
      [{ ...room({}), 'counters/breaks': { keepOpen: 1, oneAtATime: true } }, []],
      [
        { ...room({}), 'counters/breaks': { keepOpen: 2 } },
        ['floor-too-high counters.breaks.keepOpen'],
      ],
      [
        { [`${group}/breaks`]: { keepOpen: 1 } },
        [`needs-key ${group.replaceAll('/', '.')}.breaks`],
      ],
      [pause({ keepOpen: 2 }), ['floor-too-high staff.all.breaks.lunch.keepOpen']],
      [pause({ until: '12:00' }), ['from-after-to staff.all.breaks.lunch.until']],
      [pause({ until: '16:31' }), []],
      [
        room({
          headcount: 1e308,
          breaks: { lunch: { from: '12:00', length: '30 min', oneAtATime: true } },
        }),
        ['too-large staff.all.headcount'],
      ],
      [
        pause({ from: '16:20', until: '16:31', oneAtATime: true }),
        ['break-outside-shift staff.all.breaks.lunch'],
      ],
      [pause({ from: '16:20', until: '16:30', oneAtATime: true }), []],
    ],
  ],
  [
    'kiosks',
    [
      [{ 'kiosks/services/pay/willing': { vip: '30%' } }, []],
      [
        { 'kiosks/services/pay/willing': { gold: '30%' } },
        ['unknown-id kiosks.services.pay.willing.gold'],
      ],
      [{ [`${group}/skills`]: ['plan'], 'kiosks/services/pay/willing': '30%' }, []],
    ],
  ],
  [
    'rules',
    [
      [{ rules: { queues: 'per-counter', jockeying: { difference: 2, chance: '30%' } } }, []],
      [{ rules: { jockeying: { difference: 2 } } }, ['needs-key rules.jockeying']],
      [
        { rules: { queues: 'per-counter', jockeying: { difference: 1 } } },
        ['too-small rules.jockeying.difference'],
      ],
      [
        { rules: { queues: 'per-counter', freeCounter: 'fastest' } },
        ['no-effect rules.freeCounter'],
      ],
      [
        { rules: { queues: 'per-counter' }, ...helper({ skills: ['plan'] }) },
        ['no-effect counters.vip-desk.helps'],
      ],
      [
        { rules: { queues: 'per-counter' }, 'customers/general/keepsTicket': '20%' },
        ['no-effect customers.general.keepsTicket'],
      ],
      [
        {
          rules: { queues: 'per-counter', custom: { calling: 'x' } },
          'customers/vip/balks': { whenNumbersAhead: 5, chance: '10%' },
        },
        ['no-effect customers.vip.balks.whenNumbersAhead', 'no-effect rules.custom.calling'],
      ],
      [{ rules: { discipline: 'random' } }, ['no-effect customers.vip.headStart']],
      [{ rules: { discipline: 'shortest-job' }, 'customers/vip/headStart': undefined }, []],
      [{ rules: { discipline: 'fifo' } }, ['unknown-word rules.discipline']],
      [{ rules: { calling: { absent: '1 min' } } }, ['needs-key rules.calling.absent']],
      [{ rules: { calling: { absent: '1 min' } }, 'customers/general/keepsTicket': '20%' }, []],
      [
        {
          rules: { calling: { absent: '1 min' } },
          'customers/vip/balks': { whenNumbersAhead: 5, chance: '10%' },
        },
        [],
      ],
      [{ rules: { custom: { discipline: 'by-name' } } }, []],
      [
        { rules: { discipline: 'first-come-first-served', custom: { discipline: 'by-name' } } },
        ['choose-one rules'],
      ],
      [{ rules: { custom: { discipline: 'By name' } } }, ['bad-unit rules.custom.discipline']],
      [{ rules: { custom: { closing: 'x' } } }, ['unknown-key rules.custom.closing']],
    ],
  ],
  [
    'space',
    [
      [{ space: { seats: 30, standing: 20, standingPatience: '80%' } }, []],
      [{ space: {} }, ['missing-key space.seats']],
      [
        { space: { seats: 3, standing: 0, standingPatience: '80%' } },
        ['no-effect space.standingPatience'],
      ],
      [
        { space: { seats: 3, standingPatience: '80%' }, 'customers/general/patience': undefined },
        ['needs-key space.standingPatience'],
      ],
      [{ space: { seats: 3, standingPatience: '1001%' } }, ['out-of-range space.standingPatience']],
    ],
  ],
] as const)('%s', (_, cases) => {
  test.each(cases as unknown as [Record<string, unknown>, string[]][])(
    '%j',
    (changes, expected) => {
      expect(briefly(issuesOf(changed(changes))).sort()).toEqual([...expected].sort());
    },
  );
});
