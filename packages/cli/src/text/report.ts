import { type Label, label, type Scenario } from '@hallsim/scenario';
import type { Context } from '../context.js';
import type { Request } from './reproduce.js';

/** What a text answer is made of besides the summary. */
export interface Report {
  readonly request: Request;
  /** With the variant applied: its labels name things. */
  readonly scenario: Scenario;
  /** Those of the file: a scenario with a variant applied has none. */
  readonly variants: NonNullable<Scenario['variants']>;
  readonly context: Context;
}

/** A thing's label with its id, or the id alone. */
export function named(text: Label | undefined, id: string, { language }: Context): string {
  const words = label(text, language, id);
  if (words === id) return id;
  return language === 'zh' ? `${words}（${id}）` : `${words} (${id})`;
}

/** The label of a measure of the scenario's parts, by dimension. */
export function partLabel(
  { scenario, context }: Pick<Report, 'scenario' | 'context'>,
  dimension: 'service' | 'customer' | 'group',
  id: string,
): string {
  const { services, customers, counters, staff } = scenario;
  const groups = typeof counters.count === 'number' ? (staff ?? {}) : counters;
  const maps = { service: services, customer: customers, group: groups };
  const part = (maps[dimension] as Readonly<Record<string, { label?: Label }>>)[id];
  return label(part?.label, context.language, id);
}

/** Name of a day type; `null` is that of a scenario without. */
export function dayName(
  id: string | null,
  { scenario, context }: Pick<Report, 'scenario' | 'context'>,
): string {
  if (id === null) return context.words.report.plainDay;
  return named(scenario.demand.dayTypes?.[id]?.label, id, context);
}

/** The engine, and the date on which it ran. */
export function engineText(engine: string, { io, words }: Context): string {
  return words.report.ranOn(engine, io.today());
}

/** The time within which customers are served in time, and whether it is the default. */
export function inTimeText(
  target: string,
  { scenario, context }: Pick<Report, 'scenario' | 'context'>,
): string {
  const { within, withinByDefault } = context.words.report;
  return scenario.targets?.['service-level'] === undefined
    ? withinByDefault(target)
    : within(target);
}

/** Name of a variant. */
export function variantName(
  id: string,
  { variants, context }: Pick<Report, 'variants' | 'context'>,
): string {
  if (id === 'base') return context.words.report.base;
  return named(variants[id]?.label, id, context);
}
