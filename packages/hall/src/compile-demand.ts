import {
  clock,
  count,
  type DayType,
  minutes,
  type OpeningHours,
  perMinute,
  type Rush,
  type Scenario,
  share,
} from '@hallsim/scenario';
import { type Choice, choiceOf } from './choice.js';
import { type ArrivalSource, HALF_HOUR, type Parties } from './model.js';
import {
  type RateCurve,
  rateIntegral,
  rateLines,
  rateSteps,
  rateWithin,
  scaledRate,
} from './rate-curve.js';

type Given = Scenario['demand'];
/** Rates or shares by the clock, as the file gives them. */
type ByClock = Readonly<Record<string, string>>;

/** Shares of the services among the customers of each class, on a day of the given type. */
export function serviceShares(scenario: Scenario, dayType: DayType | null): number[][] {
  const services = Object.entries(scenario.services);
  return Object.values(scenario.customers).map(({ mix: own }) => {
    const mix = own ?? dayType?.mix;
    return services.map(([id, service]) => share(mix ? (mix[id] ?? '0%') : service.share));
  });
}

/**
 * Everybody who may come on a day of the given type: those who wait already, the everyday stream, those
 * at the door before opening, the classes with a curve of their own, the rushes.
 * @param mixes `serviceShares`
 */
export function compileSources(
  scenario: Scenario,
  dayType: DayType | null,
  hours: OpeningHours,
  mixes: readonly number[][],
): ArrivalSource[] {
  const { demand } = scenario;
  const classes = Object.entries(scenario.customers);
  const shares = classes.map(([, customer]) => share(customer.share));
  const everybody = {
    customers: choiceOf(shares),
    services: choicesOf(mixes),
    elsewhere: null,
  };
  const parties = compileParties(demand.parties);
  const volume = share(dayType?.volume ?? '100%');
  const early = share(demand.beforeOpening ?? '0%');
  const whole = scaledRate(everydayRate(demand, hours), volume / customersOf(parties));
  const expected = rateIntegral(whole, hours.opens, hours.closes) / HALF_HOUR;
  const stream = (own: Pick<ArrivalSource, 'id' | 'rate'>): ArrivalSource => ({
    ...everybody,
    at: null,
    customersEach: customersOf(parties),
    people: null,
    waited: 0,
    busy: true,
    parties,
    ...own,
  });
  const own = classes.map(([, customer]) => customer.profile !== undefined);
  const sources = [stream({ id: 'base', rate: scaledRate(whole, 1 - early) })];
  if (own.includes(true)) {
    const here = shares.reduce((sum, part, c) => (own[c] ? sum : sum + part), 0);
    const all = shares.reduce((sum, part) => sum + part, 0);
    sources[0] = {
      ...sources[0]!,
      customersEach: (here / all) * customersOf(parties),
      elsewhere: Uint8Array.from(own, (has) => Number(has)),
    };
  }
  const { waitingAtStart: waiting } = demand;
  if (waiting && waiting.people > 0) {
    const alone = {
      at: hours.opens,
      people: waiting.people,
      customersEach: 1,
      busy: false,
      parties: null,
    };
    const waited = minutes(waiting.waited ?? '0 min');
    const rate = atOpening(waiting.people, hours);
    sources.push({ ...stream({ id: 'waiting', rate }), ...alone, waited });
  }
  if (early > 0) {
    const rate = atOpening(early * expected, hours);
    sources.push({ ...stream({ id: 'early', rate }), at: hours.opens });
  }
  classes.forEach(([id, { profile }], c) => {
    if (profile === undefined) return;
    const perDay = (1 - early) * expected * shares[c]!;
    const rate = profiledRate(perDay, profile, demand.shape, hours);
    const only = choiceOf(classes.map((_, other) => Number(other === c)));
    sources.push({ ...stream({ id: `class:${id}`, rate }), customers: only });
  });
  for (const [id, rush] of Object.entries(dayType?.rushes ?? {})) {
    const together = compileParties(rush.parties);
    const adds = (perMinute(rush.adds) * HALF_HOUR) / customersOf(together);
    const source = stream({
      id: `rush:${id}`,
      rate: rateWithin(rushRate(rush, adds), hours.periods),
    });
    const { mix } = rush;
    const asked = Object.keys(scenario.services).map((service) => share(mix?.[service] ?? '0%'));
    const services = mix ? choicesOf(classes.map(() => asked)) : everybody.services;
    sources.push({
      ...source,
      services,
      busy: false,
      parties: together,
      customersEach: customersOf(together),
    });
  }
  return sources.map(oneShape);
}

/** The same source, written out: copies by spread differ in shape, and each shape makes V8 compile the days anew. */
function oneShape(source: ArrivalSource): ArrivalSource {
  return {
    id: source.id,
    rate: source.rate,
    at: source.at,
    customersEach: source.customersEach,
    people: source.people,
    waited: source.waited,
    busy: source.busy,
    customers: source.customers,
    elsewhere: source.elsewhere,
    services: source.services,
    parties: source.parties,
  };
}

