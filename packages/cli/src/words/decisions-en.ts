/** Texts in English of the commands that weigh decisions: sweep, staff, month. */
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
  staff: {
    searching: (days: number) => `${days.toLocaleString('en-US')} days of plans tried`,
    interrupted: 'Interrupted: the answer is the best plan found so far.',
    level: (share: string, within: string) => `${share} of everyone served within ${within}`,
    abandoned: (share: string) => `at most ${share} of everyone leave while waiting`,
    target: 'promise',
    deciding: (days: number, search: number, seed: string) =>
      `${days} decide after ${search} of search, seed "${seed}"`,
    counters: 'Counters open',
    half: 'half hour',
    sum: 'counter hours',
    reached: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    plan: 'this plan',
    file: 'the file',
    outcome: {
      met: 'The promise is kept: the low end of the interval reaches it.',
      'within-indifference': (points: string) =>
        `The promise is kept to within ${points} points, closer than which shares count as equal.`,
      missed:
        'No number of counters keeps the promise. The plan is the one that comes nearest with the counters there are.',
    },
    less: 'One counter less',
    lessColumns: { group: 'group', from: 'from', value: 'reached', interval: 'interval' },
    verdict: {
      fails: 'fails',
      tie: 'a tie: not told from the promise',
      'only-counter': 'stays open: the only counter for some customers',
    },
    fails: (fails: number, of: number, nearest: string) =>
      `${fails} of ${of} neighbours fail, the nearest at ${nearest}. The others:`,
    noneFails: (of: number) => `None of ${of} neighbours fails. They are:`,
    allFail: (of: number, nearest: string) =>
      `All ${of} neighbours fail, the nearest at ${nearest}.`,
    gain: (factor: string) =>
      `Knowing how many customers are expected was worth ${factor} times as many days.`,
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
