import { CLERK } from './clerk-state.js';
import { moveLines } from './counter-calls.js';
import { NOBODY } from './crew.js';
import { noteExtra } from './extra-log.js';
import type { SetUp } from './extras.js';
import type { Floor } from './floor.js';
import { tellIdle } from './idle-counters.js';
import { setLevel } from './level.js';
import type { ElasticModel } from './model.js';
import { noteState } from './states.js';

/** One more counter opens beyond the roster, as far as there is one, when it has been made ready. */
export function openExtra(floor: Floor, group: number, { more, setUp }: ElasticModel): void {
  const { now } = floor;
  const { since, settingUp } = floor.extras[group]!;
  const counters = floor.counters[group]!;
  const beyond = since.length + settingUp.length;
  if (beyond >= more || beyond >= counters.beyondRoster) return;
  if (setUp === 0 || (settingUp.length === 0 && isClosing(floor, group))) {
    since.push(now);
    setExtras(floor, group);
    return;
  }
  const unit = nextIdle(floor, group);
  settingUp.push({ unit, ready: now + setUp });
  if (unit >= 0) {
    if (floor.counterLines === null) counters.withhold(unit - counters.offset);
    noteState(floor, unit, CLERK.settingUp);
    tellIdle(floor, group);
  }
  if (settingUp.length === 1) expectReady(floor, group);
}

/** Whether a counter is going to close after its customer: it can stay open instead. */
function isClosing({ counterLines, counters, customerAt }: Floor, group: number): boolean {
  const { busy, offset, open } = counters[group]!;
  return counterLines === null ? busy > open : customerAt[offset + open] !== NOBODY;
}

/** The counter that is made ready next; -1 where none is idle that works. */
function nextIdle(floor: Floor, group: number): number {
  const { counterLines, counters, customerAt, extras, outages } = floor;
  const { highestIdle, offset, open } = counters[group]!;
  if (counterLines === null) return highestIdle < 0 ? -1 : offset + highestIdle;
  const unit = offset + open + extras[group]!.settingUp.length;
  return customerAt[unit] === NOBODY && !outages?.isDown(unit) ? unit : -1;
}

/** The first of those that are being made ready is the next to be so: all take the same time. */
function expectReady({ extras, looks }: Floor, group: number): void {
  const first = extras[group]!.settingUp[0];
  if (first === undefined) return;
  looks.ends.at[looks.ready(group)] = first.ready;
  looks.ends.add(looks.ready(group));
}

/** A counter beyond the roster is ready, and calls. */
export function openReady(floor: Floor, group: number): void {
  const { since, settingUp } = floor.extras[group]!;
  release(floor, settingUp.shift()!);
  since.push(floor.now);
  expectReady(floor, group);
  setExtras(floor, group);
}

/** Nobody is making a counter ready any more. */
function release(floor: Floor, { unit }: SetUp): void {
  const { counterLines, crew, groupOf, now } = floor;
  if (unit < 0) return;
  const counters = floor.counters[groupOf[unit]!]!;
  if (floor.outages?.isDown(unit)) return;
  if (counterLines === null) counters.restore(unit - counters.offset, now);
  if (crew.state[unit] === CLERK.settingUp) noteState(floor, unit, CLERK.off);
  tellIdle(floor, groupOf[unit]!);
}

/** As many counters are open beyond the roster as the rule has opened by now. */
function setExtras(floor: Floor, group: number): void {
  noteExtras(floor, group);
  setLevel(floor, group, false);
}

function noteExtras(floor: Floor, group: number): void {
  const extra = floor.extras[group]!.since.length;
  floor.counters[group]!.extra = extra;
  noteExtra(floor.log.extra, group, extra, floor.now);
}

/** One of them closes, at once or after its customer, if the first has been open long enough. */
export function closeExtra(floor: Floor, group: number, { stays }: ElasticModel): void {
  const { since } = floor.extras[group]!;
  if (since.length === 0 || since[0]! + stays > floor.now) return;
  since.shift();
  setExtras(floor, group);
  if (floor.counterLines !== null) moveLines(floor);
}

/** The hall closes, for some time or for the day: what is being made ready will not open. */
export function stopSettingUp(floor: Floor): void {
  const { extras, looks } = floor;
  extras.forEach(({ settingUp }, group) => {
    if (settingUp.length === 0) return;
    looks.ends.callOff(looks.ready(group));
    for (const one of settingUp.splice(0)) release(floor, one);
  });
}

/** The hall closes for some time, and so do all counters beyond the roster. */
export function closeExtras(floor: Floor): void {
  stopSettingUp(floor);
  floor.extras.forEach(({ since }, group) => {
    if (since.splice(0).length > 0) setExtras(floor, group);
  });
}

/** The roster needs places that are taken beyond it: from now on they are the roster's. */
export function makeRoom(floor: Floor, group: number): void {
  const { since, settingUp } = floor.extras[group]!;
  const room = floor.counters[group]!.beyondRoster;
  if (since.length + settingUp.length <= room) return;
  while (settingUp.length > 0 && since.length + settingUp.length > room) {
    release(floor, settingUp.pop()!);
  }
  if (settingUp.length === 0) floor.looks.ends.callOff(floor.looks.ready(group));
  since.splice(0, Math.max(0, since.length - room));
  noteExtras(floor, group);
}
