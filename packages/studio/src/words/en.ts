/** Every English word of the studio. Numbers come in already written in the reader's language. */
export const en = {
  language: 'English',
  title: 'hallsim: queues in service halls',

  bar: {
    hall: 'Hall',
    ownFile: (name: string) => `Your file: ${name}`,
    day: 'Day',
    plainDay: 'Plain day',
    undo: 'Undo (Ctrl+Z)',
    redo: 'Redo (Ctrl+Shift+Z)',
    reset: 'Back to the hall as it was opened',
    help: 'Keys (?)',
    theme: { auto: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' },
    otherLanguage: '中文',
    settings: 'Language, colours and help',
    edits: 'Edits',
  },

  whatIf: {
    heading: 'What if',
    base: 'Base',
    asOpened: 'Base: the hall as it is',
    hint: 'Move a step of the open counters to make a plan of your own.',
  },

  run: {
    heading: 'Run',
    seed: 'Seed',
    seedHint: 'The same seed gives the same customers, here and on the command line.',
    reroll: 'Other customers (R)',
    days: 'Days',
  },

  file: {
    heading: 'File',
    open: 'Open a file…',
    drop: 'or drop one anywhere on this page.',
    stays: 'Nothing leaves your browser.',
    dropHere: 'Drop the hall file to open it',
    save: 'Save the hall',
    keeps: 'The saved hall opens on this kind of day, with this seed and number of days.',
    answers: 'Answers CSV',
    halfHours: 'Half hours CSV',
    json: 'Results JSON',
    print: 'Print',
    command: 'The same numbers on the command line',
    commandAfterSaving: 'Save the hall first; then the same numbers on the command line:',
    copy: 'Copy',
    copied: 'Copied',
    opened: (name: string) => `${name} is open.`,
    badHeading: (name: string) => `${name} was not opened`,
    badLead: (count: number) =>
      count === 1
        ? 'One thing in the file needs a change. The hall on the screen stays as it was.'
        : `${count} things in the file need a change. The hall on the screen stays as it was.`,
    line: (line: number) => `line ${line}`,
    wholeFile: 'the whole file',
    more: (count: number) => `… and ${count} more.`,
    close: 'Close',
    worthKnowing: 'Worth knowing about this file',
    notes: (count: number) =>
      count === 1 ? '1 part is not simulated yet' : `${count} parts are not simulated yet`,
  },

  day: {
    heading: 'The day',
    slot: (from: string, to: string) => `${from} to ${to}`,
    showTable: 'Table',
    hideTable: 'Hide table',
    time: 'Time',
    baseColumn: (name: string) => `A ${name}`,
  },

  arrivals: {
    title: 'Customers expected per half hour',
    finding: (total: string, from: string, to: string, most: string) =>
      `${total} customers in the day; most between ${from} and ${to}: ${most} in half an hour.`,
    readout: (slot: string, customers: string) => `${slot}: ${customers} customers expected.`,
    against: (customers: string) => `Base: ${customers}.`,
    column: 'Customers',
    none: 'Nobody is expected on this day.',
  },

  staffing: {
    title: 'Counters open',
    titleOf: (group: string) => `Counters open: ${group}`,
    tabs: 'Counter group',
    finding: (least: string, most: string, count: string, hours: string) =>
      `${least} to ${most} of ${count} counters open, ${hours} counter hours.`,
    same: (most: string, count: string, hours: string) =>
      `${most} of ${count} counters open all day, ${hours} counter hours.`,
    elastic: (more: string) => `Up to ${more} more open when the line is long.`,
    hint: 'Drag a step, or use the arrow keys.',
    counters: (count: number) => (count === 1 ? '1 counter open' : `${count} counters open`),
    readout: (slot: string, counters: string) => `${slot}: ${counters}.`,
    against: (count: string) => `Base: ${count}.`,
    column: 'Open',
    earlier: 'Earlier half hour',
    later: 'Later half hour',
    fewer: 'One counter fewer',
    more: 'One counter more',
    byShifts:
      'This hall is staffed by shifts, which are set in its file. Counters can be moved here where a file opens them by the clock.',
  },

  queue: {
    title: 'People waiting for a counter',
    finding: (from: string, to: string, median: string, low: string, high: string) =>
      `Most between ${from} and ${to}: ${median} on a middling day, ${low} to ${high} on nine days in ten.`,
    oneDay: (from: string, to: string, people: string) =>
      `Most between ${from} and ${to}: ${people}. One day says little; more days show how days differ.`,
    none: 'Hardly anyone has to wait for a counter on any day.',
    readout: (slot: string, median: string, p25: string, p75: string, p05: string, p95: string) =>
      `${slot}: median ${median}; half of the days ${p25} to ${p75}, nine in ten ${p05} to ${p95}.`,
    against: (median: string) => `Base: median ${median}.`,
    pending: 'The first days are being simulated.',
    caption: (days: string) =>
      `Average number in each stretch of the day, over ${days} days. Line: the middling day. Dark band: the middle half of the days. Light band: nine days in ten.`,
    captionOneDay: 'Average number in each stretch of this one day.',
    captionBase: 'Dashed: middling day of the base. Dotted: its upper end of nine days in ten.',
    columns: ['5%', '25%', 'Median', '75%', '95%'],
    baseColumn: 'A median',
  },

  answer: {
    heading: 'The answer',
    against: (name: string) => `${name}, against the base`,
    paired: (percent: string) =>
      `Differences are taken day by day on the same customers; in brackets their ${percent} interval.`,
    sameDay:
      'On this kind of day it is the same as the base: it changes other kinds of day only. Choose one of them above.',
    marks:
      'On the scales: the dot is the value, the pale bar its interval, the long line the target.',
    /** Follows the sentence before. */
    marksBase: ' The short line is the base.',
    interval: (percent: string, low: string, high: string) => `${percent} interval ${low}–${high}`,
    points: (value: string) => `${value} points`,
    minutes: (value: string) => `${value} min`,
    hoursChange: (value: string) => `${value} h`,
    change: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    verdict: {
      better: 'Better, beyond chance.',
      worse: 'Worse, beyond chance.',
      different: 'Different, beyond chance.',
      uncertain: 'Not certain yet.',
      same: 'No difference.',
    },
    moreDays: (days: string) => `Not certain yet: about ${days} more days would tell.`,
    nothing: 'Nobody came, so there is no number.',
    within: {
      name: (target: string) => `Served within ${target}`,
      sentence: (served: string) =>
        `Of everyone who came, counting the wait before service; of those served, ${served}.`,
      meets: (target: string) => `Meets the target of ${target}.`,
      misses: (target: string) => `Misses the target of ${target}.`,
      unclear: (target: string) => `Close to the target of ${target}: more days would tell.`,
      oneDay: (target: string) => `One day cannot tell whether the target of ${target} is met.`,
    },
    left: {
      name: 'Left without service',
      sentence: (abandoned: string, balked: string, unserved: string) =>
        `Of everyone who came: gave up waiting ${abandoned}, turned round at the sight of the line ${balked}, refused or turned away ${unserved}.`,
    },
    p90: {
      name: 'Nine in ten waited less than',
      sentence: (mean: string) => `Of those served at a counter. Mean wait: ${mean}.`,
      nothing: 'Nobody was served at a counter, so there is no wait to show.',
    },
    busy: {
      name: 'Counters busy',
      sentence: (share: string) =>
        `Of the time they are staffed. Kiosks served ${share} of everyone who came.`,
      alone: 'Of the time they are staffed.',
      nothing: 'No counter is staffed.',
    },
    hours: {
      name: 'Counter hours',
      sentence: 'All counter groups, added over the day.',
      value: (hours: string) => `${hours} h`,
      known: (change: string) => `All counter groups. ${change} a day against the base.`,
    },
  },

  status: {
    days: (done: string, of: string) =>
      `${done === of ? of : `${done} of ${of}`} ${of === '1' ? 'day' : 'days'}`,
    milliseconds: (ms: string) => `computed in ${ms} ms`,
    seed: (seed: string) => `seed ${seed}`,
    precision: (target: string, points: string) => `served within ${target}: ±${points} points`,
    glance: (target: string, within: string) => `${within} within ${target}`,
    computing: 'Computing…',
    settled: (target: string, within: string, left: string, p90: string) =>
      `Served within ${target}: ${within}. Left without service: ${left}. Nine in ten waited less than: ${p90}.`,
  },

  pressure: {
    counters: 'Counters',
    byShifts: 'Counters that work by shifts',
    closed: (counters: string, from: string, to: string) =>
      `${counters}, ${from} to ${to}: people wait, and none is open.`,
    shrinks: (counters: string, from: string, to: string, until: string) =>
      `${counters}, ${from} to ${to}: almost always a line, which begins to shrink at ${until}.`,
    stays: (counters: string, from: string, to: string) =>
      `${counters}, ${from} to ${to}: almost always a line, which does not shrink until then.`,
    /** Follows the sentence. */
    allOpen: ' All of these are open then.',
    look: 'Show them',
    remedy: (counters: string | null, from: string, to: string) =>
      `+1 counter ${from}–${to}${counters === null ? '' : `: ${counters}`}`,
  },

  trouble: {
    stopped: 'That run stopped. Your hall and your plan are safe.',
    plan: 'This plan cannot be run as it stands; undo takes the last step back.',
    again: 'Run again',
    details: 'Details',
  },

  keys: {
    heading: 'Keys',
    rows: [
      ['↑ ↓', 'one counter more or fewer, on a step'],
      ['Page Up, Page Down', 'three counters more or fewer'],
      ['Home, End', 'close all, open all counters'],
      ['← →', 'next step; walk along a chart'],
      ['T', 'table of the chart'],
      ['[ ]', 'previous or next what-if'],
      ['R', 'other customers'],
      ['Ctrl+Z, Ctrl+Shift+Z', 'undo, redo'],
      ['Ctrl +, Ctrl −', 'larger or smaller text, as in any page: for a projector'],
      ['?', 'these keys'],
    ] as readonly (readonly [string, string])[],
  },
};

/** The shape every language fills: a missing or misspelt entry does not compile. */
export type Catalog = typeof en;
