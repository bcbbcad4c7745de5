import { TURN } from './agenda.js';
import { Ends } from './ends.js';

/**
 * When a group has to look again, after everything else of an instant: whether a counter beyond the roster
 * is ready, whether one more has to open, whether somebody has waited long enough for help. One line of ends, so
 * a hall without any of it looks at nothing.
 */
export class Looks {
  readonly ends: Ends;
  readonly #groups: number;
  /** When each group looks for somebody to help; `Infinity` = not at a certain moment. */
  readonly #helpAt: Float64Array;

  constructor(groups: number, agenda: Float64Array) {
    this.#groups = groups;
    this.#helpAt = new Float64Array(groups).fill(Infinity);
    this.ends = new Ends(3 * groups, agenda, TURN.look);
  }

  /** Before a day nobody has to look. */
  clear(): void {
    this.ends.clear();
    this.#helpAt.fill(Infinity);
  }

  /** Number in `ends` of the moment at which a counter of the group is ready. */
  ready(group: number): number {
    return group;
  }

  /** Number of the next look whether to open or close one. */
  decision(group: number): number {
    return this.#groups + group;
  }

  /** Number of the moment from which on the group may help. */
  help(group: number): number {
    return 2 * this.#groups + group;
  }

  /** A group looks for somebody to help at a moment, unless it does so before. */
  expectHelp(group: number, moment: number): void {
    if (moment >= this.#helpAt[group]!) return;
    this.callOffHelp(group);
    this.#helpAt[group] = moment;
    this.ends.at[this.help(group)] = moment;
    this.ends.add(this.help(group));
  }

  /** A group does not look for somebody to help any more. */
  callOffHelp(group: number): void {
    if (this.#helpAt[group] === Infinity) return;
    this.#helpAt[group] = Infinity;
    this.ends.callOff(this.help(group));
  }

  /** What a number stands for. */
  what(turn: number): 'ready' | 'decision' | 'help' {
    if (turn < this.#groups) return 'ready';
    return turn < 2 * this.#groups ? 'decision' : 'help';
  }

  groupOf(turn: number): number {
    return turn % this.#groups;
  }
}
