/**
 * Who turns to the counters of a plain hall, in the order in which they do: columns, filled by one stage of the day
 * and read by the next. They are used again for the next day, and may be longer than `length`.
 */
export class Turns {
  length = 0;
  /** Row of the day's demand. */
  row: Int32Array = new Int32Array(0);
  /** When they do, minutes since midnight. */
  at: Float64Array = new Float64Array(0);
  /** From when the place in the line counts. */
  place: Float64Array = new Float64Array(0);
  /** When patience ends; `Infinity` = never. */
  until: Float64Array = new Float64Array(0);
  /** Minutes at a counter of speed 1, where the file names no other time for the group. */
  time: Float64Array = new Float64Array(0);
  /** Line they would stand in, by `plainLines`; -1 when no counter serves them. */
  line: Int32Array = new Int32Array(0);
  /** People in all lines when they have joined one, those among them whose patience has ended and nobody has seen it; 0 for who does not have to wait. */
  crowd: Int32Array = new Int32Array(0);

  /** Forgets everybody and makes room for `rows` of them, or more. */
  clear(rows: number, room: number): void {
    this.length = 0;
    if (this.row.length >= rows) return;
    this.row = new Int32Array(room);
    this.at = new Float64Array(room);
    this.place = new Float64Array(room);
    this.until = new Float64Array(room);
    this.time = new Float64Array(room);
    this.line = new Int32Array(room);
    this.crowd = new Int32Array(room);
  }
}
