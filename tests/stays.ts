import { placesAt } from './broken.js';
import { type ClerkSpan, type Desk, isBusy } from './desks.js';
import { happened, type Span, type Visit } from './observed-day.js';
import type { LawDay } from './random-days.js';
import type { Place } from './reference-hall/outages.js';

/**
 * When the units of a group were busy: from the call of a customer to the end of the work after it.
 * @param counter one of them; left out: all
 */
export function busySpans(
  { spans, visits }: LawDay,
  group: number,
  counter?: number,
): readonly Span[] {
  const told = spans.filter((span) => span.group === group);
  if (told.length > 0) {
    return told.filter((span) => isBusy(span) && (counter ?? span.clerk) === span.clerk);
  }
  // counters where there is nothing but services tell nothing else
  return visits
    .filter((visit) => visit.group === group && (counter ?? visit.counter) === visit.counter)
    .map(({ start, end }) => ({ from: start, to: end }));
}

/** When the units of a group were busy, or kept from going on by a breakdown of their counter. */
export function heldSpans(day: LawDay, group: number, counter?: number): readonly Span[] {
  const stopped = day.spans.filter(
    (span) =>
      span.group === group &&
      span.state === 'interrupted' &&
      (counter ?? span.clerk) === span.clerk,
  );
  return [...busySpans(day, group, counter), ...stopped];
}

/** The places at which a unit may have been, as far as they break down; `undefined` for one that does not. */
export function placesFor(
  { model, places }: LawDay,
  group: number,
  counter: number,
): (Place | undefined)[] {
  const { clerks } = model.groups[group]!;
  const there =
    clerks === null
      ? placesAt(places, 'counters', group).filter(({ number }) => number === counter)
      : placesAt(places, 'room', clerks.room);
  return there.length > 0 ? there : [undefined];
}

/** Whether the log says what the units of a group did. */
export const tells = ({ model }: LawDay, { clerks }: Desk): boolean =>
  clerks !== null || model.countersTell;

/** The spans without the cuts that a change of the roster makes in what a clerk goes on doing. */
export function uncut({ model, spans }: LawDay): ClerkSpan[] {
  const whole: ClerkSpan[] = [];
  const last = new Map<string, number>();
  for (const span of spans) {
    const unit = `${span.group}/${span.clerk}`;
    const at = last.get(unit);
    const before = at === undefined ? undefined : whole[at]!;
    const goesOn =
      model.groups[span.group]!.clerks !== null &&
      before?.state === span.state &&
      before.rostered !== span.rostered;
    // with the roster of the last, for what begins next may be the same again
    if (goesOn) whole[at!] = { ...before, rostered: span.rostered, to: span.to };
    else last.set(unit, whole.push(span) - 1);
  }
  return whole;
}

/** What a unit did from the start to the end of a visit's service. */
export function during({ spans }: LawDay, { counter, end, group, start }: Visit): ClerkSpan[] {
  return spans.filter(
    (span) => span.group === group && span.clerk === counter && span.from < end && span.to > start,
  );
}

const DONE = ['calling', 'walking', 'serving'];

/** Whether one and the same unit called the customer and served them to the end. */
export function inOneGo(day: LawDay, visit: Visit): boolean {
  if (day.scenario.rules?.atShiftEnd !== 'hand-over') return true;
  if (!happened(visit.start)) return false;
  const { called, end } = visit;
  const did = during(day, { ...visit, start: called });
  const worked = did.filter(({ state }) => state !== 'interrupted');
  return (
    did[0]?.from === called &&
    did.at(-1)!.to === end &&
    worked.slice(1).every((span, i) => follows(worked[i]!, span))
  );
}

/** The unit goes on with the same customer, perhaps after a breakdown of its counter. */
function follows(one: ClerkSpan, next: ClerkSpan): boolean {
  const [before, after] = [DONE.indexOf(one.state), DONE.indexOf(next.state)];
  const goesOn = one.rostered !== next.rostered || one.to < next.from;
  return before >= 0 && (before < after || (before === after && goesOn));
}
