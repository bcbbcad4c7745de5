/** The end of an interval that misses a promise by next to nothing. */
export interface NearlyKept {
  readonly end: { readonly is: string; readonly value: string };
  readonly share: string;
  readonly points: string;
}

/** An interval that holds the promise, and how many days may tell. */
export interface Undecided {
  readonly interval: string;
  readonly share: string;
  readonly days: number;
}

/** Texts in English of the commands that weigh decisions: sweep, staff, month. */
export const decisionsEn = {
  sweep: {
    grid: (cells: number) => `${cells} ${cells === 1 ? 'combination' : 'combinations'}`,
    writeSet: (text: string) =>
      `--set ${text}: write a path and its values, such as --set kiosks.count=2,3,4.`,
    interrupted: (done: number, of: number) =>
      `Interrupted: the answer has ${done} of ${of} combinations; the last may have fewer days.`,
    columns: {
      days: 'days',
      inTime: 'in time',
      interval: 'interval',
      mean: 'wait, min',
      p90: 'P90, min',
      left: 'left',
      busy: 'busy',
    },
    all: 'Not all of it is here. The whole grid:',
    how: 'Every combination meets the same customers.',
  },
  staff: {
    searching: (days: number) => `${days.toLocaleString('en-US')} days of plans tried`,
    interrupted: 'Interrupted: the answer is the best plan found so far.',
    level: (share: string, within: string, per: 'day' | 'half-hour') =>
      `${share} of everyone ${per === 'day' ? '' : 'of each half hour '}served within ${within}`,
    control: (times: string) =>
      `Because it is known how many customers are expected, these days tell as much as ${times} times as many (control variate).`,
    worst: 'Reached: in the half hour that is served worst.',
    outOfReach: (halfHours: string) =>
      `Not even all counters keep the promise in these half hours, which the plan leaves out: ${halfHours}.`,
    outOfReachOne: (from: string, to: string, reached: string) =>
      `${from}–${to}, at most ${reached}`,
    abandoned: (share: string) => `at most ${share} of everyone leave while waiting`,
    target: 'promise',
    equal: (promise: string, points: string) => `${promise} (${points} points count as equal)`,
    deciding: (days: number, search: number, seed: string) =>
      `${days === 0 ? 'none' : days} decide after ${search} of search, seed "${seed}"`,
    counters: 'Counters open',
    half: 'half hour',
    sum: 'counter hours',
    reached: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    warmUp: (until: string) =>
      `Until ${until}, while the hall warms up, the counters of the file are open; neither they nor who comes then count.`,
    nothing: 'nobody came',
    notJudged: 'not judged yet',
    offShift: '* outside the shifts of the file: none of these clerks is on duty for all of it',
    plan: 'this plan',
    file: 'the file',
    already: (share: string, hours: string, plan: string) =>
      `The roster of the file already does it: it keeps the promise, at ${share}, with ${hours} counter hours, and this plan needs ${plan}. No reason to change.`,
    outcome: {
      met: 'The promise is kept: the low end of the interval reaches it.',
      'within-indifference': ({ end, share, points }: NearlyKept) =>
        `The promise is kept: the ${end.is} end of the interval, ${end.value}, misses ${share} by less than ${points} points, which counts as equal.`,
      missed:
        'The promise is missed: the whole interval lies beyond it. No further counter helps, of those there are; of the plans tried, this one comes nearest.',
      undecided: ({ interval, share, days }: Undecided) =>
        `These days do not decide: the interval, ${interval}, holds the promise of ${share}, and no further counter helps, of those there are. Take more days, such as --replications ${days}.`,
      stopped:
        'Not judged yet: interrupted before it was decided whether the promise is kept. The counters are those that the search had come to.',
      'nobody-came': 'Nobody came on these days: there is no promise to keep or to miss.',
    },
    ends: { low: 'low', high: 'high' },
    noneLessFails:
      'With these days it is not certain that one counter less would fail: none of the plans with one less clearly does.',
    notFewest: (ties: number, of: number) =>
      `With these days it is not certain that it takes all of these counters: ${ties} of the ${of} plans with one less may keep the promise too.`,
    whole: 'The whole answer:',
    moreDays: 'Without --replications as many days are taken as it needs.',
    beside: {
      title: (days: number) => `What else changes, by ${days} days with the same customers`,
      service: (name: string, loses: boolean) =>
        `In time: ${name} (service that ${loses ? 'loses most' : 'gains least'})`,
      customer: (name: string, loses: boolean) =>
        `In time: ${name} (class that ${loses ? 'loses most' : 'gains least'})`,
      overtime: (name: string) => `${name}, not in the counter hours`,
      fell: (name: string, file: string, plan: string) => `${name} ${plan} instead of ${file}`,
      fallen: (whom: string) =>
        `This plan leaves some far behind. In time, of everyone of them: ${whom}.`,
      and: '; ',
    },
    defaults: {
      both: (promise: string) =>
        `The file names no service level: ${promise} is the default. Name one under targets.service-level, such as { "within": "10 min", "atLeast": "85%" }.`,
      share: (share: string) =>
        `The file names no share to reach: ${share} is the default. Name one as targets.service-level.atLeast.`,
      within: (within: string) =>
        `The file names no time: ${within} is the default. Name one as targets.service-level.within.`,
    },
    noneAsked: 'Without --target the plan is for a service level, by default 80% within 10 min.',
    leftOut: (what: string) => `Not in the plan, though in the file: ${what}.`,
    andSo: ', ',
    left: {
      elastic: 'counters that open beyond the roster when people wait',
      shifts: 'the shifts of the clerks (in each half hour each kind counts up to its headcount)',
      breaks: 'breaks',
      absence: 'absent clerks',
      errors: 'services done over',
      breakdowns: 'breakdowns of counters that clerks share',
    },
    wholeFile: 'The line "the file" has all of it, as `hallsim run` does.',
    longDay: {
      message: (halfHours: number, most: number) =>
        `The day has ${halfHours.toLocaleString('en-US')} half hours that count; counters can be planned for at most ${most} of them, two days.`,
      fix: 'Give the day opening hours ("opens" and "closes") in place of "lasts", or let it last at most 48 h.',
    },
    less: 'One counter less',
    lessColumns: { group: 'group', from: 'from', value: 'reached', interval: 'interval' },
    verdict: {
      fails: 'misses the promise',
      tie: 'undecided: the interval holds the promise',
      'only-counter': 'stays open: the only counter for some customers',
    },
    fails: (fails: number, of: number) =>
      `Of ${of} plans with one counter less, ${fails} ${fails === 1 ? 'misses' : 'miss'} the promise. The others:`,
    noneFails: (of: number) =>
      of === 1
        ? 'The one plan with one counter less does not clearly miss the promise:'
        : `Of ${of} plans with one counter less, none clearly misses the promise:`,
    allFail: (of: number, nearest: string) =>
      of === 1
        ? `The one plan with one counter less misses the promise, at ${nearest}.`
        : `All ${of} plans with one counter less miss the promise; the nearest reaches ${nearest}.`,
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
    missed: (missed: number, open: number, share: string) =>
      `! certainly below the target of ${share}, with all of the interval: ${missed} of ${open} open dates.`,
    undecided: (undecided: number, open: number, share: string) =>
      `? undecided, these months do not tell whether the target of ${share} is met: ${undecided} of ${open} open dates.`,
    fewMonths:
      'too few: with fewer than 20 months, the intervals of a date hold the truth less often than they say',
    allClosed: 'The hall is closed on every one of these dates: nobody comes.',
    same: 'the same every month',
    totals: 'Sum over the dates',
    whole: 'All open dates together',
    units: { customers: 'customers', 'clerk-min': 'clerk-min' },
  },
};
