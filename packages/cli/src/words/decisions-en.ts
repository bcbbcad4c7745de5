/** Texts in English of the commands that weigh decisions: sweep, month. */
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
  month: {
    noCalendar: (file: string) =>
      `${file} has no calendar: every date is open and of the usual day type. Weekdays, days of the month and dates may be named under "calendar".`,
    interrupted: (done: number, of: number) =>
      `Interrupted: the answer is that of ${done} of ${of} replications of the month.`,
    dates: 'dates',
    fromTo: (from: string, to: string, open: number, of: number) =>
      `${from} to ${to}, ${open} of ${of} open`,
    replications: 'months',
    weekdays: {
      mon: 'Mon',
      tue: 'Tue',
      wed: 'Wed',
      thu: 'Thu',
      fri: 'Fri',
      sat: 'Sat',
      sun: 'Sun',
    },
    closed: 'closed',
    columns: {
      date: 'date',
      weekday: '',
      day: 'day type',
      factor: 'factor',
      came: 'came',
      inTime: 'in time',
      interval: 'interval',
      mean: 'wait, min',
      p90: 'P90, min',
      left: 'left',
      busy: 'busy',
    },
    totals: 'Sum over the dates',
    whole: 'All open dates together',
    units: { customers: 'customers', 'clerk-min': 'clerk-min' },
  },
};
