import { count, perMinute, type Scenario, share } from '@hallsim/scenario';

/**
 * The scenario in which a factor times as many come on days of a type. Rushes stay as they are: the file
 * gives them as extra arrivals, whatever the day's volume.
 * @param day day type; `null` for a scenario without
 */
export function scaledDemand(scenario: Scenario, day: string | null, factor: number): Scenario {
  if (factor === 1) return scenario;
  const { demand } = scenario;
  const type = day === null ? undefined : demand.dayTypes?.[day];
  if (day !== null && type !== undefined) {
    const volume = `${plainNumber(100 * share(type.volume ?? '100%') * factor)}%` as const;
    const dayTypes = { ...demand.dayTypes, [day]: { ...type, volume } };
    return { ...scenario, demand: { ...demand, dayTypes } };
  }
  if (demand.perDay !== undefined) {
    const perDay = plainNumber(count(demand.perDay) * factor);
    return { ...scenario, demand: { ...demand, perDay } };
  }
  const arrivals = Object.fromEntries(
    Object.entries(demand.arrivals ?? {}).map(([time, rate]) => [
      time,
      `${plainNumber(60 * perMinute(rate) * factor)} per hour`,
    ]),
  ) as NonNullable<Scenario['demand']['arrivals']>;
  return { ...scenario, demand: { ...demand, arrivals } };
}

/** A number as a scenario may have it: no exponent, six decimals at most. */
function plainNumber(value: number): `${number}` {
  return value.toFixed(6).replace(/\.?0+$/, '') as `${number}`;
}
