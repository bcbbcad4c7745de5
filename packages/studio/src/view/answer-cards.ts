import type { Direction, Estimate, MeasureLabels } from '@hallsim/elements';
import { counterGroups, share } from '@hallsim/scenario';
import type { HallView, Views } from '../document/hall-view.js';
import { counterHours } from '../document/openings.js';
import type { Picture } from '../simulation/protocol.js';
import type { Words } from '../words/words.js';
import { changed, common, duration, interval, shareLabels } from './answer-labels.js';
import { complement, type Figures, figures, negative } from './figures.js';

/** One answer, ready for `<hall-measure>`. */
export interface AnswerCard {
  readonly id: string;
  readonly estimate: Estimate | null;
  readonly base: Estimate | null;
  readonly change: Estimate | null;
  readonly better: Direction;
  readonly target: number | null;
  readonly domain: readonly [number, number] | null;
  readonly labels: MeasureLabels;
}

/** The answers beside the day: in time, left, longest waits, busy, and what the staffing costs. */
export function answerCards(words: Words, picture: Picture, views: Views): AnswerCard[] {
  const of = figures(picture);
  return [
    within(words, of, views),
    left(words, of),
    p90(words, of),
    busy(words, of, views),
    hours(words, of, views),
  ];
}

function within(words: Words, of: Figures, views: Views): AnswerCard {
  const { say, write } = words;
  const id = 'hall.serviceLevel.everyone';
  const estimate = of.value(id);
  const promised = views.shown.scenario.targets?.['service-level']?.atLeast;
  const target = promised === undefined ? null : share(promised);
  const served = of.value('hall.serviceLevel.served');
  const sentences = [
    say.answer.within.sentence(served ? write.percent(served.value) : '–'),
    target === null || !estimate ? '' : kept(words, estimate, target, of),
  ];
  return {
    id,
    estimate,
    base: of.base(id),
    change: of.change(id),
    better: 'up',
    target,
    domain: [0, 1],
    labels: {
      ...shareLabels(words, of),
      name: say.answer.within.name(duration(words, of.shown.run.target)),
      sentence: sentences.filter(Boolean).join(words.language === 'zh' ? '' : ' '),
    },
  };
}

/** Whether a promise is kept, as far as the interval allows to say. */
function kept(
  { say, write }: Words,
  { value, low, high }: Estimate,
  target: number,
  { days, shown }: Figures,
): string {
  const text = write.promise(target);
  if (days === 1) return say.answer.within.oneDay(text);
  if (shown.run.fewDays) return '';
  if ((low ?? value) >= target) return say.answer.within.meets(text);
  return (high ?? value) < target
    ? say.answer.within.misses(text)
    : say.answer.within.unclear(text);
}

/** Everyone is served or leaves without: the complement of the served, exactly. */
function left(words: Words, of: Figures): AnswerCard {
  const { say, write } = words;
  const id = 'hall.served.share';
  const part = (name: string): string => {
    const estimate = of.value(`hall.${name}.share`);
    return estimate ? write.percent(estimate.value) : '–';
  };
  const estimate = complement(of.value(id));
  const base = complement(of.base(id));
  return {
    id: 'hall.left.share',
    estimate,
    base,
    change: negative(of.change(id)),
    better: 'down',
    target: null,
    domain: [0, highest(estimate, base) <= 0.3 ? 0.3 : 1],
    labels: {
      ...shareLabels(words, of),
      name: say.answer.left.name,
      sentence: say.answer.left.sentence(part('abandoned'), part('balked'), part('unserved')),
    },
  };
}

function p90(words: Words, of: Figures): AnswerCard {
  const { say, write } = words;
  const id = 'counter.wait.p90';
  const mean = of.value('counter.wait.mean');
  const estimate = of.value(id);
  const base = of.base(id);
  return {
    id,
    estimate,
    base,
    change: of.change(id),
    better: 'down',
    target: null,
    domain: [0, Math.max(1, Math.ceil(highest(estimate, base) / 60)) * 60],
    labels: {
      ...common(words, of.days),
      nothing: say.answer.p90.nothing,
      name: say.answer.p90.name,
      sentence: say.answer.p90.sentence(mean ? say.answer.minutes(write.one(mean.value)) : '–'),
      value: (value) => say.answer.minutes(write.one(value)),
      end: (value) => say.answer.minutes(write.whole(value)),
      interval: (low, high) => interval(words, of, write.one(low), write.one(high)),
      change: (change) => changed(words, change, 1, say.answer.minutes),
    },
  };
}

function busy(words: Words, of: Figures, views: Views): AnswerCard {
  const { say, write } = words;
  const id = 'counter.utilisation';
  const kiosk = views.shown.scenario.kiosks ? of.value('kiosk.share') : null;
  return {
    id,
    estimate: of.value(id),
    base: of.base(id),
    change: of.change(id),
    better: 'neither',
    target: null,
    domain: [0, 1],
    labels: {
      ...shareLabels(words, of),
      nothing: say.answer.busy.nothing,
      name: say.answer.busy.name,
      sentence: kiosk
        ? say.answer.busy.sentence(write.percent(kiosk.value))
        : say.answer.busy.alone,
    },
  };
}

/**
 * What the staffing costs in time. Where all counters open by the clock the plan itself says so, at once and
 * without chance; where some open beyond it when the line is long, or work by shifts, the days say how long.
 */
function hours(words: Words, of: Figures, { base, shown }: Views): AnswerCard {
  const { say, write } = words;
  const planned = byClock(base) && byClock(shown);
  const estimate = planned
    ? certain(counterHours(shown.openings))
    : inHours(of.value('counter.open'));
  const change = planned
    ? of.beside && certain(counterHours(shown.openings) - counterHours(base.openings))
    : inHours(of.change('counter.open'));
  const known = change !== null && change.low === change.high ? change.value : null;
  return {
    id: 'hours',
    estimate,
    base: null,
    change: known === null ? change : null,
    better: 'neither',
    target: null,
    domain: null,
    labels: {
      ...common(words, of.days),
      name: say.answer.hours.name,
      sentence:
        known === null || Math.abs(known) < 0.05
          ? say.answer.hours.sentence
          : say.answer.hours.known(say.answer.hoursChange(write.signed(known))),
      value: (hours) => say.answer.hours.value(write.one(hours)),
      end: (hours) => say.answer.hours.value(write.whole(hours)),
      interval: (low, high) => interval(words, of, write.one(low), write.one(high)),
      change: (change) => changed(words, change, 1, say.answer.hoursChange),
    },
  };
}

/** Whether the clock alone says how many counters are open. */
function byClock({ scenario, openings }: HallView): boolean {
  const groups = Object.values(counterGroups(scenario));
  return (
    groups.length > 0 &&
    groups.length === openings.length &&
    groups.every(({ elastic }) => elastic === undefined)
  );
}

const certain = (value: number): Estimate => ({ value, low: null, high: null });

function inHours(estimate: Estimate | null): Estimate | null {
  if (!estimate) return null;
  const { value, low, high } = estimate;
  const chance = low !== null && high !== null && low < high;
  return {
    value: value / 60,
    low: chance ? low / 60 : null,
    high: chance ? high / 60 : null,
  };
}

/** The highest of the values that stand on one scale. */
function highest(...estimates: (Estimate | null)[]): number {
  return Math.max(0, ...estimates.map((estimate) => estimate?.high ?? estimate?.value ?? 0));
}
