import { closeExtra, openExtra } from './extra-counters.js';
import type { Floor } from './floor.js';
import { longestSince } from './longest-wait.js';
import type { ElasticModel } from './model.js';
import { noteWait } from './waits-since.js';

/** Somebody has joined a line: groups that may serve it, and do not look by the clock, decide whether a counter opens or closes. */
export function lookAtLine(floor: Floor, row: number, elastic: Int32Array): void {
  noteWait(floor, row, elastic);
  for (let i = 0; i < elastic.length; i++) {
    const group = elastic[i]!;
    if (floor.model.groups[group]!.elastic!.every === Infinity) decide(floor, group);
  }
}

/** The first looks of those groups that look by the clock. */
export function expectLooks(floor: Floor): void {
  floor.model.groups.forEach(({ elastic }, group) => {
    if (elastic !== null) expectLook(floor, group, floor.model.opens + elastic.every);
  });
}

function expectLook({ looks, model }: Floor, group: number, time: number): void {
  if (time >= model.closes) return;
  looks.ends.at[looks.decision(group)] = time;
  looks.ends.add(looks.decision(group));
}

/** The moment has come at which a group looks. */
export function lookInTime(floor: Floor, group: number): void {
  expectLook(floor, group, floor.now + floor.model.groups[group]!.elastic!.every);
  decide(floor, group);
}

/** Whether one more counter opens beyond the roster, or one of them closes; of both the first. */
export function decide(floor: Floor, group: number): void {
  const rule = floor.model.groups[group]!.elastic!;
  // a service may end at the very moment of closing, before it
  if (floor.now >= floor.model.closes || !floor.crew.doorsOpen) return;
  const waiting = waitingFor(floor, group);
  if (wantsMore(floor, group, rule, waiting)) openExtra(floor, group, rule);
  else if (wantsFewer(floor, group, rule, waiting)) closeExtra(floor, group, rule);
}

/** The lines of those who wait for a group. */
function linesOf({ counterLines, model }: Floor, group: number): Int32Array {
  return counterLines === null ? model.groups[group]!.lines : counterLines.ofGroup[group]!;
}

function waitingFor({ counterLines, counters, lines, model }: Floor, group: number): number {
  const { count, lines: kinds } = model.groups[group]!;
  // without lines at counters all stand at none
  const atNone = counterLines === null ? 0 : counterLines.list(counterLines.units, 0);
  let waiting = 0;
  for (let i = 0; i < kinds.length; i++) waiting += lines.size(atNone + kinds[i]!);
  if (counterLines === null) return waiting;
  const { offset } = counters[group]!;
  for (let unit = offset; unit < offset + count; unit++) waiting += counterLines.people[unit]!;
  return waiting;
}

/** Open counters of the group, those that are being made ready among them. */
function openCounters({ counters, extras }: Floor, group: number): number {
  return counters[group]!.open + extras[group]!.settingUp.length;
}

function wantsMore(floor: Floor, group: number, { opens }: ElasticModel, waiting: number): boolean {
  if (waiting === 0) return false;
  if (waiting >= opens.waiting) return true;
  const { perCounter, wait } = opens;
  if (perCounter < Infinity && waiting >= perCounter * openCounters(floor, group)) return true;
  return wait < Infinity && anyWaits(floor, group, wait);
}

/** Whether somebody has waited so many minutes for a group. Who that is, is looked for only when it may be so. */
function anyWaits(floor: Floor, group: number, wait: number): boolean {
  const { now, waitsSince } = floor;
  if (waitsSince[group]! + wait > now) return false;
  const since = longestSince(floor, linesOf(floor, group));
  waitsSince[group] = since;
  return since + wait <= now;
}

function wantsFewer(
  floor: Floor,
  group: number,
  { closes }: ElasticModel,
  waiting: number,
): boolean {
  if (waiting > closes.waiting) return false;
  const { perCounter } = closes;
  return perCounter === Infinity || waiting <= perCounter * openCounters(floor, group);
}