/** A rate with this mean in the shape of the rush. */
function rushRate({ from, to, shape }: Rush, mean: number): RateCurve {
  const [start, end] = [clock(from), clock(to)];
  const edge = [end, 0] as const;
  if (shape === undefined || shape === 'even') return rateSteps([[start, mean], edge]);
  const middle = (start + end) / 2;
  const line: [number, number][] =
    shape === 'peak'
      ? [
          [start, 0],
          [middle, 2 * mean],
        ]
      : [[start, shape === 'rising' ? 0 : 2 * mean]];
  const last = shape === 'rising' ? 2 * mean : 0;
  return rateWithin(rateLines([...line, [end, last]]), [{ from: start, to: end }]);
}

/** A rate that brings so many at the moment of opening. */
function atOpening(people: number, { opens }: OpeningHours): RateCurve {
  const start = Math.floor(opens / HALF_HOUR) * HALF_HOUR;
  return rateSteps([
    [start, people],
    [start + HALF_HOUR, 0],
  ]);
}

function compileParties(given: Given['parties']): Parties | null {
  if (!given) return null;
  const sizes = Object.keys(given.sizes).map(Number);
  const size = choiceOf(Object.values(given.sizes).map(share));
  return { share: share(given.share), sizes, size, each: given.tickets === 'each' };
}

/** Customers of one arrival on average: the first of a party, or all who take a ticket. */
function customersOf(parties: Parties | null): number {
  if (parties === null || !parties.each) return 1;
  const { thresholds } = parties.size;
  const mean = parties.sizes.reduce((sum, size, i) => {
    const from = thresholds[i - 1] ?? 0;
    return sum + (size * (Math.min(thresholds[i]!, 4294967296) - from)) / 4294967296;
  }, 0);
  return 1 + parties.share * (mean - 1);
}

/** Customers a source is expected to send within [from, to). */
export function expectedFrom(
  { rate, customersEach }: ArrivalSource,
  from: number,
  to: number,
): number {
  return (rateIntegral(rate, from, to) / HALF_HOUR) * customersEach;
}

/** One choice of the service for each class; classes that ask for the same share one. */
function choicesOf(mixes: readonly number[][]): Choice[] {
  const known = new Map<string, Choice>();
  return mixes.map((shares) => {
    const key = shares.join();
    const choice = known.get(key) ?? choiceOf(shares);
    known.set(key, choice);
    return choice;
  });
}

/** Customers per half hour on a day of volume 100 %, as the file gives it: rates by the clock, or shares of the day. */
function everydayRate(demand: Given, hours: OpeningHours): RateCurve {
  if (!demand.arrivals) {
    return profiledRate(count(demand.perDay ?? '0'), demand.profile ?? {}, demand.shape, hours);
  }
  const points = Object.entries(demand.arrivals).map(
    ([time, rate]) => [clock(time), perMinute(rate) * HALF_HOUR] as const,
  );
  const curve = demand.shape === 'linear' ? rateLines(points) : rateSteps(points);
  return rateWithin(curve, hours.periods);
}

/**
 * So many customers a day, by shares of it, each spread over the open time of its stretch: evenly, or
 * in straight lines that keep the share of the stretch.
 */
function profiledRate(
  perDay: number,
  profile: ByClock,
  shape: Given['shape'],
  hours: OpeningHours,
): RateCurve {
  const starts = Object.entries(profile)
    .map(([time, part]) => [clock(time), share(part)] as const)
    .sort((a, b) => a[0] - b[0]);
  const doors = rateWithin(rateSteps([[hours.opens, 1]]), hours.periods);
  const stretches = starts.map(([from, part], i): Stretch => {
    const to = starts[i + 1]?.[0] ?? hours.closes;
    const open = rateIntegral(doors, from, to);
    return { from, to, level: open > 0 ? (perDay * part * HALF_HOUR) / open : 0 };
  });
  const curve =
    shape === 'linear'
      ? rateLines(bent(openParts(stretches, hours)))
      : rateSteps(stretches.map(({ from, level }) => [from, level]));
  return rateWithin(curve, hours.periods);
}

/** A time with a mean rate. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

function openParts(stretches: readonly Stretch[], { periods }: OpeningHours): Stretch[] {
  return periods.flatMap((period) =>
    stretches
      .map(({ from, to, level }) => ({
        from: Math.max(from, period.from),
        to: Math.min(to, period.to),
        level,
      }))
      .filter(({ from, to }) => from < to),
  );
}

/**
 * Points of straight lines with the mean rate of every stretch: two neighbours meet at the mean of
 * their levels, or at twice the lower one so that no rate falls below 0, and the middle of each makes
 * up for it.
 */
function bent(parts: readonly Stretch[]): [number, number][] {
  const meet = (one: Stretch, other: Stretch | undefined, touch: boolean): number =>
    touch
      ? Math.min((one.level + other!.level) / 2, 2 * Math.min(one.level, other!.level))
      : one.level;
  return parts.flatMap((part, i): [number, number][] => {
    const { from, to, level } = part;
    const left = meet(part, parts[i - 1], parts[i - 1]?.to === from);
    const right = meet(part, parts[i + 1], parts[i + 1]?.from === to);
    const middle = 2 * level - (left + right) / 2;
    return [
      [from, left],
      [(from + to) / 2, middle],
      [to, right],
    ];
  });
}
