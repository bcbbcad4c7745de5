import { TURN } from './agenda.js';
import { Ends } from './ends.js';
import type { HallModel } from './model.js';

/** A break of a group: its position among the breaks of the hall. */
interface BreakTime {
  readonly group: number;
  readonly from: number;
}

/**
 * What interrupts work in a hall: breakdowns and repairs, then the ends of clerks' breaks, then the moments
 * from which on clerks may go. One line of ends, so a hall without any of it looks at nothing.
 */
export class Upkeep {
  readonly ends: Ends;
  /** Places that may break down. */
  readonly #places: number;
  readonly #units: number;
  readonly #breaks: readonly BreakTime[];

  constructor({ groups, closes, failures }: HallModel, units: number, agenda: Float64Array) {
    this.#places = failures.reduce((sum, { count }) => sum + count, 0);
    this.#units = units;
    this.#breaks = groups.flatMap(({ clerks }, group) =>
      (clerks?.breaks ?? [])
        .filter(({ from }) => from < closes)
        .map(({ from }) => ({ group, from })),
    );
    this.ends = new Ends(this.#places + units + this.#breaks.length, agenda, TURN.upkeep);
  }

  /** Before the day: only the breaks of the file are known. */
  clear(): void {
    this.ends.clear();
    this.#breaks.forEach(({ from }, i) => {
      this.ends.at[this.#places + this.#units + i] = from;
      this.ends.add(this.#places + this.#units + i);
    });
  }

  /** Number in `ends` of the end of a clerk's break; that of a breakdown or repair is the place itself. */
  breakEnd(unit: number): number {
    return this.#places + unit;
  }

  /** Whether a number stands for a breakdown or repair. */
  isOutage(turn: number): boolean {
    return turn < this.#places;
  }

  /** The clerk whose break ends; -1 when it is something else. */
  returning(turn: number): number {
    return turn < this.#places + this.#units ? turn - this.#places : -1;
  }

  /** The group whose break may begin. */
  resting(turn: number): number {
    return this.#breaks[turn - this.#places - this.#units]!.group;
  }
}
