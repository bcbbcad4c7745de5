import { describe, expect, test } from 'vitest';
import { briefly, changed, issuesOf, smallHall } from '../testing/documents.js';

const group = 'counters/front';
const staff = { headcount: 2, skills: ['pay', 'plan'], shift: { from: '09:00', to: '17:00' } };
const clerks = (changes: object): object => ({
  counters: { count: 2 },
  staff: { all: { ...staff, ...changes } },
  'demand/dayTypes/normal/roster': undefined,
});
const endless = { lasts: '1000 h', warmUp: '20 h' };

test('the small hall is valid', () => expect(issuesOf(smallHall())).toEqual([]));

describe.each([
  [
    'opening hours',
    [
      [{ 'day/closes': '08:00', 'day/lastTicket': undefined }, ['from-after-to day.closes']],
      [{ 'day/closes': undefined }, ['missing-key day.closes']],
      [{ day: {} }, ['choose-one day']],
      [{ 'day/lastTicket': '17:30' }, ['outside-day day.lastTicket']],
      [{ 'day/lastTicket': '09:00' }, ['outside-day day.lastTicket']],
      [{ 'day/warmUp': '1 h' }, ['needs-key day.warmUp']],
      [
        {
          'day/hours': [
            { from: '09:00', to: '12:00' },
            { from: '13:00', to: '17:00' },
          ],
        },
        [],
      ],
      [
        {
          'day/hours': [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '17:00' },
          ],
        },
        ['hours-order day.hours[1]'],
      ],
      [{ 'day/hours': [{ from: '09:00', to: '16:50' }] }, ['hours-disagree day.closes']],
      [{ day: { hours: [{ from: '17:00', to: '09:00' }] } }, ['from-after-to day.hours[0]']],
      [{ 'day/lasts': '8 h' }, ['choose-one day']],
      [{ 'day/closes': '25:00' }, []],
    ],
  ],
  [
    'an endless day',
    [
      [{ day: { ...endless, lasts: '0 h' } }, ['zero-time day.lasts', 'out-of-range day.warmUp']],
      [
        { day: { ...endless, lasts: '200000 h' } },
        ['out-of-range day.lasts', 'too-many-intervals run.bucket'],
      ],
      [{ day: { ...endless, warmUp: '1000 h' } }, ['out-of-range day.warmUp']],
    ],
  ],
  [
    'arrivals',
    [
      [{ 'demand/arrivals': undefined }, ['choose-one demand']],
      [{ 'demand/perDay': '300' }, ['choose-one demand']],
      [{ 'demand/arrivals': undefined, 'demand/perDay': '300' }, ['needs-key demand.perDay']],
      [
        { 'demand/arrivals': undefined, 'demand/profile': { '09:00': '100%' } },
        ['needs-key demand.profile'],
      ],
      [{ 'demand/beforeOpening': '5%' }, ['needs-key demand.beforeOpening']],
      [{ 'demand/busyDay': { cv: 0 } }, ['out-of-range demand.busyDay.cv']],
      [{ 'demand/arrivals/09:00': '100001 per hour' }, ['out-of-range demand.arrivals["09:00"]']],
      [{ 'demand/arrivals/08:00': '3 per hour' }, ['outside-day demand.arrivals["08:00"]']],
      [{ 'demand/dayTypes/normal/volume': '0%' }, []],
      [{ 'demand/shape': 'linear' }, []],
      [{ 'demand/shape': 'curved' }, ['unknown-word demand.shape']],
      [{ 'demand/waitingAtStart': { people: 12, waited: '10 min' } }, []],
      [
        { 'demand/waitingAtStart': { people: 12, waited: '20000 h' } },
        ['out-of-range demand.waitingAtStart.waited'],
      ],
      [{ 'demand/parties': { share: '15%', sizes: { 2: '60%', 4: '40%' } } }, []],
      [
        { 'demand/parties': { share: '115%', sizes: { 2: '60%', 4: '30%' } } },
        ['shares-sum demand.parties.sizes.*', 'out-of-range demand.parties.share'],
      ],
      [
        {
          'demand/dayTypes/normal/rushes': {
            sms: { from: '10:00', to: '11:00', adds: '5 per hour', mix: { pay: '90%' } },
          },
        },
        ['shares-sum demand.dayTypes.normal.rushes.sms.mix.*'],
      ],
      [
        {
          'demand/dayTypes/normal/rushes': {
            sms: { from: '10:00', to: '11:00', adds: '5 per hour', mix: { pya: '100%' } },
          },
        },
        ['unknown-id demand.dayTypes.normal.rushes.sms.mix.pya'],
      ],
      [{ 'customers/vip/profile': { '09:00': '70%', '12:00': '30%' } }, []],
      [{ 'customers/vip/profile': { '09:00': '70%' } }, ['shares-sum customers.vip.profile.*']],
      [
        { 'customers/vip/profile': { '08:00': '70%', '12:00': '30%' } },
        ['outside-day customers.vip.profile["08:00"]'],
      ],
      [{ 'customers/vip/mix': { plan: '100%' } }, []],
      [{ 'customers/vip/mix': { plan: '90%' } }, ['shares-sum customers.vip.mix.*']],
      [{ 'customers/vip/mix': { paln: '100%' } }, ['unknown-id customers.vip.mix.paln']],
      [
        { 'demand/dayTypes/normal/volume': '10001%' },
        ['out-of-range demand.dayTypes.normal.volume'],
      ],
      [
        { 'demand/arrivals/09:00': '90000 per hour', 'demand/dayTypes/busy/volume': '10000%' },
        ['too-many-customers demand.dayTypes.busy.volume'],
      ],
    ],
  ],
  [
    'a profile',
    [
      [{ demand: { perDay: '680', profile: { '09:00': '40%', '12:00': '60%' } } }, []],
      [
        {
          'day/hours': [
            { from: '09:00', to: '12:00' },
            { from: '13:00', to: '17:00' },
          ],
          demand: { perDay: '680', profile: { '09:00': '40%', '12:00': '10%', '13:00': '50%' } },
        },
        ['closed-share demand.profile["12:00"]'],
      ],
      [
        { demand: { perDay: '680', profile: { '09:00': '40%', '12:00': '50%' } } },
        ['shares-sum demand.profile.*'],
      ],
      [
        { demand: { perDay: '680', profile: { '09:00': '40%', '17:00': '60%' } } },
        ['outside-day demand.profile["17:00"]'],
      ],
      [
        { demand: { perDay: '2000000', profile: { '09:00': '100%' } } },
        ['out-of-range demand.perDay'],
      ],
    ],
  ],
  [
    'shares',
    [
      [{ 'customers/vip/share': '18%' }, ['shares-sum customers.*.share']],
      [{ 'services/pay/share': '59.98%' }, ['shares-sum services.*.share']],
      [{ 'services/pay/share': '59.99%' }, []],
      [{ 'demand/dayTypes/busy/mix/pay': '70%' }, ['shares-sum demand.dayTypes.busy.mix.*']],
      [{ 'kiosks/services/pay/succeeds': '101%' }, ['out-of-range kiosks.services.pay.succeeds']],
      [{ 'run/confidence': '100%' }, ['out-of-range run.confidence']],
    ],
  ],
  [
    'spreads',
    [
      [{ 'services/pay/time': {} }, ['one-spread services.pay.time']],
      [{ 'services/pay/time/fixed': '4 min' }, ['one-spread services.pay.time']],
      [{ 'services/pay/time': { fixed: '0 min' } }, ['zero-time services.pay.time.fixed']],
      [{ 'services/pay/time/lognormal/cv': 0 }, ['out-of-range services.pay.time.lognormal.cv']],
      [{ 'services/pay/time/lognormal/cv': 11 }, ['out-of-range services.pay.time.lognormal.cv']],
      [
        { 'services/pay/time': { hyperexponential: { mean: '4 min', cv: 1 } } },
        ['out-of-range services.pay.time.hyperexponential.cv'],
      ],
      [
        { 'services/pay/time': { uniform: { from: '5 min', to: '5 min' } } },
        ['from-after-to services.pay.time.uniform'],
      ],
      [{ 'services/pay/time': { measured: [] } }, ['wrong-length services.pay.time.measured']],
      [
        { 'services/pay/time': { measured: ['3 min', '0 s'] } },
        ['zero-time services.pay.time.measured[1]'],
      ],
      [{ 'services/pay/time': { fixed: '10001 h' } }, ['out-of-range services.pay.time.fixed']],
      [
        { 'customers/vip/balks': { guess: { half: '9 min', scale: '0 min' } } },
        ['zero-time customers.vip.balks.guess.scale'],
      ],
    ],
  ],
  [
    'ids',
    [
      [
        { [`${group}/skills/1`]: 'pay' },
        ['listed-twice counters.front.skills[1]', 'never-served services.plan'],
      ],
      [
        { [`${group}/customers`]: ['gold', 'general', 'vip'] },
        ['unknown-id counters.front.customers[0]'],
      ],
      [{ 'kiosks/services/*': { time: { fixed: '1 min' } } }, []],
      [
        { 'kiosks/services/none': { time: { fixed: '1 min' } } },
        ['unknown-id kiosks.services.none'],
      ],
      [{ 'kiosks/greeter/adds': { nobody: '5%' } }, ['unknown-id kiosks.greeter.adds.nobody']],
      [{ 'demand/dayTypes/busy/roster': 'peak' }, ['unknown-id demand.dayTypes.busy.roster']],
      [
        { calendar: { weekdays: { mon: { dayType: 'quiet' } } } },
        ['unknown-id calendar.weekdays.mon.dayType'],
      ],
      [{ 'variants/base': { change: {} } }, ['reserved-id variants.base']],
    ],
  ],
  [
    'counters',
    [
      [
        { [`${group}/open`]: undefined },
        ['unknown-id demand.dayTypes.normal.roster', 'choose-one counters.front'],
      ],
      [
        { [`${group}/open`]: {} },
        ['unknown-id demand.dayTypes.normal.roster', 'no-roster counters.front.open'],
      ],
      [{ [`${group}/open/usual/09:00`]: 0, [`${group}/open/usual/11:00`]: 0 }, []],
      [
        { [`${group}/open/usual/11:00`]: 4 },
        ['more-than-count counters.front.open.usual["11:00"]'],
      ],
      [{ [`${group}/open/usual/18:00`]: 1 }, ['outside-day counters.front.open.usual["18:00"]']],
      [
        { [`${group}/skills`]: undefined },
        // what it serves is not known, so that it never serves a service is not known either
        ['missing-key counters.front.skills'],
      ],
      [{ [`${group}/staff`]: { all: staff } }, ['choose-one counters.front']],
      [{ staff: { all: staff } }, ['needs-key staff']],
      [{ 'customers/vip/priority': 'strict' }, ['choose-one customers.vip']],
    ],
  ],
  [
    'staff',
    [
      [clerks({}), []],
      [clerks({ shift: { from: '08:00', to: '17:00' } }), ['outside-day staff.all.shift.from']],
      [clerks({ shift: { from: '12:00', to: '12:00' } }), ['from-after-to staff.all.shift']],
      [clerks({ speed: '0%' }), ['out-of-range staff.all.speed']],
      [
        clerks({ breaks: { lunch: { from: '16:30', length: '40 min' } } }),
        ['break-outside-shift staff.all.breaks.lunch'],
      ],
      [clerks({ breaks: { lunch: { from: '16:00', length: '40 min' } } }), []],
      [
        clerks({ breaks: { lunch: { from: '16:00', length: '40 min', oneAtATime: true } } }),
        ['break-outside-shift staff.all.breaks.lunch'],
      ],
      [clerks({ skills: ['pay'] }), ['never-served services.plan']],
    ],
  ],
  [
    'a service that nobody can ever serve',
    [
      [{ [`${group}/skills`]: ['plan'] }, ['never-served services.pay']],
      [{ [`${group}/skills`]: ['plan'], 'kiosks/willing': '10%' }, []],
      [{ [`${group}/skills`]: ['plan'], 'kiosks/willing': '0%', 'kiosks/greeter/adds': '1%' }, []],
      [{ [`${group}/skills`]: ['pay'] }, ['never-served services.plan']],
      [
        { [`${group}/skills`]: ['pay'], 'services/plan/share': '0%', 'services/pay/share': '100%' },
        ['never-served services.plan'],
      ],
      [
        {
          [`${group}/skills`]: ['pay'],
          'services/plan/share': '0%',
          'services/pay/share': '100%',
          'demand/dayTypes/busy/mix': { pay: '100%' },
        },
        [],
      ],
      [{ [`${group}/customers`]: ['vip'] }, ['never-served services.plan']],
    ],
  ],
  [
    'times of day',
    [
      [
        { 'demand/dayTypes/busy/rushes/noon/to': '12:00' },
        ['from-after-to demand.dayTypes.busy.rushes.noon'],
      ],
      [
        { 'demand/dayTypes/busy/rushes/noon/from': '08:00' },
        ['outside-day demand.dayTypes.busy.rushes.noon.from'],
      ],
      [{ 'kiosks/greeter/to': '18:00' }, ['outside-day kiosks.greeter.to']],
    ],
  ],
  [
    'calendar and run',
    [
      [{ calendar: { dates: { '2028-02-29': { factor: '135%', closed: false } } } }, []],
      [
        { calendar: { dates: { '2026-02-29': {} } } },
        ['no-such-date calendar.dates["2026-02-29"]'],
      ],
      [{ 'run/bucket': '30 s' }, ['out-of-range run.bucket']],
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

test('a map with more entries than a hall has is one issue, and ends the comparing', () => {
  const many = Array.from({ length: 201 }, (_, i) => [`c${i}`, { share: '1%' }]);
  const found = issuesOf(changed({ customers: Object.fromEntries(many) as unknown }));
  expect(briefly(found)).toEqual(['too-many-entries customers']);
});

test('a service that only some customers cannot have names them', () => {
  const [issue] = issuesOf(changed({ [`${group}/skills`]: ['plan'] }));
  expect(issue?.message.en).toBe('No counter and no kiosk can ever serve "pay" for "vip".');
  expect(issue?.message.zh).toBe('没有任何窗口或自助终端能办理 “pay”（“vip”）。');
});
