import type { Direction, Estimate, MeasureLabels } from '@hallsim/elements';
import { share } from '@hallsim/scenario';
import type { MeasureValues, Summary } from '@hallsim/experiment';
import { counterHours } from '../document/openings.js';
import { MOST_DAYS } from '../document/studio-document.js';
import type { Views } from '../document/hall-view.js';
import type { Picture } from '../simulation/protocol.js';
import type { Words } from '../words/words.js';

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
    busy(words, of),
    hours(words, views),
  ];
}

/** The numbers of a picture: what is shown, the base beside it, the paired change. */
interface Figures {
  readonly shown: Summary;
  readonly days: number;
  value(id: string): Estimate | null;
  base(id: string): Estimate | null;
  change(id: string): Estimate | null;
}

function figures(picture: Picture): Figures {
  const { variant, base, days } = picture;
  const shown = variant?.summary ?? base;
  return {
    shown,
    days,
    value: (id) => observed(shown.measures, id),
    base: (id) => (variant ? observed(base.measures, id) : null),
    change: (id) => (variant ? observed(variant.change, id) : null),
  };
}

/** A measure as the cards show it: null when nothing was observed. */
function observed(measures: MeasureValues, id: string): Estimate | null {
  const { value = null, low = null, high = null } = measures[id] ?? {};
  return value === null ? null : { value, low, high };
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
    target === null || !estimate ? '' : kept(words, estimate, target),
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
function kept({ say, write }: Words, { value, low, high }: Estimate, target: number): string {
  const text = write.promise(target);
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
  return {
    id: 'hall.left.share',
    estimate: complement(of.value(id)),
    base: complement(of.base(id)),
    change: negative(of.change(id)),
    better: 'down',
    target: null,
    domain: [0, 0.3],
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
  return {
    id,
    estimate: of.value(id),
    base: of.base(id),
    change: of.change(id),
    better: 'down',
    target: null,
    domain: [0, 60],
    labels: {
      ...common(words, of.days),
      name: say.answer.p90.name,
      sentence: say.answer.p90.sentence(mean ? say.answer.minutes(write.one(mean.value)) : '–'),
      value: (value) => say.answer.minutes(write.one(value)),
      interval: (low, high) => interval(words, of, write.one(low), write.one(high)),
      change: (change) => changed(words, change, 1, say.answer.minutes),
    },
  };
}

function busy(words: Words, of: Figures): AnswerCard {
  const { say, write } = words;
  const id = 'counter.utilisation';
  const kiosk = of.value('kiosk.share');
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
      name: say.answer.busy.name,
      sentence: kiosk
        ? say.answer.busy.sentence(write.percent(kiosk.value))
        : say.answer.busy.alone,
    },
  };
}

/** No chance in it: the plan says it. */
function hours(words: Words, views: Views): AnswerCard {
  const { say, write } = words;
  const exact = (value: number): Estimate => ({ value, low: null, high: null });
  const value = counterHours(views.shown.openings);
  const change = value - counterHours(views.base.openings);
  const none = views.shown.openings.length === 0;
  return {
    id: 'hours',
    estimate: none ? null : exact(value),
    base: null,
    change: null,
    better: 'neither',
    target: null,
    domain: null,
    labels: {
      ...common(words, 0),
      name: say.answer.hours.name,
      sentence:
        change === 0
          ? say.answer.hours.sentence
          : say.answer.hours.known(say.answer.hoursChange(write.signed(change))),
      value: (hours) => say.answer.hours.value(write.one(hours)),
      interval: () => '',
      change: () => '',
    },
  };
}

type Common = Pick<MeasureLabels, 'verdict' | 'nothing'>;

function common({ say, write }: Words, days: number): Common {
  return {
    verdict: (means, change) => {
      const more = means === 'uncertain' ? moreDays(change, days) : null;
      return more === null ? say.answer.verdict[means] : say.answer.moreDays(write.whole(more));
    },
    nothing: say.answer.nothing,
  };
}

/**
 * How many days more would make a change of this size certain, to one leading digit: an interval
 * shrinks with the root of the days. Null when that would be beyond reason.
 */
function moreDays({ value, low, high }: Estimate, days: number): number | null {
  if (low === null || high === null || value === 0) return null;
  const ratio = (high - low) / 2 / Math.abs(value);
  const more = days * (ratio * ratio - 1);
  const digit = 10 ** Math.floor(Math.log10(Math.max(1, more)));
  const rounded = Math.max(10, Math.ceil(more / digit) * digit);
  return rounded <= MOST_DAYS ? rounded : null;
}

function shareLabels(
  words: Words,
  of: Figures,
): Common & Pick<MeasureLabels, 'value' | 'interval' | 'change'> {
  const { say, write } = words;
  return {
    ...common(words, of.days),
    value: write.percent,
    interval: (low, high) => interval(words, of, write.percentBare(low), write.percentBare(high)),
    change: (change) => changed(words, change, 100, say.answer.points),
  };
}

function interval({ say, write }: Words, of: Figures, low: string, high: string): string {
  return say.answer.interval(`${write.whole(of.shown.run.confidence * 100)}%`, low, high);
}

/** A change with its interval; `scale` takes it to the unit that is shown. */
function changed(
  { say, write }: Words,
  { value, low, high }: Estimate,
  scale: number,
  unit: (value: string) => string,
): string {
  if (low === null || high === null) return unit(write.signed(value * scale));
  const fine = (high - low) * scale;
  const signed = (one: number): string => write.signed(one * scale, fine);
  return say.answer.change(unit(signed(value)), signed(low), signed(high));
}

function complement(estimate: Estimate | null): Estimate | null {
  if (!estimate) return null;
  const { value, low, high } = estimate;
  return {
    value: 1 - value,
    low: high === null ? null : Math.max(0, 1 - high),
    high: low === null ? null : 1 - low,
  };
}

function negative(estimate: Estimate | null): Estimate | null {
  if (!estimate) return null;
  const { value, low, high } = estimate;
  return { value: -value, low: high === null ? null : -high, high: low === null ? null : -low };
}

/** "10 min" in the reader's language. */
function duration({ language }: Words, text: string): string {
  if (language === 'en') return text;
  return text
    .replace(/ ?min$/, ' 分钟')
    .replace(/ ?h$/, ' 小时')
    .replace(/ ?s$/, ' 秒');
}
