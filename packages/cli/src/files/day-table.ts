import { type Demand, DayRunner, type HallModel, type VisitLog } from '@hallsim/hall';

/** A CSV with some lines for each day. */
export interface DayTable {
  readonly header: string;
  /** The hall as it has to be run for this table. */
  readonly told?: (model: HallModel) => HallModel;
  /** The lines of one day. */
  readonly lines: (model: HallModel, demand: Demand, log: VisitLog) => Iterable<string>;
}

/** Lines in one piece of text: some megabytes, where a day of millions would be longer than a text can be. */
const PIECE = 20_000;

/**
 * One day after the other as CSV, each as an iterable of pieces of text. They are the days that `simulate`
 * runs with the same scenario, day type and seed: a day is a function of these and its number.
 * @param field whose customers come
 */
export function* piecesByDay(
  { lines, told = (model) => model }: DayTable,
  model: HallModel,
  field: { draw(replication: number): Demand },
  days: number,
): Generator<Iterable<string>, void, undefined> {
  const runner = new DayRunner(told(model));
  for (let day = 0; day < days; day++) {
    const demand = field.draw(day);
    yield inPieces(lines(model, demand, runner.run(demand)));
  }
}

function* inPieces(lines: Iterable<string>): Generator<string, void, undefined> {
  let text = '';
  let size = 0;
  for (const line of lines) {
    text += line;
    if (++size < PIECE) continue;
    yield text;
    text = '';
    size = 0;
  }
  if (size > 0) yield text;
}
