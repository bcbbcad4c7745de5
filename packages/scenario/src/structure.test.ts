import { expect, test } from 'vitest';
import { briefly, changed, issuesOf } from './testing/documents.js';

const time = 'services/pay/time';

test.each([
  ['missing day', { day: undefined }, ['missing-key day']],
  ['null', { kiosks: null }, ['wrong-type kiosks']],
  ['a list for a map', { customers: [] }, ['wrong-type customers']],
  ['a text for a whole number', { 'kiosks/count': '2' }, ['wrong-type kiosks.count']],
  ['a fraction for a whole number', { 'kiosks/count': 1.5 }, ['wrong-type kiosks.count']],
  ['a negative number', { 'kiosks/count': -1 }, ['too-small kiosks.count']],
  ['ten million kiosks', { 'kiosks/count': 1e7 }, ['too-large kiosks.count']],
  [
    'more counters than numbers are exact for',
    { 'counters/front/count': 1e300 },
    ['too-large counters.front.count'],
  ],
  [
    'a time where a spread of times has to be',
    { [time]: '4 min' },
    ['plain-time services.pay.time'],
  ],
  [
    'a party of one',
    { 'demand/parties': { share: '10%', sizes: { '1': '100%' } } },
    ['bad-unit demand.parties.sizes["1"]'],
  ],
  ['ten million counters', { 'counters/front/count': 1e7 }, ['too-large counters.front.count']],
  ['an empty seed', { 'run/seed': '' }, ['wrong-length run.seed']],
  ['no days at all', { 'run/replications': 0 }, ['too-small run.replications']],
  ['a share without %', { 'services/pay/share': '60' }, ['bad-unit services.pay.share']],
  ['a share as a number', { 'kiosks/willing': 0.4 }, ['bad-unit kiosks.willing']],
  [
    'a share in a map as a number',
    { 'kiosks/willing/general': 40 },
    ['bad-unit kiosks.willing.general'],
  ],
  [
    'a negative time',
    { 'services/pay/time/lognormal/mean': '-4 min' },
    ['bad-unit services.pay.time.lognormal.mean'],
  ],
  [
    'a time without unit',
    { [time]: { exponential: '4' } },
    ['bad-unit services.pay.time.exponential'],
  ],
  ['a clock time without zero', { 'day/opens': '9:00' }, ['bad-unit day.opens']],
  [
    'a clock time as a key',
    { 'demand/arrivals/9:30': '3 per hour' },
    ['bad-unit demand.arrivals["9:30"]'],
  ],
  ['an id with capitals', { 'customers/VIP': { share: '0%' } }, ['bad-unit customers.VIP']],
  ['a misspelt key', { 'kiosks/lineUpto': 3 }, ['unknown-key kiosks.lineUpto']],
  [
    'a misspelt key that had to be there',
    { 'day/closes': undefined, 'day/close': '17:00' },
    ['unknown-key day.close'],
  ],
  [
    'a misspelt family',
    { [time]: { lognormall: {} } },
    ['unknown-key services.pay.time.lognormall'],
  ],
  ['a misspelt word', { 'day/waitingAtClose': 'turn-a-way' }, ['unknown-word day.waitingAtClose']],
  [
    'an unknown priority',
    { 'customers/vip/priority': 'high', 'customers/vip/headStart': undefined },
    ['unknown-word customers.vip.priority'],
  ],
  [
    'half a threshold',
    { 'customers/vip/balks': { chance: '5%' } },
    ['missing-key customers.vip.balks.whenWaiting'],
  ],
  [
    'half a guess',
    { 'customers/vip/balks': { guess: { half: '5 min' } } },
    ['missing-key customers.vip.balks.guess.scale'],
  ],
  ['a label in one language', { label: { en: 'Hall' } }, ['missing-key label.zh']],
  ['a label that is a number', { label: 7 }, ['wrong-type label']],
  [
    'a misspelt key of a group',
    { 'counters/front/skils': [] },
    ['unknown-key counters.front.skils'],
  ],
  ['a count in words', { 'counters/front/count': 'nine' }, ['wrong-type counters.front.count']],
  [
    'a weekday in full',
    { calendar: { weekdays: { monday: {} } } },
    ['unknown-key calendar.weekdays.monday'],
  ],
  ['day 32', { calendar: { monthDays: { 32: {} } } }, ['bad-unit calendar.monthDays["32"]']],
  [
    'a date in another order',
    { calendar: { dates: { '1/10/2026': {} } } },
    ['bad-unit calendar.dates["1/10/2026"]'],
  ],
  [
    'a change that is a list',
    { 'variants/more-kiosks/change': [] },
    ['wrong-type variants.more-kiosks.change'],
  ],
] as const)('%s is one issue with its place', (_, changes, expected) => {
  const found = briefly(issuesOf(changed(changes)));
  expect(found.filter((issue) => !issue.startsWith('shares-sum'))).toEqual(expected);
});

