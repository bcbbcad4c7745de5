import { parseScenario, type Scenario } from '@hallsim/scenario';

/** The scenario in a world where everything takes twice as long and comes half as often. */
export function stretched(scenario: Scenario): Scenario {
  const result = parseScenario(JSON.stringify(twice(scenario)));
  if (result.ok) return result.scenario;
  throw new Error(JSON.stringify(result.issues, null, 1));
}

function twice(value: unknown): unknown {
  if (typeof value === 'string') return twiceText(value);
  if (Array.isArray(value)) return value.map(twice);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [twiceText(key), twice(part)]),
  );
}

function twiceText(text: string): string {
  const [, number, unit] = /^([\d.]+) (s|min|h)$/.exec(text) ?? [];
  if (unit !== undefined) return `${2 * Number(number)} ${unit}`;
  const [, count, per] = /^([\d.]+) (per \w+)$/.exec(text) ?? [];
  if (per !== undefined) return `${Number(count) / 2} ${per}`;
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  if (minutes === undefined) return text;
  const time = 2 * (60 * Number(hours) + Number(minutes));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(time / 60))}:${two(time % 60)}`;
}

/** The scenario with so many times as many customers and counters. */
export function multiplied(scenario: Scenario, times: number): Scenario {
  const many = (value: unknown, key: string, inRoster: boolean): unknown => {
    if (typeof value === 'number') return key === 'count' || inRoster ? times * value : value;
    if (typeof value === 'string') return key === 'perDay' || isRate(value) ? more(value) : value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([own, part]) => [own, many(part, own, inRoster || own === 'open')]),
    );
  };
  const isRate = (text: string): boolean => / per \w+$/.test(text);
  const more = (text: string): string => text.replace(/^[\d.]+/, (n) => `${times * Number(n)}`);
  const result = parseScenario(JSON.stringify(many(scenario, '', false)));
  if (result.ok) return result.scenario;
  throw new Error(JSON.stringify(result.issues, null, 1));
}
