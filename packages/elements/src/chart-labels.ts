/**
 * The words of a chart. Elements hold none of their own, so a page in any language can use them;
 * a chart without labels renders nothing.
 */
export interface ChartLabels {
  /** What is drawn, with its unit: "People waiting". */
  readonly title: string;
  /** One sentence that says what the chart shows right now. */
  readonly finding: string;
  /** Name of the button that opens the table, and of the same button once it is open. */
  readonly showTable: string;
  readonly hideTable: string;
  /** Headers of the table, the time first. */
  readonly columns: readonly string[];
  /** A slot in words: "10:00 to 10:30". */
  slot(from: number, to: number): string;
  /** A whole number on an axis. */
  tick(value: number): string;
  /** A number of the table, without its unit. */
  number(value: number): string;
}

/** Letter and name of the two things that are drawn on top of each other. */
export interface LegendLabels {
  /** What is shown in full: `{ letter: 'B', name: 'My plan' }`. */
  readonly shown: { readonly letter: string; readonly name: string };
  /** What stands behind as a dashed outline; absent when nothing is compared. */
  readonly base?: { readonly letter: string; readonly name: string };
}
