import {
  clock,
  count,
  type DayType,
  type OpeningHours,
  perMinute,
  type Scenario,
  share,
} from '@hallsim/scenario';
import { type ArrivalSource, HALF_HOUR } from './model.js';
import { integral, scaled, type StepFunction, stepFunction, within } from './step-function.js';

/** Everybody who may come on a day of the given type: the everyday stream, those at the door before opening, the rushes. */
export function compileSources(
  demand: Scenario['demand'],
  dayType: DayType | null,
  hours: OpeningHours,
): ArrivalSource[] {
  const volume = share(dayType?.volume ?? '100%');
  const early = share(demand.beforeOpening ?? '0%');
  const everyday = scaled(within(everydayRate(demand, hours), hours.periods), volume);
  const expected = integral(everyday, hours.opens, hours.closes) / HALF_HOUR;
  const sources: ArrivalSource[] = [
    { id: 'base', rate: scaled(everyday, 1 - early), at: null, busy: true },
  ];
  if (early > 0) {
    const start = Math.floor(hours.opens / HALF_HOUR) * HALF_HOUR;
    const rate = stepFunction([
      [start, early * expected],
      [start + HALF_HOUR, 0],
    ]);
    sources.push({ id: 'early', rate, at: hours.opens, busy: true });
  }
  for (const [id, rush] of Object.entries(dayType?.rushes ?? {})) {
    const rate = stepFunction([
      [clock(rush.from), perMinute(rush.adds) * HALF_HOUR],
      [clock(rush.to), 0],
    ]);
    sources.push({ id: `rush:${id}`, rate: within(rate, hours.periods), at: null, busy: false });
  }
  return sources;
}

/** Customers per half hour on a day of volume 100 %, as the file gives it: rates by the clock, or shares of the day. */
function everydayRate(demand: Scenario['demand'], hours: OpeningHours): StepFunction {
  if (demand.arrivals) {
    return stepFunction(
      Object.entries(demand.arrivals).map(([time, rate]) => [
        clock(time),
        perMinute(rate) * HALF_HOUR,
      ]),
    );
  }
  const perDay = count(demand.perDay ?? '0');
  const steps = Object.entries(demand.profile ?? {})
    .map(([time, part]) => [clock(time), share(part)] as const)
    .sort((a, b) => a[0] - b[0]);
  const doors = within(stepFunction([[hours.opens, 1]]), hours.periods);
  return stepFunction(
    steps.map(([from, part], i) => {
      const open = integral(doors, from, steps[i + 1]?.[0] ?? hours.closes);
      return [from, open > 0 ? (perDay * part * HALF_HOUR) / open : 0];
    }),
  );
}