test.each([
  ['unknown-key', { 'kiosks/lineUpto': 3 }, 'Did you mean "lineUpTo"?'],
  ['unknown-key', { 'run/sead': 'x' }, 'Did you mean "seed"?'],
  ['unknown-key', { [time]: { lognorml: {} } }, 'Did you mean "lognormal"?'],
  ['unknown-key', { 'counters/front/opens': {} }, 'Did you mean "open"?'],
  ['unknown-word', { rules: { queues: 'per service' } }, 'Did you mean "per-service"?'],
  ['unknown-id', { 'counters/front/skills/0': 'pya' }, 'Did you mean "pay"?'],
  ['unknown-id', { 'demand/dayTypes/busy/mix': { plam: '100%' } }, 'Did you mean "plan"?'],
  ['unknown-id', { 'kiosks/willing': { genral: '4%' } }, 'Did you mean "general"?'],
  ['unknown-id', { 'demand/dayType': 'bussy' }, 'Did you mean "busy"?'],
  ['unknown-id', { 'demand/dayTypes/normal/roster': 'usuall' }, 'Did you mean "usual"?'],
  [
    'unknown-key',
    { zzzzzz: 1 },
    'Known here: "$schema", "format", "label", "note", "day", "demand", "customers", "services", "counters", "staff", "kiosks", "rules", ….',
  ],
] as const)('%s suggests the nearest name: %j', (code, changes, fix) => {
  const issue = issuesOf(changed(changes)).find((i) => i.code === code);
  expect(issue?.fix.en).toBe(fix);
});

test.each([
  ['an empty seed', { 'run/seed': '' }, 'Give 1 to 200.'],
  ['an empty label', { label: '' }, 'Give 1 to 500.'],
  ['a list without times', { 'services/pay/time': { measured: [] } }, 'Give 1 to 100000.'],
  ['a day without hours', { day: { hours: [] } }, 'Give 1 to 10.'],
] as const)('%s is told the length that its own place allows', (_, changes, fix) => {
  const issue = issuesOf(changed(changes)).find(({ code }) => code === 'wrong-length');
  expect(issue?.fix.en).toBe(fix);
});

test('a negative number of counters is one issue, whatever is open', () => {
  expect(briefly(issuesOf(changed({ 'counters/front/count': -1 })))).toEqual([
    'too-small counters.front.count',
  ]);
});

test('the most that is told is what the format takes, and what is less than zero is told as that', () => {
  const [most] = issuesOf(changed({ 'counters/front/count': 1e300 }));
  expect(most?.fix.en).toBe('The most is 10000.');
  const [negative] = issuesOf(changed({ [time]: { fixed: '-4 min' } }));
  expect(negative?.message.en).toBe('"-4 min" is less than zero.');
  const [plain] = issuesOf(changed({ [time]: '4 min' }));
  expect(plain?.fix.en).toContain('{ "fixed": "4 min" }');
});
