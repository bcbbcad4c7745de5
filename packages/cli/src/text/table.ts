import stringWidth from 'string-width';

/** The side on which a column's cells begin. */
export type Side = 'left' | 'right';

/**
 * Rows as lines whose columns stand under each other on a terminal, where a Chinese character is two
 * columns wide. Two blanks between columns, none at the end of a line.
 * @param sides of the columns; those not named are on the right
 */
export function table(
  rows: readonly (readonly string[])[],
  sides: readonly Side[] = ['left'],
  indent = '  ',
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, stringWidth(cell));
    });
  }
  return rows.map((row) => {
    const cells = row.map((cell, i) => {
      const blanks = ' '.repeat((widths[i] ?? 0) - stringWidth(cell));
      return (sides[i] ?? 'right') === 'left' ? cell + blanks : blanks + cell;
    });
    return (indent + cells.join('  ')).trimEnd();
  });
}
