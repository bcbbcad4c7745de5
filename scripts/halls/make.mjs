// Makes the four reference halls in examples/halls/ from their numbers in
// examples/halls/source/halls.json. Run it, then the formatter:
//   node scripts/halls/make.mjs && npm run format
import { readFileSync, writeFileSync } from 'node:fs';
import { later } from './later.mjs';
import { print } from './print.mjs';
import { min, percent } from './units.mjs';
import { customerLabels, dayLabels, groupLabels, halls } from './words.mjs';

const folder = new URL('../../examples/halls/', import.meta.url);

const toMinutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const toClock = (m) =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
const map = (items, entry) => Object.fromEntries(items.map(entry));
const className = (segment) => (segment === 'normal' ? 'general' : segment);

function slots({ open, slot_min: step }) {
  return open.flatMap(([from, to]) => {
    const times = [];
    for (let t = toMinutes(from); t < toMinutes(to); t += step) times.push(toClock(t));
    return times;
  });
}

// Only where the number changes: a step holds until the next one.
function steps(times, counts) {
  const pairs = times.map((time, i) => [time, counts[i]]);
  return Object.fromEntries(pairs.filter(([, n], i) => i === 0 || n !== counts[i - 1]));
}

function profile(hall, times) {
  const shares = map(times, (time, i) => [time, percent(hall.profile[i])]);
  // Nobody comes while the hall is closed at midday; without this step the last slot of the
  // morning would spread over the whole break.
  for (const [, to] of hall.open.slice(0, -1)) shares[to] = '0%';
  return Object.fromEntries(Object.entries(shares).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function demand(hall, plan, times) {
  const [normal, peak] = plan.expected.map((n) => n / hall.mean_customers_per_day);
  return {
    dayType: 'normal',
    perDay: String(hall.mean_customers_per_day),
    profile: profile(hall, times),
    beforeOpening: percent(hall.pre_open_share),
    busyDay: { cv: hall.day_cv },
    dayTypes: {
      normal: { label: dayLabels.normal, volume: percent(normal), roster: 'normal' },
      [plan.peak]: {
        label: dayLabels[plan.peak],
        volume: percent(peak),
        mix: map(hall.services, (s) => [s.id, percent(s.share_peak)]),
        roster: 'peak',
      },
    },
  };
}

function customers(hall) {
  const { patience, balk, vip_priority: vip } = hall;
  return map(Object.entries(hall.segments), ([segment, share]) => [
    className(segment),
    {
      label: customerLabels[hall.kind][className(segment)],
      share: percent(share),
      patience: { lognormal: { mean: min(patience.mean), cv: patience.cv } },
      balks: {
        guess: { half: min(balk.mid_min), scale: min(balk.scale_min), floor: percent(balk.floor) },
      },
      keepsTicket: percent(patience.silent_share),
      ...(segment === 'vip' ? { headStart: min(vip.credit_min) } : {}),
    },
  ]);
}

function services(hall) {
  return map(hall.services, (s) => [
    s.id,
    {
      label: { en: s.en, zh: s.zh },
      share: percent(s.share),
      time: { lognormal: { mean: min(s.mean_min), cv: s.cv } },
    },
  ]);
}

const servicesOf = (hall, skills) =>
  hall.services.filter((s) => skills.includes(s.skill)).map((s) => s.id);

// A desk for some customers helps the others, a desk for some services does others too, when their
// line is long.
function helps(hall, group) {
  if (group.overflow_min_queue === undefined) return {};
  const others = Object.keys(hall.segments).filter((one) => !group.segments?.includes(one));
  const whom =
    group.overflow_skills === undefined
      ? { customers: others.map(className) }
      : { skills: servicesOf(hall, group.overflow_skills) };
  return { helps: { ...whom, whenWaiting: group.overflow_min_queue } };
}

function counters(hall, times) {
  return map(hall.groups, (group) => [
    group.id,
    {
      label: { en: groupLabels[`${hall.id}/${group.id}`], zh: group.zh },
      count: group.installed,
      skills: servicesOf(hall, group.skills),
      ...(group.segments === undefined ? {} : { customers: group.segments.map(className) }),
      open: {
        normal: steps(times, hall.staffing.normal[group.id]),
        peak: steps(times, hall.staffing.peak[group.id]),
      },
      ...helps(hall, group),
    },
  ]);
}

/** What a clerk does between two customers, and what calling somebody costs who has gone. */
const rules = (hall) => ({
  calling: { call: { fixed: min(hall.changeover_min) }, absent: min(hall.noshow_call_min) },
});

// Where a desk is for everybody and not always staffed to the full. The source looks every five minutes.
function elasticCounters(hall) {
  const { extra, setup_min: setUp, min_open_min: stays, ...when } = hall.elastic;
  const rosters = Object.values(hall.staffing);
  const spare = ({ id, installed }) => installed - Math.min(...rosters.flatMap((r) => r[id]));
  const groups = hall.groups.filter(
    (group) => helps(hall, group).helps === undefined && spare(group) > 0,
  );
  return map(groups, (group) => [
    group.id,
    {
      elastic: {
        more: Math.min(extra, spare(group)),
        opensWhen: {
          waitingPerCounter: when.open_if_waiting_per_counter_gt,
          wait: min(when.open_if_longest_wait_gt),
        },
        closesWhen: { waiting: when.close_if_waiting_lt - 1 },
        setUp: min(setUp),
        staysAtLeast: min(stays),
        every: '5 min',
      },
    },
  ]);
}

// Elderly customers go to a kiosk half as often, greeter or not.
const byClass = (hall, share) =>
  map(Object.keys(hall.segments), (segment) => [
    className(segment),
    percent(segment === 'elderly' ? share / 2 : share),
  ]);

function kiosks(hall) {
  const { n, propensity, propensity_with_greeter: greeted } = hall.kiosk;
  const { mtbf_h: between, mttr_h: repair } = hall.kiosk;
  return {
    label: { en: 'Self-service kiosks', zh: '自助终端' },
    count: n,
    services: map(
      hall.services.filter((s) => s.kiosk_eligible > 0),
      (s) => [
        s.id,
        {
          eligible: percent(s.kiosk_eligible),
          time: { lognormal: { mean: min(s.kiosk_mean_min), cv: 0.5 } },
          succeeds: percent(s.kiosk_success),
        },
      ],
    ),
    willing: byClass(hall, propensity),
    lineUpTo: n + 1,
    keepsPlace: true,
    failures: {
      every: { exponential: `${between} h` },
      lasts: { exponential: `${repair} h` },
    },
    greeter: {
      label: { en: 'Greeter', zh: '引导员' },
      from: hall.open[0][0],
      to: hall.open.at(-1)[1],
      // Half a greeter is somebody who does it beside other work: half of the effect.
      adds: byClass(hall, (greeted - propensity) * Math.min(1, hall.greeter.n)),
    },
  };
}

function calendar(hall, plan) {
  const [normal, peak] = plan.expected.map((n) => n / hall.mean_customers_per_day);
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  return {
    weekdays: map(names, (day) => [
      day.toLowerCase(),
      hall.open_days.includes(day)
        ? { factor: percent(hall.weekday_factor[day]) }
        : { closed: true },
    ]),
    // The source's factor compares with the mean day; the day type has its volume already.
    monthDays: map(hall.monthday_factor, (factor, i) =>
      hall.peak_monthdays.includes(i + 1)
        ? [i + 1, { dayType: plan.peak, factor: percent(factor / peak) }]
        : [i + 1, { factor: percent(factor / normal) }],
    ),
  };
}

function variants(hall, plan, times) {
  const main = hall.kind === 'government' ? 'tax' : hall.groups[0].id;
  const group = hall.groups.find(({ id }) => id === main);
  const more = (roster) =>
    map(Object.entries(steps(times, hall.staffing[roster][main])), ([time, n]) => [
      time,
      Math.min(group.installed, n + 1),
    ]);
  const day = dayLabels[plan.peak];
  return {
    'normal-roster': {
      label: { en: `${day.en} on the normal roster`, zh: `${day.zh}沿用平日排班` },
      change: { demand: { dayTypes: { [plan.peak]: { roster: 'normal' } } } },
    },
    'no-greeter': {
      label: { en: 'No greeter', zh: '不设引导员' },
      change: { kiosks: { greeter: null } },
    },
    'no-kiosks': {
      label: { en: 'No kiosks', zh: '不设自助终端' },
      change: { kiosks: null },
    },
    'two-more-kiosks': {
      label: { en: 'Two more kiosks', zh: '增设两台自助终端' },
      change: { kiosks: { count: hall.kiosk.n + 2, lineUpTo: hall.kiosk.n + 3 } },
    },
    'one-more-counter': {
      label: {
        en: `One more counter all day: ${groupLabels[`${hall.id}/${main}`].toLowerCase()}`,
        zh: `${group.zh}全天多开一窗`,
      },
      change: { counters: { [main]: { open: { normal: more('normal'), peak: more('peak') } } } },
    },
    'elastic-counters': {
      label: { en: 'Counters that open when the line is long', zh: '排队长时增开窗口' },
      change: { counters: elasticCounters(hall) },
    },
    ...(hall.open.length > 1 ? lunchOpen(hall) : {}),
  };
}

function lunchOpen(hall) {
  const [[from, noon], [after, to]] = hall.open;
  const back = slots(hall).indexOf(after);
  return {
    'lunch-open': {
      label: {
        en: 'Open at midday with a quarter of the counters',
        zh: '午间不打烊（保留四分之一窗口）',
      },
      change: {
        day: { hours: [{ from, to }] },
        counters: map(hall.groups, ({ id, installed }) => [
          id,
          {
            open: map(['normal', 'peak'], (roster) => [
              roster,
              { [noon]: Math.ceil(installed / 4), [after]: hall.staffing[roster][id][back] },
            ]),
          },
        ]),
      },
    },
  };
}

function day(hall) {
  const hours = hall.open.map(([from, to]) => ({ from, to }));
  const [only] = hours;
  return {
    ...(hours.length > 1 ? { hours } : { opens: only.from, closes: only.to }),
    lastTicket: hall.last_ticket,
  };
}

/** The scenario of one hall of the source. */
export function makeHall(hall) {
  const plan = halls[hall.id];
  const times = slots(hall);
  const { T, share } = hall.targets;
  return {
    $schema: '../../packages/scenario/scenario.schema.json',
    format: 'service-hall/1',
    label: { en: hall.en, zh: hall.zh },
    note: {
      en: 'A reference hall made of modelling defaults, not of measurements. Replace the numbers with your own ticket log.',
      zh: '参考厅：数值为建模默认值，并非实测。请以本厅叫号记录替换。',
    },
    day: day(hall),
    demand: demand(hall, plan, times),
    customers: customers(hall),
    services: services(hall),
    counters: counters(hall, times),
    kiosks: kiosks(hall),
    rules: rules(hall),
    targets: {
      'service-level': {
        label: { en: `Seen within ${T} min`, zh: `${T} 分钟内办理率` },
        within: min(T),
        atLeast: percent(share),
      },
    },
    run: { replications: 200, seed: 'first', confidence: '95%', bucket: '30 min' },
    variants: variants(hall, plan, times),
    calendar: calendar(hall, plan),
    later: later(hall),
  };
}

/** Every reference hall by file name. */
export function makeHalls() {
  const source = JSON.parse(readFileSync(new URL('source/halls.json', folder), 'utf8'));
  return map(source.halls, (hall) => [halls[hall.id].file, makeHall(hall)]);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const [file, hall] of Object.entries(makeHalls())) {
    writeFileSync(new URL(`${file}.json`, folder), `${print(hall)}\n`);
  }
}
