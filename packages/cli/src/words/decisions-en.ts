/** Texts in English of the commands that weigh decisions: sweep. */
export const decisionsEn = {
  sweep: {
    grid: (cells: number) => `${cells} ${cells === 1 ? 'combination' : 'combinations'}`,
    writeSet: (text: string) =>
      `--set ${text}: write a path and its values, such as --set kiosks.count=2,3,4.`,
    interrupted: (done: number, of: number) =>
      `Interrupted: the answer has ${done} of ${of} combinations; the last may have fewer days.`,
    columns: {
      inTime: 'in time',
      interval: 'interval',
      mean: 'wait, min',
      p90: 'P90, min',
      left: 'left',
      busy: 'busy',
    },
    how: 'Every combination meets the same customers.',
  },
};
