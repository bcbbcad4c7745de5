import { TURN } from './agenda.js';
import { Ends } from './ends.js';
import type { HallModel } from './model.js';

/** A break of a group: its position among the breaks of the hall. */
interface BreakTime {
  readonly group: number;
  readonly from: number;
}

/**
 * What interrupts work in a hall: breakdowns and repairs of its units, then the ends of their breaks, then
 * the moments from which on clerks may go. One heap, so a hall without any of it looks at nothing.
 */
export class Upkeep {
  readonly ends: Ends;
  readonly #units: number;
  readonly #breaks: readonly BreakTime[];

  constructor({ groups, closes }: HallModel, units: number, agenda: Float64Array) {
    this.#units = units;
    this.#breaks = groups.flatMap(({ clerks }, group) =>
      (clerks?.breaks ?? [])
        .filter(({ from }) => from < closes)
        .map(({ from }) => ({ group, from })),
    );
    this.ends = new Ends(2 * units + this.#breaks.length, agenda, TURN.upkeep);
  }

  /** Before the day: only the breaks of the file are known. */
  clear(): void {
    this.ends.clear();
    this.#breaks.forEach(({ from }, i) => {
      this.ends.at[2 * this.#units + i] = from;
      this.ends.add(2 * this.#units + i);
    });
  }

  /** Number in `ends` of the next breakdown or repair of a unit. */
  failure(unit: number): number {
    return unit;
  }

  /** Number in `ends` of the end of a clerk's break. */
  breakEnd(unit: number): number {
    return this.#units + unit;
  }

  /** The unit whose breakdown or repair a number stands for; -1 when it is something else. */
  failing(turn: number): number {
    return turn < this.#units ? turn : -1;
  }

  /** The clerk whose break ends; -1 when it is something else. */
  returning(turn: number): number {
    return turn < 2 * this.#units ? turn - this.#units : -1;
  }

  /** The group whose break may begin. */
  resting(turn: number): number {
    return this.#breaks[turn - 2 * this.#units]!.group;
  }
}
